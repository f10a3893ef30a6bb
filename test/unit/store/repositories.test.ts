import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Organization } from "../../../src/entities/organization.entity.js";
import { isAppError } from "../../../src/lib/app-error.js";
import type { NewCredential } from "../../../src/store/credential.repository.js";
import { connectionOf, type TemporaryDatabase, temporaryDatabase } from "./temporary-database.js";

let temporary: TemporaryDatabase;
let count = 0;
let own: Organization;
let other: Organization;

beforeAll(async () => {
  temporary = await temporaryDatabase();
});
afterAll(() => temporary[Symbol.asyncDispose]());
beforeEach(async () => {
  own = await organization();
  other = await organization();
});

const organization = () =>
  temporary.db.organizations.insert({ name: "Org", slug: `Org-${++count}`, emailDomains: ["a.example", "b.example"] });

describe("organizations", () => {
  test("come back as they were stored, with a lower-case slug and real dates", async () => {
    const found = await temporary.db.organizations.bySlug(own.slug.toUpperCase());

    expect(found).toEqual(own);
    expect(own.slug).toBe(own.slug.toLowerCase());
    expect(own.emailDomains).toEqual(["a.example", "b.example"]);
    expect(own.createdAt).toBeInstanceOf(Date);
    expect(Math.abs(own.createdAt.getTime() - Date.now())).toBeLessThan(10_000);
    expect(own.rowVersion).toBe(1);
  });

  test("a taken slug is a conflict that names the field and nothing of the database", async () => {
    const error = await temporary.db.organizations.insert({ ...own, slug: own.slug.toUpperCase() }).catch((e) => e);

    expect(isAppError(error, "CONFLICT")).toBe(true);
    expect(error.facts.path).toEqual(["slug"]);
    expect(error.cause).toBeUndefined();
    expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/SQLITE|INSERT|constraint|organization\./);
  });

  test("a viewer of one organization finds no other, neither by id nor in a page", async () => {
    const { organizations } = temporary.db;

    expect([...(await organizations.byIds([own.id, other.id], own.id)).keys()]).toEqual([own.id]);
    expect([...(await organizations.byIds([own.id, other.id, "none"], null)).keys()].sort()).toEqual(
      [own.id, other.id].sort(),
    );
    const page = await organizations.page({ first: 10, filter: { organizationId: own.id } });
    expect(page.rows.map((row) => row.id)).toEqual([own.id]);
    const behind = await organizations.page({ first: 10, after: own.id, filter: { organizationId: own.id } });
    expect(behind).toEqual({ rows: [], hasNextPage: false, hasPreviousPage: true });
  });

  test("an update of an older version changes nothing and says so", async () => {
    const { organizations } = temporary.db;
    const renamed = await organizations.update(own.id, own.rowVersion, { name: "New", slug: undefined });
    const stale = await organizations.update(own.id, own.rowVersion, { name: "Stale" });

    expect(renamed).toMatchObject({ name: "New", slug: own.slug, rowVersion: 2, createdAt: own.createdAt });
    expect(stale).toBeNull();
    expect((await organizations.bySlug(own.slug))?.name).toBe("New");
  });

  test("deleting one deletes all that belongs to it and nothing else", async () => {
    const { organizations, connections, mailboxes, apiKeys } = temporary.db;
    const gone = await connections.insert(connectionOf(own.id));
    const kept = await connections.insert(connectionOf(other.id));
    const box = await mailboxes.insert(mailboxOf(gone));
    const key = await apiKeys.insert(keyOf(own.id));

    expect(await organizations.delete(own.id)).toBe(true);
    expect(await organizations.delete(own.id)).toBe(false);
    expect(await connections.byIds([gone.id, kept.id], null)).toEqual(new Map([[kept.id, kept]]));
    expect(await mailboxes.byIds([box.id], null)).toEqual(new Map());
    expect(await apiKeys.byIds([key.id], null)).toEqual(new Map());
  });
});

