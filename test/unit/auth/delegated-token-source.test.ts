import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppCredential } from "../../../src/auth/app-token.js";
import type { DelegatedClient, RenewedToken } from "../../../src/auth/delegated-client.js";
import { DelegatedTokenSource, NoGrantError } from "../../../src/auth/delegated-token-source.js";
import { GrantVault } from "../../../src/auth/grant-vault.js";
import { IdentityError } from "../../../src/auth/identity-error.js";
import type { MailboxGrant } from "../../../src/entities/mailbox-grant.entity.js";
import { type Call, newMeter } from "../../../src/lib/call.js";
import { cloudEndpoints } from "../../../src/lib/clouds.js";
import { silentLogger } from "../../../src/lib/logger.js";
import { createSealedBox, keyIdOf, sealingKey } from "../../../src/lib/sealed-box.js";
import { Secret } from "../../../src/lib/secret.js";
import { type Database, openDatabase } from "../../../src/store/database.js";
import { connectionOf, contoso } from "../store/temporary-database.js";

const HOUR = 3_600_000;
const endpoints = cloudEndpoints("GLOBAL", undefined)!;
const credential: AppCredential = {
  connectionId: "c",
  endpoints,
  isEmulator: false,
  tenantId: "common",
  clientId: "3f6b2c18-9d47-4a35-b1c9-8e20d7f4a511",
  proof: { kind: "CLIENT_SECRET", secret: new Secret("s") },
  version: 1,
};
const call = (signal = new AbortController().signal): Call => ({
  signal,
  requestId: "r",
  traceparent: "t",
  meter: newMeter(),
});

let db: Database;
let now: number;
let grant: MailboxGrant;
const clock = { now: () => now };
const box = createSealedBox([sealingKey("k", Buffer.alloc(32, 1))]);

/** Entra as far as it matters here: each renewal gives the next token and the next cache. */
class Renewals {
  caches: string[] = [];
  tenants: string[] = [];
  fail: IdentityError | undefined;
  gate: Promise<void> = Promise.resolve();

  readonly client: Pick<DelegatedClient, "renew"> = {
    renew: async ({ tenantId }, { cache }): Promise<RenewedToken> => {
      this.caches.push(cache.reveal());
      this.tenants.push(tenantId);
      const number = this.caches.length;
      await this.gate;
      if (this.fail) throw this.fail;
      const token = { accessToken: new Secret(`token ${number}`), expiresAt: now + HOUR };
      return { token, cache: new Secret(`cache ${number}`) };
    },
  };
}

const sourceOf = (renewals: Renewals) =>
  new DelegatedTokenSource({
    db,
    vault: new GrantVault({ db, box }),
    clock,
    client: renewals.client,
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
  });

async function connectMailbox(address: string): Promise<MailboxGrant> {
  const organizationId = (await db.organizations.insert({ ...contoso, slug: address })).id;
  const connection = await db.connections.insert(connectionOf(organizationId));
  const connectionId = connection.id;
  const mailbox = await db.mailboxes.insert({ organizationId, connectionId, address, state: "ACTIVE" });
  const tenantId = "7d1c5b52-4f0e-4c1a-9a6e-0d6a3c2f1b10";
  return db.mailboxGrants.put(
    {
      organizationId,
      connectionId,
      mailboxId: mailbox.id,
      tenantId,
      homeAccountId: "a.b",
      accountName: address,
      scopes: [],
    },
    (id) => new GrantVault({ db, box }).sealCache({ id, organizationId }, new Secret("cache 0")),
  );
}

beforeEach(async () => {
  now = 1_800_000_000_000;
  db = await openDatabase({ url: "sqlite::memory:", log: silentLogger, clock });
  grant = await connectMailbox("ann@contoso.example");
});
afterEach(() => db.close());

