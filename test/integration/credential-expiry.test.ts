import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "../kit/credentials.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { AddCredentialDocument, CredentialsOfDocument, UpdateConnectionDocument } from "../kit/generated/operations.js";

const DAY_MS = 86_400_000;
const [FIRST, SECOND] = ["one~secret-0001", "two~secret-0002"] as const;

describe("the expiry of a credential", () => {
  let dataDir: string;
  let gateway: TestGateway;
  let offsetMs: number;
  const clock = { now: () => Date.now() + offsetMs };

  beforeEach(async () => {
    offsetMs = 0;
    dataDir = await mkdtemp(join(tmpdir(), "gateway-expiry-"));
    gateway = await startGateway({ dataDir, clock });
  });
  afterEach(async () => {
    await gateway.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const startAgain = async (after: number) => {
    await gateway.close();
    offsetMs += after * DAY_MS;
    gateway = await startGateway({ dataDir, clock });
  };
  const toldOf = (text: string) =>
    gateway.logLines.filter((line) => line.includes(text)).map((line) => JSON.parse(line));
  const expiring = async (days: number) => {
    const connected = await connect(gateway, FIRST, SECOND);
    const { organization, connectionId: id } = connected;
    const clientSecretExpiresAt = new Date(clock.now() + days * DAY_MS).toISOString();
    await organization.admin.data(UpdateConnectionDocument, { input: { id, clientSecretExpiresAt } });
    return connected;
  };
  const show = async (id: string) => (await gateway.owner.data(CredentialsOfDocument, { id })).connection!;

  test("is told to the log once at each threshold, however often the gateway starts [demand 9]", async () => {
    const { connectionId } = await expiring(10);
    const told: number[] = [];
    for (const days of [1, 0.5, 8.2]) {
      await startAgain(days);
      // Closing waits for the round that the start began.
      await gateway.close();
      told.push(...toldOf("a credential expires soon").map(({ threshold }) => threshold));
      gateway = await startGateway({ dataDir, clock });
    }

    expect(told).toEqual([14, 1]);
    const { warnings, credentials, state } = await show(connectionId);
    expect(credentials[0]!.daysLeft).toBe(0);
    expect(state).toBe("DRAFT");
    expect(warnings).toMatchObject([
      { kind: "CREDENTIAL_EXPIRES_SOON", message: expect.stringContaining("in less than a day") },
    ]);
  });

  test("is shown and warned of from sixty days before it", async () => {
    const { connectionId } = await expiring(61.5);
    expect((await show(connectionId)).warnings).toEqual([]);

    offsetMs = 2 * DAY_MS;
    const { warnings, credentials } = await show(connectionId);

    expect(credentials[0]!.daysLeft).toBe(59);
    expect(warnings).toEqual([
      {
        kind: "CREDENTIAL_EXPIRES_SOON",
        message: expect.stringMatching(/^The client secret in use expires in 59 days, on \d{4}-\d\d-\d\d\. Add a new/),
        since: new Date(Date.parse(credentials[0]!.expiresAt!) - 60 * DAY_MS).toISOString(),
        link: null,
        credentialId: credentials[0]!.id,
      },
    ]);
  });

  test("when it has passed, degrades the connection with a sentence that says so, once", async () => {
    const { connectionId } = await expiring(10);
    await startAgain(11);
    await expect.poll(async () => (await show(connectionId)).state).toBe("DEGRADED");

    const { stateReason, warnings, credentials } = await show(connectionId);
    expect(stateReason).toMatch(/^The client secret in use expired on \d{4}-\d\d-\d\d\. Add a new credential\.$/);
    expect(credentials[0]!.daysLeft).toBe(-2);
    expect(warnings).toMatchObject([{ kind: "CREDENTIAL_EXPIRED", since: credentials[0]!.expiresAt }]);
    await startAgain(1);
    await gateway.close();
    expect(toldOf("a credential has expired")).toEqual([]);
    gateway = await startGateway({ dataDir, clock });
  });

  test("a new credential ends the warning and the degradation", async () => {
    const { connectionId, app } = await expiring(10);
    await startAgain(11);
    await expect.poll(async () => (await show(connectionId)).state).toBe("DEGRADED");
    // The emulator started anew with the gateway and has forgotten the registration.
    gateway.emulator.add.consent(
      gateway.emulator.add.addApp(gateway.emulator.store.tenant(app.homeTenantId)!, {
        appId: app.appId,
        secrets: [{ value: SECOND }],
      }),
      gateway.emulator.store.tenant(app.homeTenantId)!,
      ["Calendars.ReadWrite"],
    );
    const input = { connectionId, clientSecret: SECOND };
    const { addCredential } = await gateway.owner.data(AddCredentialDocument, { input });

    expect(addCredential.connection).toMatchObject({
      state: "DRAFT",
      credential: { id: addCredential.credential!.id },
    });
    expect(addCredential.connection!.warnings).toMatchObject([
      { kind: "CREDENTIAL_EXPIRED", message: expect.stringContaining("Retire it") },
    ]);
  });

  test("another date starts the warnings anew, and none ends them", async () => {
    const { connectionId: id } = await expiring(5);
    await startAgain(0);
    await expect.poll(() => toldOf("a credential expires soon")).toMatchObject([{ threshold: 7 }]);
    const update = (clientSecretExpiresAt: string | null) =>
      gateway.owner.data(UpdateConnectionDocument, { input: { id, clientSecretExpiresAt } });

    await update(new Date(clock.now() + 20 * DAY_MS).toISOString());
    await startAgain(0);
    await expect.poll(() => toldOf("a credential expires soon")).toMatchObject([{ threshold: 30 }]);
    await update(null);
    expect((await show(id)).warnings).toEqual([]);
    expect((await show(id)).credentials[0]!.daysLeft).toBeNull();
  });
});