describe("connections", () => {
  test("start without a credential, and keep JSON, nulls and dates", async () => {
    const { connections } = temporary.db;
    const made = await connections.insert(connectionOf(own.id));
    expect(made).toMatchObject({ credentialVersion: 0, lastVerification: null });

    const checkedAt = { checks: [{ name: "token", passed: true }] };
    const changed = await connections.update(made.id, 1, { lastVerification: checkedAt, stateReason: "why" });
    expect(changed).toMatchObject({ lastVerification: checkedAt, stateReason: "why", rowVersion: 2 });

    const raised = await connections.raiseCredentialVersion({ ...made, rowVersion: 2 }, { state: "ACTIVE" });
    expect(raised).toMatchObject({ credentialVersion: 1, rowVersion: 3, state: "ACTIVE" });
    expect(await connections.raiseCredentialVersion(made)).toBeNull();
  });

  test("a name may be used once in each organization", async () => {
    const { connections } = temporary.db;
    await connections.insert(connectionOf(own.id));
    await connections.insert(connectionOf(other.id));

    const error = await connections.insert(connectionOf(own.id)).catch((e) => e);
    expect(isAppError(error, "CONFLICT")).toBe(true);
    expect(error.facts.path).toEqual(["name"]);
  });

  test("one of an organization that does not exist is refused as not found", async () => {
    const error = await temporary.db.connections.insert(connectionOf("none")).catch((e) => e);

    expect(isAppError(error, "NOT_FOUND")).toBe(true);
  });
});

describe("credentials", () => {
  const values = (connectionId: string, over: Partial<NewCredential> = {}): NewCredential => ({
    organizationId: own.id,
    connectionId,
    kind: "CLIENT_SECRET",
    state: "CURRENT",
    version: 1,
    sealed: "v1.k.a.b",
    hint: "abc",
    certificatePem: null,
    tokenFile: null,
    issuer: null,
    subject: null,
    audience: null,
    setAt: new Date(1_700_000_000_123),
    expiresAt: null,
    ...over,
  });

  test("a connection has one current credential, and others beside it", async () => {
    const { connections, credentials } = temporary.db;
    const { id } = await connections.insert(connectionOf(own.id));
    const current = await credentials.insert(values(id));
    await credentials.insert(values(id, { state: "RETIRING", version: 0 }));

    const error = await credentials.insert(values(id, { version: 2 })).catch((e) => e);
    expect(isAppError(error, "CONFLICT")).toBe(true);
    expect(error.message).toContain("another credential meanwhile");
    const all = await credentials.ofConnections([id], own.id);
    expect(all.map(({ version }) => version)).toEqual([0, 1]);
    expect(all[1]).toEqual(current);
  });

  test("are hidden from other organizations, and go with their connection", async () => {
    const { connections, credentials } = temporary.db;
    const { id } = await connections.insert(connectionOf(own.id));
    const row = await credentials.insert(values(id));

    expect(await credentials.ofConnections([id], other.id)).toEqual([]);
    expect(await credentials.byIds([row.id], other.id)).toEqual(new Map());
    await connections.delete(id);
    expect(await credentials.byIds([row.id], null)).toEqual(new Map());
  });

  test("note the first refusal only, and nothing over a newer version", async () => {
    const { connections, credentials } = temporary.db;
    const { id } = await connections.insert(connectionOf(own.id));
    const row = await credentials.insert(values(id));

    expect(await credentials.noteRefusal(row.id, new Date(1))).toMatchObject({ refusedAt: new Date(1), rowVersion: 2 });
    expect(await credentials.noteRefusal(row.id, new Date(2))).toBeNull();
    expect(await credentials.update(row.id, row.rowVersion, { warnedDays: 7 })).toBeNull();
  });
});

