import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CredentialVault } from "../../../src/auth/credential-vault.js";
import { FederatedTokenFiles } from "../../../src/auth/federated-token-files.js";
import { systemClock } from "../../../src/lib/clock.js";
import { type Logger, silentLogger } from "../../../src/lib/logger.js";
import { createSealedBox, sealingKey } from "../../../src/lib/sealed-box.js";
import { Secret } from "../../../src/lib/secret.js";
import { openReader, openWriter } from "../../../src/store/data-sources.js";
import { openDatabase } from "../../../src/store/database.js";
import { parseDatabaseUrl } from "../../../src/store/database-url.js";
import { StoreError } from "../../../src/store/driver-error.js";
import { migrate } from "../../../src/store/migrate.js";
import { connectionOf, contoso } from "./temporary-database.js";

let folder: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gateway-store-"));
  url = `sqlite://${join(folder, "data.sqlite")}`;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("opening", () => {
  test("makes the file and its folder for the owner's eyes only, and migrates it once", async () => {
    const migrated: object[] = [];
    const log: Logger = { ...silentLogger, info: (facts) => void migrated.push(facts) };
    const nested = `sqlite://${join(folder, "new", "data.sqlite")}`;

    const first = await openDatabase({ url: nested, log });
    await first.organizations.insert(contoso);
    const modes = await Promise.all(
      (await readdir(join(folder, "new"))).map(async (name) => (await stat(join(folder, "new", name))).mode & 0o777),
    );
    await first.close();
    const second = await openDatabase({ url: nested, log });

    expect(modes).toEqual(modes.map(() => 0o600));
    expect(modes.length).toBeGreaterThan(1);
    expect(await second.organizations.bySlug("contoso")).toMatchObject({ name: "Contoso" });
    expect(migrated).toHaveLength(1);
    await second.close();
  });

  test("takes an existing file away from other users", async () => {
    const path = join(folder, "data.sqlite");
    await writeFile(path, "", { mode: 0o644 });
    const db = await openDatabase({ url, log: silentLogger });

    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await db.close();
  });

  test("by two processes at once on a new file succeeds for all of them", async () => {
    const script = fileURLToPath(new URL("./open-in-child.ts", import.meta.url));
    const slugs = ["one", "two"];
    const ends = slugs.map(async (slug) => {
      const child = spawn(process.execPath, ["--import", "tsx", script, url, slug], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      let errors = "";
      child.stderr.on("data", (chunk) => {
        errors += chunk;
      });
      const [code] = await once(child, "close");
      return { code, errors };
    });

    expect(await Promise.all(ends)).toEqual(slugs.map(() => ({ code: 0, errors: "" })));
    const db = await openDatabase({ url, log: silentLogger });
    const page = await db.organizations.page({ first: 9, filter: { organizationId: null } });
    expect(page.rows.map((row) => row.slug).sort()).toEqual([...slugs].sort());
    await db.close();
  });

  test("a file that is no database is refused at once, without telling what is in it", async () => {
    await writeFile(join(folder, "data.sqlite"), "these are private notes. ".repeat(200));

    const error = await openDatabase({ url, log: silentLogger }).catch((e) => e);

    expect(error).toBeInstanceOf(StoreError);
    expect(inspect(error)).not.toMatch(/private notes|PRAGMA/);
    expect(error).toMatchObject({ code: "SQLITE_NOTADB" });
  });

  test("works in memory as well, where reads wait for transactions", async () => {
    const db = await openDatabase({ url: "sqlite::memory:", log: silentLogger });
    const writing = db.transaction(({ organizations }) => organizations.insert(contoso));
    const found = await db.organizations.bySlug("contoso");

    expect(found).toEqual(await writing);
    await db.close();
  });

  test.each([
    "",
    "data.sqlite",
    "sqlite://data.sqlite",
    "sqlite://",
    "sqlite:///",
    "postgres://host/db",
    "sqlite:///a%zz",
  ])("the URL %j is refused with the accepted forms", (text) => {
    expect(() => parseDatabaseUrl(text)).toThrow(/sqlite:\/\/\/absolute/);
  });

  test("percent-encoding and Windows drives are understood in the URL", () => {
    expect(parseDatabaseUrl("sqlite:///a%20b/c.sqlite")).toEqual({ kind: "file", path: "/a b/c.sqlite" });
    expect(parseDatabaseUrl("sqlite:///C:/data/c.sqlite")).toEqual({ kind: "file", path: "C:/data/c.sqlite" });
  });
});

describe("closing", () => {
  test("finishes the writes that were asked for, empties the log and refuses what comes later", async () => {
    const db = await openDatabase({ url, log: silentLogger });
    const writes = Array.from({ length: 10 }, (_, n) => db.organizations.insert({ ...contoso, slug: `org-${n}` }));
    await Promise.all([db.close(), db.close(), ...writes]);

    await expect(db.organizations.insert(contoso)).rejects.toThrow("closed");
    await expect(db.ping()).rejects.toThrow("closed");
    expect(await readdir(folder)).toEqual(["data.sqlite"]);
    const again = await openDatabase({ url, log: silentLogger });
    expect((await again.organizations.page({ first: 20, filter: { organizationId: null } })).rows).toHaveLength(10);
    await again.close();
  });
});

test("closing empties the log even while another process keeps the file open", async () => {
  const db = await openDatabase({ url, log: silentLogger });
  const other = await openReader({ kind: "file", path: join(folder, "data.sqlite") });
  await other.query("SELECT count(*) FROM organization");
  await db.organizations.insert(contoso);
  await db.close();

  expect((await stat(join(folder, "data.sqlite-wal"))).size).toBe(0);
  expect(await other.query("SELECT slug FROM organization")).toEqual([{ slug: "contoso" }]);
  await other.destroy();
});

test("two that migrate the same new file at the same moment do it once", async () => {
  const location = { kind: "file", path: join(folder, "data.sqlite") } as const;
  const [one, two] = [await openWriter(location), await openWriter(location)];
  const executed = await Promise.all([migrate(one), migrate(two)]);

  expect(executed.map((names) => names.length).sort()).toEqual([0, one.migrations.length]);
  await Promise.all([one.destroy(), two.destroy()]);
});

test("neither the file nor its log ever holds a client secret's bytes", async () => {
  const secret = "Zq8~very.secret_value-0123456789";
  const db = await openDatabase({ url, log: silentLogger });
  const vault = new CredentialVault({
    db,
    box: createSealedBox([sealingKey("k1", Buffer.alloc(32, 7))]),
    clock: systemClock,
    files: new FederatedTokenFiles([]),
  });
  const organization = await db.organizations.insert(contoso);
  const connection = await db.connections.insert(connectionOf(organization.id));
  await vault.setSecret(connection, new Secret(secret), null);
  const [stored] = await db.credentials.ofConnections([connection.id], null);
  expect(stored?.sealed).toMatch(/^v1\.k1\./);

  const bytesOf = async () =>
    Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))));
  const open = await bytesOf();
  await db.close();
  for (const bytes of [open, await bytesOf()]) {
    expect(bytes.includes(stored?.sealed ?? "?")).toBe(true);
    for (const form of [secret, secret.slice(4, 20), Buffer.from(secret).toString("base64").slice(0, 20)]) {
      expect(bytes.includes(form)).toBe(false);
    }
  }
});