describe("tokens of signed-in people", () => {
  test("many who wait cost one request, at the account's own tenant", async () => {
    const renewals = new Renewals();
    const source = sourceOf(renewals);

    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.tokenFor(grant, credential, call())));

    expect(new Set(tokens.map((token) => token.reveal()))).toEqual(new Set(["token 1"]));
    expect(renewals.tenants).toEqual([grant.tenantId]);
  });

  test("a token serves until five minutes before its end", async () => {
    const renewals = new Renewals();
    const source = sourceOf(renewals);
    await source.tokenFor(grant, credential, call());
    now += HOUR - 300_001;
    expect((await source.tokenFor(grant, credential, call())).reveal()).toBe("token 1");
    now += 1;
    expect((await source.tokenFor(grant, credential, call())).reveal()).toBe("token 2");
    expect(renewals.caches).toEqual(["cache 0", "cache 1"]);
  });

  test("two processes never renew at once, and the second works with what the first stored", async () => {
    const renewals = new Renewals();
    let open = () => {};
    renewals.gate = new Promise((resolve) => {
      open = resolve;
    });
    const [one, two] = [sourceOf(renewals), sourceOf(renewals)];
    const first = one.tokenFor(grant, credential, call());
    const second = two.tokenFor(grant, credential, call());
    await vi.waitFor(() => expect(renewals.caches).toHaveLength(1));
    for (let turn = 0; turn < 20; turn++) await db.mailboxGrants.byId(grant.id);
    expect(renewals.caches).toHaveLength(1);
    open();

    await Promise.all([first, second]);

    expect(renewals.caches).toEqual(["cache 0", "cache 1"]);
    const row = await db.mailboxGrants.byId(grant.id);
    expect(new GrantVault({ db, box }).cacheOf(row!).reveal()).toBe("cache 2");
  });

  test("a lease of a process that died runs out", async () => {
    expect(await db.mailboxGrants.lease(grant.id, 15_000)).not.toBeNull();
    expect(await db.mailboxGrants.lease(grant.id, 15_000)).toBeNull();
    now += 15_001;

    expect((await sourceOf(new Renewals()).tokenFor(grant, credential, call())).reveal()).toBe("token 1");
  });

  test("who gives up does not end the request of the others", async () => {
    const renewals = new Renewals();
    const source = sourceOf(renewals);
    const gone = new AbortController();
    const first = source.tokenFor(grant, credential, call(gone.signal));
    const second = source.tokenFor(grant, credential, call());
    gone.abort(new Error("gone"));

    await expect(first).rejects.toThrow("gone");
    expect((await second).reveal()).toBe("token 1");
  });

  test("an outage keeps a token that is still good, and gives the lease back", async () => {
    const renewals = new Renewals();
    const source = sourceOf(renewals);
    await source.tokenFor(grant, credential, call());
    now += HOUR - 200_000;
    renewals.fail = new IdentityError({ kind: "unavailable" });
    expect((await source.tokenFor(grant, credential, call())).reveal()).toBe("token 1");
    await expect(source.tokenFor(grant, credential, call(), { fresh: true })).rejects.toThrow(IdentityError);
    renewals.fail = undefined;
    expect((await source.tokenFor(grant, credential, call(), { fresh: true })).reveal()).toBe("token 4");
  });

  test("a sign-in that was withdrawn meanwhile gives no token, and its cache is not stored again", async () => {
    const renewals = new Renewals();
    let open = () => {};
    renewals.gate = new Promise((resolve) => {
      open = resolve;
    });
    const token = sourceOf(renewals).tokenFor(grant, credential, call());
    await vi.waitFor(() => expect(renewals.caches).toHaveLength(1));
    await db.mailboxGrants.deleteOfMailbox(grant.mailboxId);
    open();

    await expect(token).rejects.toThrow(NoGrantError);
    expect(await db.mailboxGrants.byMailbox(grant.mailboxId)).toBeNull();
  });

  test("an envelope that is copied to another mailbox does not open there", async () => {
    const other = await connectMailbox("zoe@contoso.example");
    await db.mailboxGrants.replaceEnvelope(other, grant.cacheSealed);

    await expect(sourceOf(new Renewals()).tokenFor(other, credential, call())).rejects.toMatchObject({
      code: "CONNECTION_UNUSABLE",
    });
  });

  test("caches go under a new key when keys rotate", async () => {
    const next = createSealedBox([sealingKey("n", Buffer.alloc(32, 2)), sealingKey("k", Buffer.alloc(32, 1))]);
    const vault = new GrantVault({ db, box: next });

    expect(await vault.reseal()).toEqual({ resealed: 1, unreadable: [] });
    expect(await vault.reseal()).toEqual({ resealed: 0, unreadable: [] });
    const row = await db.mailboxGrants.byId(grant.id);
    expect(keyIdOf(row!.cacheSealed)).toBe("n");
    expect(vault.cacheOf(row!).reveal()).toBe("cache 0");
  });
});