describe("mailboxes", () => {
  test("two organizations may have the same address, each finds its own", async () => {
    const { connections, mailboxes } = temporary.db;
    const mine = await mailboxes.insert(
      mailboxOf(await connections.insert(connectionOf(own.id)), "Ann@Shared.Example"),
    );
    const theirs = await mailboxes.insert(mailboxOf(await connections.insert(connectionOf(other.id))));

    expect(mine.address).toBe("ann@shared.example");
    expect(await mailboxes.byIds([mine.id, theirs.id], own.id)).toEqual(new Map([[mine.id, mine]]));
    expect(await mailboxes.byAddress(mine.connectionId, "ANN@shared.example")).toEqual(mine);
    const page = await mailboxes.page({ last: 5, filter: { organizationId: other.id } });
    expect(page.rows).toEqual([theirs]);
  });

  test("an address that differs only in case is a conflict", async () => {
    const { connections, mailboxes } = temporary.db;
    const connection = await connections.insert(connectionOf(own.id));
    const first = await mailboxes.insert(mailboxOf(connection, "ann@shared.example"));
    const second = await mailboxes.insert(mailboxOf(connection, "bob@shared.example"));

    const added = await mailboxes.insert(mailboxOf(connection, "ANN@shared.example")).catch((e) => e);
    const changed = await mailboxes.update(second.id, 1, { address: "Ann@Shared.example" }).catch((e) => e);
    for (const error of [added, changed]) {
      expect(isAppError(error, "CONFLICT")).toBe(true);
      expect(error.facts.path).toEqual(["address"]);
    }
    expect(await mailboxes.byAddress(connection.id, first.address)).toEqual(first);
  });

  test("more ids than fit one statement are all found", async () => {
    const { connections, mailboxes } = temporary.db;
    const box = await mailboxes.insert(mailboxOf(await connections.insert(connectionOf(own.id))));
    const ids = [...Array.from({ length: 1_200 }, (_, n) => `missing-${n}`), box.id];

    expect(await mailboxes.byIds(ids, own.id)).toEqual(new Map([[box.id, box]]));
  });
});

describe("API keys", () => {
  test("are found by hash; the moment of the first revocation stays", async () => {
    const { apiKeys } = temporary.db;
    const key = await apiKeys.insert(keyOf(own.id));
    expect(await apiKeys.byHash(key.keyHash)).toEqual(key);

    const revoked = await apiKeys.revoke(key.id);
    expect(revoked?.revokedAt).toBeInstanceOf(Date);
    expect(await apiKeys.revoke(key.id)).toEqual(revoked);
    expect(await apiKeys.revoke("none")).toBeNull();
  });

  test("last-used times are noted together, and a key that is gone does no harm", async () => {
    const { apiKeys } = temporary.db;
    const key = await apiKeys.insert(keyOf(null));
    const at = new Date(1_750_000_000_000);

    await apiKeys.touch(
      new Map([
        ["gone", at],
        [key.id, at],
      ]),
    );

    expect((await apiKeys.byHash(key.keyHash))?.lastUsedAt).toEqual(at);
  });

  test("an update changes what was given only", async () => {
    const { apiKeys } = temporary.db;
    const key = await apiKeys.insert(keyOf(own.id));

    expect(await apiKeys.update(key.id, { name: "renamed" })).toEqual({ ...key, name: "renamed" });
    expect(await apiKeys.update(key.id, {})).toEqual({ ...key, name: "renamed" });
    expect(await apiKeys.update("none", { name: "x" })).toBeNull();
  });
});

function mailboxOf(connection: { id: string; organizationId: string }, address = "ann@shared.example") {
  return {
    organizationId: connection.organizationId,
    connectionId: connection.id,
    address,
    state: "UNVERIFIED",
  } as const;
}

function keyOf(organizationId: string | null) {
  const keyHash = `${++count}`.padStart(64, "0");
  return {
    organizationId,
    name: "key",
    role: organizationId ? "ADMIN" : "OWNER",
    keyHash,
    hint: "asg_abcd",
    expiresAt: null,
  } as const;
}
