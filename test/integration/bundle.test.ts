import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGateway } from "../../scripts/build-gateway.js";
import { LAZY_PACKAGES } from "../../scripts/bundle/lazy-packages.js";
import { startChildGateway } from "../kit/child-gateway.js";
import { OWNER_KEY } from "../kit/gateway.js";
import { CreateOrganizationDocument, OrganizationByIdDocument } from "../kit/generated/operations.js";
import { runSql } from "../kit/sqlite.js";

/** What the driver needs; nothing else of node_modules is within reach of the bundle. */
const NATIVE = ["sqlite3", "bindings", "file-uri-to-path"];
const ENDED = { code: 0, signal: null };
const PATIENCE = { timeout: 60_000 };

describe("the bundle that production starts", PATIENCE, () => {
  let folder: string;
  let main: string;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "gateway-bundle-")));
    await mkdir(join(folder, "node_modules"));
    for (const name of NATIVE) {
      await symlink(await realpath(join("node_modules", name)), join(folder, "node_modules", name));
    }
    main = await buildGateway(join(folder, "gateway"));
  }, PATIENCE.timeout);
  afterAll(() => rm(folder, { recursive: true }));

  const start = (name: string, more: Readonly<Record<string, string>> = {}) =>
    startChildGateway(main, {
      DATA_DIR: join(folder, name),
      NODE_ENV: "development",
      BOOTSTRAP_API_KEY: OWNER_KEY,
      ...more,
    });

  /** The script files that Node loaded for one answer, by what V8 counted in them. */
  async function loadedFiles(name: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    const coverage = join(folder, `${name}-coverage`);
    const gateway = await start(name, { NODE_V8_COVERAGE: coverage, ...more });
    expect((await gateway.owner.send({ query: "{ viewer { role } }" })).errors).toBeUndefined();
    expect(await gateway.end("SIGTERM")).toEqual(ENDED);
    const reports = await Promise.all(
      (await readdir(coverage)).map(async (file) => JSON.parse(await readFile(join(coverage, file), "utf8"))),
    );
    return (reports as { readonly result: readonly { readonly url: string }[] }[])
      .flatMap(({ result }) => result.map(({ url }) => url))
      .filter((url) => !url.startsWith("node:"));
  }

  test("migrates a database, writes, reads after a restart, and ends when it is told to", async () => {
    const first = await start("data");
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    const made = await first.owner.data(CreateOrganizationDocument, { input: { name: "Bundled", slug: "bundled" } });
    expect(await first.end("SIGTERM")).toEqual(ENDED);
    const [{ migrations } = { migrations: 0 }] = (await runSql(
      join(folder, "data/gateway.sqlite"),
      "SELECT count(*) AS migrations FROM migration",
    )) as readonly { readonly migrations: number }[];
    expect(migrations).toBe((await readdir("src/migrations")).length);

    const second = await start("data");
    const { organization } = await second.owner.data(OrganizationByIdDocument, { slug: "bundled" });
    expect(organization?.id).toBe(made.createOrganization.organization?.id);
    expect(await second.end("SIGTERM")).toEqual(ENDED);
  });

  test("reads no package for the first answer that is meant for later", async () => {
    const files = await loadedFiles("lazy");
    expect(files.some((file) => file.endsWith("/sqlite3.js"))).toBe(true);
    expect(files.filter((file) => file.includes("/gateway/lazy/"))).toEqual([]);
  });

  test("reads a package when it is needed, and that one alone", async () => {
    const files = await loadedFiles("mail", { SMTP_HOST: "127.0.0.1", SMTP_FROM: "gateway@example.com" });
    expect(files.filter((file) => file.includes("/gateway/lazy/")).map((file) => basename(file))).toEqual([
      "nodemailer.cjs",
    ]);
  });

  test("serves the schema, whose names are those of the source", async () => {
    const gateway = await start("schema");
    const headers = { authorization: `Bearer ${OWNER_KEY}` };
    const sdl = await (await fetch(`${gateway.url}/schema.graphql`, { headers })).text();
    const printed = await readFile("schema/schema.graphql", "utf8");
    expect(sdl.trim()).toBe(printed.slice(printed.indexOf("\n")).trim());
    await gateway.end("SIGTERM");
  });

  test("starts as well without what V8 compiled, or with what another V8 refuses", async () => {
    const cache = join(dirname(main), "gateway.cache");
    const recorded = await readFile(cache);
    for (const spoil of [
      () => rm(cache),
      () => writeFile(cache, recorded.subarray(0, 1_000)),
      () => writeFile(cache, ""),
    ]) {
      await spoil();
      const gateway = await start("data");
      expect((await gateway.owner.send({ query: "{ viewer { role } }" })).errors).toBeUndefined();
      expect(await gateway.end("SIGTERM")).toEqual(ENDED);
    }
    await writeFile(cache, recorded);
  });

  test("comes with the licences of what is in it", async () => {
    const licences = await readFile(join(dirname(main), "licences.txt"), "utf8");
    for (const name of ["typeorm", "graphql", "@apollo/server", "undici"]) expect(licences).toContain(`${name} `);
    for (const name of LAZY_PACKAGES) expect(licences).toContain(name.replace("/sync", ""));
    expect((await stat(join(dirname(main), "gateway.cjs"))).size).toBeLessThan(6_000_000);
  });
});
