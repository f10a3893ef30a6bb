import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeCertificate } from "../../../src/auth/certificates/make-certificate.js";
import type { CredentialProof } from "../../../src/auth/credential-proof.js";
import { CredentialVault } from "../../../src/auth/credential-vault.js";
import { FederatedTokenFiles } from "../../../src/auth/federated-token-files.js";
import type { ConnectionConfig } from "../../../src/entities/connection-config.entity.js";
import type { Credential } from "../../../src/entities/credential.entity.js";
import { isAppError } from "../../../src/lib/app-error.js";
import { silentLogger } from "../../../src/lib/logger.js";
import { createSealedBox, keyIdOf, type SealingKey, sealingKey } from "../../../src/lib/sealed-box.js";
import { Secret } from "../../../src/lib/secret.js";
import { type Database, openDatabase } from "../../../src/store/database.js";
import { connectionOf, contoso } from "../store/temporary-database.js";

const oldKey = sealingKey("old", Buffer.alloc(32, 1));
const newKey = sealingKey("new", Buffer.alloc(32, 2));
const clock = { now: () => 1_800_000_000_000 };
const files = new FederatedTokenFiles([]);

let db: Database;
let organizationId: string;
let connection: ConnectionConfig;

const vaultWith = (...keys: SealingKey[]) => new CredentialVault({ db, box: createSealedBox(keys), clock, files });
const stored = async (id = connection.id) => (await db.credentials.ofConnections([id], null))[0];
const current = async (id = connection.id) => {
  const row = await stored(id);
  if (!row) throw new Error("The credential is not there.");
  return row;
};
const secretIn = (vault: CredentialVault, row: Credential) => textOf(vault.proofOf(row));

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

    const changed = await vault.setSecret(connection, new Secret("abcdef~secret"), expiresAt);

    const row = await current();
    expect(secretIn(vault, row)).toBe("abcdef~secret");
    expect(changed).toMatchObject({ credentialVersion: 1 });
    expect(row).toMatchObject({
      kind: "CLIENT_SECRET",
      state: "CURRENT",
      hint: "abc",
      version: 1,
      setAt: new Date(clock.now()),
      expiresAt,
    });
    expect(inspect(row)).not.toContain("abcd");
  });

  test("raises the credential's version when it is replaced and when it is removed", async () => {
    const vault = vaultWith(oldKey);
    const first = await vault.setSecret(connection, new Secret("one"), null);
    const second = first && (await vault.setSecret(first, new Secret("two"), null));
    expect(second?.credentialVersion).toBe(2);
    expect(secretIn(vault, await current())).toBe("two");
    const cleared = second && (await vault.clear(second));

    expect(cleared).toMatchObject({ credentialVersion: 3 });
    expect(await stored()).toBeUndefined();
    expect(await vault.setSecret(connection, new Secret("stale"), null)).toBeNull();
    expect(await stored()).toBeUndefined();
  });

  test("is undone with the transaction that stored it", async () => {
    const vault = vaultWith(oldKey);
    const work = db.transaction(async (repositories) => {
      await vault.setSecret(connection, new Secret("one"), null, repositories);
      throw new Error("no");
    });

    await expect(work).rejects.toThrow("no");
    expect(await stored()).toBeUndefined();
    expect((await db.connections.byIds([connection.id], null)).get(connection.id)).toEqual(connection);
  });

  test("does not open in another connection, another organization or as another kind", async () => {
    const vault = vaultWith(oldKey);
    await vault.setSecret(connection, new Secret("abcdef"), null);
    const row = await current();
    const { certificatePem } = await aCertificate();

    for (const moved of [
      { ...row, connectionId: "another" },
      { ...row, organizationId: "another" },
      { ...row, kind: "CERTIFICATE" as const, certificatePem },
    ]) {
      const error = catching(() => vault.proofOf(moved));
      expect(isAppError(error, "CONNECTION_UNUSABLE")).toBe(true);
      expect(inspect(error)).not.toContain("abcdef");
    }
  });

  test("a private key does not open in another row of the same connection", async () => {
    const vault = vaultWith(oldKey);
    const certificate = await aCertificate();
    const row = await db.transaction((own) =>
      vault.add(connection, { kind: "CERTIFICATE", certificate }, "CURRENT", own),
    );

    expect(secretIn(vault, row)).toBe(certificate.privateKeyPem.reveal());
    expect(row.sealed).not.toContain("PRIVATE");
    const error = catching(() => vault.proofOf({ ...row, id: "another" }));
    expect(isAppError(error, "CONNECTION_UNUSABLE")).toBe(true);
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
      const row = await current(id);
      expect(keyIdOf(row.sealed ?? "")).toBe("new");
      expect(secretIn(alone, row)).toBe(`secret-${n}`);
      expect(row.version).toBe(1);
    }
  });

  test("names what no key opens, and reseals the rest", async () => {
    const [lost = "", kept = ""] = await secretsOf(2);
    const row = await current(lost);
    const foreign = createSealedBox([sealingKey("lost", Buffer.alloc(32, 3))]).seal("x", "y");
    await db.credentials.update(row.id, row.rowVersion, { sealed: foreign });

    expect(await vaultWith(newKey, oldKey).reseal()).toEqual({ resealed: 1, unreadable: [lost] });
    expect((await current(lost)).sealed).toBe(foreign);
    expect(keyIdOf((await current(kept)).sealed ?? "")).toBe("new");
  });
});

const aCertificate = () => makeCertificate({ commonName: "test", keyBits: 2048, validDays: 30 }, Date.now());

function textOf(proof: CredentialProof): string {
  if (proof.kind === "CLIENT_SECRET") return proof.secret.reveal();
  if (proof.kind === "CERTIFICATE") return proof.privateKeyPem.reveal();
  throw new Error("A federated credential has no secret.");
}

function catching(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
