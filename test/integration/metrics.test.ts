import { afterEach, expect, test } from "vitest";
import { GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { UpdateConnectionDocument, VerifyConnectionDocument } from "../kit/generated/operations.js";
import { makeOrganization } from "../kit/organization.js";

const TOKEN = "metrics-token-0123456789";
let gateway: TestGateway;
afterEach(() => gateway.close());

const metrics = (headers: Record<string, string> = {}) => fetch(`${gateway.url}/metrics`, { headers });

test("there is no such page unless a token is set", async () => {
  gateway = await startGateway();
  expect((await metrics({ authorization: `Bearer ${TOKEN}` })).status).toBe(404);
});

test("a credential's time left and connections by state can be watched [demand 9], without a secret in it", async () => {
  const now = Date.UTC(2026, 2, 2);
  gateway = await startGateway({ env: { METRICS_TOKEN: TOKEN }, clock: { now: () => now } });
  const { connectionId, admin } = await makeOrganization(gateway);
  await makeOrganization(gateway);
  const input = { id: connectionId, clientSecretExpiresAt: new Date(now + 86_400_000).toISOString() };
  await admin.data(UpdateConnectionDocument, { input });
  await admin.data(VerifyConnectionDocument, { input: { id: connectionId } });

  for (const authorization of ["", `Bearer ${TOKEN}x`, TOKEN, "Bearer "]) {
    const refused = await metrics(authorization === "" ? {} : { authorization });
    expect([refused.status, await refused.text()]).toEqual([401, expect.not.stringContaining("addsync_")]);
  }
  const answer = await metrics({ authorization: `Bearer ${TOKEN}` });
  const text = await answer.text();

  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
  const row = connectionId.replace("con_", "");
  expect(text).toMatch(
    new RegExp(
      `^addsync_credential_expiry_seconds\\{connection="${row}",credential="\\w{26}",kind="CLIENT_SECRET",state="CURRENT"\\} 86400$`,
      "m",
    ),
  );
  expect(text).toContain("# TYPE addsync_connections gauge\n");
  expect(text).toContain('addsync_connections{state="DRAFT"} 1\n');
  expect(text).toContain('addsync_connections{state="DISABLED"} 0\n');
  for (const secret of [GATEWAY_APP.clientSecret, GATEWAY_APP.clientSecret.slice(0, 3), TOKEN])
    expect(text).not.toContain(secret);
  expect(gateway.logLines.join("\n")).not.toContain(TOKEN);
});
