import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CredentialVault } from "../../../src/auth/credential-vault.js";
import type { ConnectionConfig } from "../../../src/entities/connection-config.entity.js";
import { isAppError } from "../../../src/lib/app-error.js";
import { silentLogger } from "../../../src/lib/logger.js";
import { createSealedBox, keyIdOf, type SealingKey, sealingKey } from "../../../src/lib/sealed-box.js";
import { Secret } from "../../../src/lib/secret.js";
import { type Database, openDatabase } from "../../../src/store/database.js";
import { connectionOf, contoso } from "../store/temporary-database.js";

const oldKey = sealingKey("old", Buffer.alloc(32, 1));
const newKey = sealingKey("new", Buffer.alloc(32, 2));
const clock = { now: () => 1_800_000_000_000 };

let db: Database;
let organizationId: string;
let connection: ConnectionConfig;

const vaultWith = (...keys: SealingKey[]) => new CredentialVault({ db, box: createSealedBox(keys), clock });
const stored = async (id = connection.id) => {
  const row = (await db.connections.byIds([id], null)).get(id);
  if (!row) throw new Error("The connection is not there.");
  return row;
};

beforeEach(async () => {
  db = await openDatabase({ url: "sqlite::memory:", log: silentLogger });
  organizationId = (await db.organizations.insert(contoso)).id;
  connection = await db.connections.insert(connectionOf(organizationId));
});
afterEach(() => db.close());

describe("a client secret", () => {
  test("can be stored and used, and shows its first three characters only", async () => {
    const vault = vaultWith(oldKey);
    const expiresAt = new Date(1_900_000_000_000);
    expect(vault.secretOf(connection)).toBeNull();

    await vault.setSecret(connection, new Secret("abcdef~secret"), expiresAt);

    const row = await stored();
    expect(vault.secretOf(row)?.reveal()).toBe("abcdef~secret");
    expect(row).toMatchObject({
      credentialKind: "CLIENT_SECRET",
      credentialHint: "abc",
      credentialVersion: 1,
      credentialSetAt: new Date(clock.now()),
      credentialExpiresAt: expiresAt,
    });
    expect(inspect(row)).not.toContain("abcd");
  });

  test("raises the credential's version when it is replaced and when it is removed", async () => {
    const vault = vaultWith(oldKey);
    const first = await vault.setSecret(connection, new Secret("one"), null);
    const second = first && (await vault.setSecret(first, new Secret("two"), null));
    const cleared = second && (await vault.clear(second));

    expect(second?.credentialVersion).toBe(2);
    expect(cleared).toMatchObject({ credentialVersion: 3, credentialSealed: null, credentialHint: null });
    expect(await vault.setSecret(connection, new Secret("stale"), null)).toBeNull();
    expect(vault.secretOf(await stored())).toBeNull();
  });

  test("is undone with the transaction that stored it", async () => {
    const vault = vaultWith(oldKey);
    const work = db.transaction(async (repositories) => {
      await vault.setSecret(connection, new Secret("one"), null, repositories);
      throw new Error("no");
    });

    await expect(work).rejects.toThrow("no");
    expect(await stored()).toEqual(connection);
  });

  test("does not open in another row or another organization", async () => {
    const vault = vaultWith(oldKey);
    const row = await vault.setSecret(connection, new Secret("abcdef"), null);
    if (!row) throw new Error("It was not stored.");

    for (const moved of [
      { ...row, id: "another" },
      { ...row, organizationId: "another" },
    ]) {
      const error = catching(() => vault.secretOf(moved));
      expect(isAppError(error, "CONNECTION_UNUSABLE")).toBe(true);
      expect(inspect(error)).not.toContain("abcdef");
    }
  });
});

describe("resealing", () => {
  const secretsOf = async (count: number) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) {
      const row = await db.connections.insert(connectionOf(organizationId, `c${n}`));
      await vaultWith(oldKey).setSecret(row, new Secret(`secret-${n}`), null);
      ids.push(row.id);
    }
    return ids;
  };

  test("brings every secret under the first key, page after page, and then has nothing left to do", async () => {
    const ids = await secretsOf(205);
    const vault = vaultWith(newKey, oldKey);

    expect(await vault.reseal()).toEqual({ resealed: 205, unreadable: [] });
    expect(await vault.reseal()).toEqual({ resealed: 0, unreadable: [] });

    const alone = vaultWith(newKey);
    for (const [n, id] of ids.entries()) {
      const row = await stored(id);
      expect(keyIdOf(row.credentialSealed ?? "")).toBe("new");
      expect(alone.secretOf(row)?.reveal()).toBe(`secret-${n}`);
      expect(row.credentialVersion).toBe(1);
    }
  });

  test("names what no key opens, and reseals the rest", async () => {
    const [lost = "", kept = ""] = await secretsOf(2);
    const row = await stored(lost);
    const foreign = createSealedBox([sealingKey("lost", Buffer.alloc(32, 3))]).seal("x", "y");
    await db.connections.replaceEnvelope(row, foreign);

    expect(await vaultWith(newKey, oldKey).reseal()).toEqual({ resealed: 1, unreadable: [lost] });
    expect((await stored(lost)).credentialSealed).toBe(foreign);
    expect(keyIdOf((await stored(kept)).credentialSealed ?? "")).toBe("new");
  });
});

function catching(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
