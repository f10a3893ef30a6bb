import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppTokenSource } from "../../../../src/auth/app-token-source.js";
import { CredentialVault } from "../../../../src/auth/credential-vault.js";
import type { DelegatedClient } from "../../../../src/auth/delegated-client.js";
import { DelegatedTokenSource } from "../../../../src/auth/delegated-token-source.js";
import { FederatedTokenFiles } from "../../../../src/auth/federated-token-files.js";
import { GrantVault } from "../../../../src/auth/grant-vault.js";
import type { ConnectionConfig } from "../../../../src/entities/connection-config.entity.js";
import type { GraphClient } from "../../../../src/graph/index.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { type Call, newMeter } from "../../../../src/lib/call.js";
import { silentLogger } from "../../../../src/lib/logger.js";
import { createSealedBox, sealingKey } from "../../../../src/lib/sealed-box.js";
import { Secret } from "../../../../src/lib/secret.js";
import { FlowBook, type TakenFlow } from "../../../../src/services/authorization/flow-book.js";
import { GrantKeeper } from "../../../../src/services/authorization/grant-keeper.js";
import { MailboxAuthorizationService } from "../../../../src/services/authorization/mailbox-authorization.service.js";
import { ConnectionAccess } from "../../../../src/services/connections/connection-access.js";
import { type Database, openDatabase } from "../../../../src/store/database.js";
import { connectionOf, contoso } from "../../store/temporary-database.js";

const TENANT = "7d1c5b52-4f0e-4c1a-9a6e-0d6a3c2f1b10";
const CLIENT = "3f6b2c18-9d47-4a35-b1c9-8e20d7f4a511";
const ADDRESS = "ann@contoso.example";

const call: Call = { signal: new AbortController().signal, requestId: "r", traceparent: "t", meter: newMeter() };
let now: number;
const clock = { now: () => now };
const box = createSealedBox([sealingKey("k", Buffer.alloc(32, 1))]);

let db: Database;
let connection: ConnectionConfig;
let scopes: string[];
let book: FlowBook;
let service: MailboxAuthorizationService;

beforeEach(async () => {
  now = 1_800_000_000_000;
  db = await openDatabase({ url: "sqlite::memory:", log: silentLogger, clock });
  const organizationId = (await db.organizations.insert(contoso)).id;
  const vault = new CredentialVault({ db, box, clock, files: new FederatedTokenFiles([]) });
  const inserted = await db.connections.insert({
    ...connectionOf(organizationId),
    cloud: "GLOBAL",
    access: "DELEGATED",
    supportedAccountTypes: "SINGLE_TENANT",
    tenantId: TENANT,
    clientId: CLIENT,
  });
  connection = (await vault.setSecret(inserted, new Secret("a-secret"), null)) ?? inserted;
  scopes = ["Calendars.ReadWrite", "User.Read"];
  const grants = new GrantVault({ db, box });
  const client: Pick<DelegatedClient, "redeem" | "renew"> = {
    redeem: async () => ({
      token: { accessToken: new Secret("token"), expiresAt: now + 3_600_000 },
      account: {
        homeAccountId: "a.b",
        tenantId: TENANT,
        issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        audience: CLIENT,
        userName: ADDRESS,
        scopes,
      },
      cache: new Secret("cache"),
    }),
    renew: () => Promise.reject(new Error("not asked here")),
  };
  const me = { id: "0a5e0001-5eed-4000-a000-000000000001", mail: ADDRESS, userPrincipalName: ADDRESS };
  const graph: GraphClient = {
    send: async <T>() => ({ status: 200, headers: {}, body: me as T, requestId: "" }),
    close: async () => {},
  };
  const delegatedTokens = new DelegatedTokenSource({ db, vault: grants, clock, client });
  const keeper = new GrantKeeper({ db, delegatedTokens });
  const tokens = new AppTokenSource({ clock });
  const access = new ConnectionAccess({ db, vault, tokens, emulator: undefined, clock, log: silentLogger, keeper });
  book = new FlowBook({ db, vault: grants, clock, publicUrl: "https://gateway.example" });
  service = new MailboxAuthorizationService({
    db,
    book,
    keeper,
    access,
    client: client as DelegatedClient,
    delegatedTokens,
    grants,
    graph,
    publicUrl: "https://gateway.example",
    views: { forget: async () => {} },
  });
});
afterEach(() => db.close());

const begin = (invitationId: string | null = null) =>
  service.begin({ connection, mailboxId: null, loginHint: ADDRESS, invitationId });

