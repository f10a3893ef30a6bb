import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateApiKeyDocument,
  type CreateApiKeyInput,
  DeleteApiKeyDocument,
  DeleteOrganizationDocument,
  OrganizationWithAllDocument,
  RevokeApiKeyDocument,
  UpdateApiKeyDocument,
  WhoAmIDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import type { TestClient } from "../kit/test-client.js";

const HOUR_MS = 3_600_000;

describe("API keys", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let aheadMs = 0;

  beforeAll(async () => {
    gateway = await startGateway({ clock: { now: () => Date.now() + aheadMs } });
    organization = await makeOrganization(gateway, { addresses: [] });
  });
  afterAll(() => gateway.close());

  async function makeKey(over: Partial<CreateApiKeyInput> = {}): Promise<{ id: string; client: TestClient }> {
    const input = { organizationId: organization.id, name: "made", role: "READER" as const, ...over };
    const { createApiKey } = await organization.admin.data(CreateApiKeyDocument, { input });
    return { id: createApiKey.apiKey!.id, client: gateway.as(createApiKey.token!) };
  }

  const statusOf = async (client: TestClient) => (await client.query(WhoAmIDocument, {})).status;

  test("a token is shown once, and its hint is all that is shown later", async () => {
    const { data } = await organization.admin.query(CreateApiKeyDocument, {
      input: { organizationId: organization.id, name: "shown once", role: "WRITER" },
    });
    const { token, apiKey } = data.createApiKey;

    expect(token).toMatch(/^asg_[\w-]{43}$/);
    expect(token?.startsWith(apiKey!.hint)).toBe(true);
    expect(apiKey!.hint.length).toBeLessThan(10);
    await organization.admin.data(OrganizationWithAllDocument, { id: organization.id });
    expect(gateway.answers.filter((text) => text.includes(token!))).toHaveLength(1);
  });

  test("a revoked key is 401 from the next request on and stays listed", async () => {
    const { id, client } = await makeKey();
    expect(await statusOf(client)).toBe(200);

    await organization.admin.data(RevokeApiKeyDocument, { input: { id } });

    const { status, errors } = await client.query(WhoAmIDocument, {});
    expect(status).toBe(401);
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    const listed = await organization.admin.data(OrganizationWithAllDocument, { id: organization.id });
    expect(listed.organization!.apiKeys!.nodes.find((key) => key.id === id)?.revokedAt).not.toBeNull();
  });

  test("a deleted key is 401 from the next request on", async () => {
    const { id, client } = await makeKey();
    expect(await statusOf(client)).toBe(200);

    await organization.admin.data(DeleteApiKeyDocument, { input: { id } });

    expect(await statusOf(client)).toBe(401);
  });

  test("all keys of a deleted organization are 401 from the next request on", async () => {
    const gone = await makeOrganization(gateway, { addresses: [] });
    expect(await statusOf(gone.reader)).toBe(200);

    await gateway.owner.data(DeleteOrganizationDocument, { input: { id: gone.id } });

    expect([await statusOf(gone.reader), await statusOf(gone.admin)]).toEqual([401, 401]);
  });

  test("a key is 401 from the moment it expires, and an expiry that is moved counts at once", async () => {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const { id, client } = await makeKey({ expiresAt: at(HOUR_MS) });
    expect(await statusOf(client)).toBe(200);

    aheadMs = HOUR_MS + 1;
    expect(await statusOf(client)).toBe(401);

    await organization.admin.data(UpdateApiKeyDocument, { input: { id, expiresAt: at(3 * HOUR_MS) } });
    expect(await statusOf(client)).toBe(200);
    await organization.admin.data(UpdateApiKeyDocument, { input: { id, expiresAt: null } });
    aheadMs = 100 * HOUR_MS;
    expect(await statusOf(client)).toBe(200);
    aheadMs = 0;
  });

  test("a key that would have expired already is refused", async () => {
    const answer = await organization.admin.query(CreateApiKeyDocument, {
      input: { organizationId: organization.id, name: "late", role: "READER", expiresAt: "2020-01-01T00:00:00Z" },
    });

    expect(answer.data.createApiKey).toMatchObject({
      token: null,
      errors: [{ code: "INVALID_INPUT", path: ["expiresAt"] }],
    });
  });

  test("no key makes or touches a higher one", async () => {
    const owner = { name: "owner", role: "OWNER" } as const;
    const me = await gateway.owner.data(WhoAmIDocument, {});
    const ownerKeyId = me.viewer.apiKey!.id;

    expect(codesOf(await organization.admin.query(CreateApiKeyDocument, { input: owner }))).toEqual(["FORBIDDEN"]);
    expect(
      codesOf(
        await organization.admin.query(CreateApiKeyDocument, {
          input: { ...owner, organizationId: organization.id },
        }),
      ),
    ).toEqual(["INVALID_INPUT"]);
    const input = { id: ownerKeyId };
    expect(codesOf(await organization.admin.query(RevokeApiKeyDocument, { input }))).toEqual(["NOT_FOUND"]);
    expect(codesOf(await organization.admin.query(DeleteApiKeyDocument, { input }))).toEqual(["NOT_FOUND"]);
    expect(await statusOf(gateway.owner)).toBe(200);
  });

  test("an owner makes another owner's key, but none for an organization that does not exist", async () => {
    const { createApiKey } = await gateway.owner.data(CreateApiKeyDocument, {
      input: { name: "second owner", role: "OWNER" },
    });
    expect(await statusOf(gateway.as(createApiKey.token!))).toBe(200);

    const answer = await gateway.owner.query(CreateApiKeyDocument, {
      input: { organizationId: "org_01ARZ3NDEKTSV4RRFFQ69G5FAV", name: "nobody's", role: "READER" },
    });
    expect(codesOf(answer)).toEqual(["NOT_FOUND"]);
    expect(answer.data.createApiKey.token).toBeNull();
  });

  test("when a key was last used is told", async () => {
    const { id, client } = await makeKey({ name: "busy" });
    const lastUse = async () => {
      const { organization: own } = await organization.admin.data(OrganizationWithAllDocument, { id: organization.id });
      return own!.apiKeys!.nodes.find((key) => key.id === id)?.lastUsedAt ?? null;
    };
    expect(await lastUse()).toBeNull();

    await client.query(WhoAmIDocument, {});

    await vi.waitFor(async () => expect(await lastUse()).not.toBeNull(), { interval: 10 });
    expect(Math.abs(Date.parse((await lastUse())!) - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    ["no header", undefined],
    ["another scheme", "Basic YWRtaW46YWRtaW4="],
    ["an unknown key", "Bearer asg_0123456789012345678901234567890123456789012"],
    ["an empty key", "Bearer "],
  ])("%s is 401 before the body is looked at", async (_name, authorization) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization !== undefined && { authorization }) },
      body: "this is not JSON",
    });

    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("Bearer");
  });
});