/** As far as the browser that comes back from Microsoft. */
async function comeBack(url: string): Promise<TakenFlow> {
  const flow = await book.find(new URL(url).searchParams.get("flow") ?? "");
  if (typeof flow === "string") throw new Error(flow);
  const started = await book.start(flow, () => null);
  if (typeof started === "string") throw new Error(started);
  const taken = await book.take("MAILBOX_AUTHORIZATION", started.secrets.state, () => started.binding);
  if (typeof taken === "string") throw new Error(taken);
  return taken;
}

describe("MailboxAuthorizationService", () => {
  test("tells its hooks of the flow and the mailbox, in the transaction that stores the sign-in", async () => {
    const told: unknown[] = [];
    service.onConnected(async (flow, mailbox, repositories) => {
      told.push([flow.invitationId, mailbox.address, (await repositories.mailboxGrants.byMailbox(mailbox.id))?.state]);
    });
    const invitationId = "01JD0000000000000000000000";

    const taken = await comeBack((await begin(invitationId)).url);
    const result = await service.finish(taken, connection, "code", call);

    expect(result).toEqual({ kind: "CONNECTED", address: ADDRESS, account: ADDRESS });
    expect(told).toEqual([[invitationId, ADDRESS, "ACTIVE"]]);
  });

  test("stores nothing when a hook refuses", async () => {
    service.onConnected(() => Promise.reject(new AppError("CONFLICT", "The invitation was revoked.")));
    const taken = await comeBack((await begin()).url);

    await expect(service.finish(taken, connection, "code", call)).rejects.toThrow("The invitation was revoked.");

    expect(await db.mailboxes.byAddress(connection.id, ADDRESS)).toBeNull();
    expect(await db.mailboxGrants.after(null, 10)).toEqual([]);
  });

  test("stores nothing when less was granted than is needed, and names it", async () => {
    scopes = ["User.Read"];
    const taken = await comeBack((await begin()).url);

    await expect(service.finish(taken, connection, "code", call)).rejects.toThrow("did not grant Calendars.ReadWrite");

    expect(await db.mailboxGrants.after(null, 10)).toEqual([]);
  });

  test.each(["", "ann", "ann@", "a b@c.example", "@c.example"])("begins for no address like %j", async (loginHint) => {
    const draft = { connection, mailboxId: null, loginHint, invitationId: null };

    await expect(service.begin(draft)).rejects.toMatchObject({ code: "INVALID_INPUT", facts: { path: ["loginHint"] } });
  });

  test("an organization has two hundred links open at most, and more when they have expired", async () => {
    for (let count = 0; count < 200; count++) await begin();

    await expect(begin()).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      facts: { limit: { name: "openFlows", max: 200, actual: 201 } },
    });
    now += 600_000;
    await expect(begin()).resolves.toMatchObject({ url: expect.stringContaining("/connect/start?flow=") });
  });

  test("old flows are swept when a new one begins", async () => {
    const old = await begin();
    now += 25 * 3_600_000;
    await begin();

    expect(await db.oauthFlows.byId(old.flowId)).toBeNull();
  });

  test("a second tab of one browser goes on with the same attempt; another browser takes the flow over", async () => {
    const { url } = await begin();
    const handle = new URL(url).searchParams.get("flow") ?? "";
    const startWith = async (binding: string | null) => {
      const flow = await book.find(handle);
      const started = typeof flow === "string" ? flow : await book.start(flow, () => binding);
      if (typeof started === "string") throw new Error(started);
      return started;
    };
    const first = await startWith(null);
    const tab = await startWith(first.binding);
    const other = await startWith(null);

    expect(tab.secrets).toEqual(first.secrets);
    expect(other.secrets.state).not.toBe(first.secrets.state);
    expect(await book.take("MAILBOX_AUTHORIZATION", first.secrets.state, () => first.binding)).toBe("unknown");
    expect(await book.take("MAILBOX_AUTHORIZATION", other.secrets.state, () => other.binding)).toMatchObject({
      binding: other.binding,
    });
  });

  test("verifier, nonce and state stand sealed in the row, and are gone once it is used", async () => {
    const { url, flowId } = await begin();
    const taken = await comeBack(url);

    const row = await db.oauthFlows.byId(flowId);
    expect(row).toMatchObject({ attemptSealed: null, usedAt: new Date(now) });
    for (const secret of Object.values(taken.secrets)) expect(JSON.stringify(row)).not.toContain(secret);
  });
});
