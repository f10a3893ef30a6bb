import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { buildProgram, type ChildGateway, startChildGateway } from "../kit/child-gateway.js";
import { OWNER_KEY, startGateway } from "../kit/gateway.js";
import {
  ConnectionByIdDocument,
  CreateConnectionDocument,
  CreateMailboxDocument,
  CreateOrganizationDocument,
  OrganizationByIdDocument,
  SubjectsOnlyDocument,
} from "../kit/generated/operations.js";
import { makeOrganization } from "../kit/organization.js";
import { runSql } from "../kit/sqlite.js";
import { weekAround } from "../kit/week.js";

interface Written {
  readonly slug: string;
  readonly organizationId: string;
  readonly connectionId?: string;
  readonly mailboxId?: string;
}

/** Processes start slowly on a machine that has other work. */
const PATIENCE = { timeout: 60_000 };

describe("the gateway as a process", PATIENCE, () => {
  let emulator: Emulator;
  let dataDir: string;
  let program: Awaited<ReturnType<typeof buildProgram>>;

  beforeAll(async () => {
    emulator = await createEmulator();
    program = await buildProgram();
    dataDir = await mkdtemp(join(tmpdir(), "gateway-process-"));
  }, PATIENCE.timeout);
  afterAll(async () => {
    await emulator.close();
    await program.remove();
    await rm(dataDir, { recursive: true, force: true });
  });

  const file = () => join(dataDir, "gateway.sqlite");
  const start = () =>
    startChildGateway(program.main, {
      NODE_ENV: "development",
      EXPLORER: "off",
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: OWNER_KEY,
      EMULATOR_LOGIN_URL: emulator.loginUrl,
      EMULATOR_GRAPH_URL: emulator.graphUrl,
    });

  /** Writes until the process is gone; notes only what was acknowledged. */
  async function write(
    { owner }: ChildGateway,
    name: string,
    written: Written[],
    rounds = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    for (let n = 0; n < rounds; n++) {
      const slug = `${name}-${n}`;
      const made = await owner.data(CreateOrganizationDocument, { input: { name: slug, slug } });
      const organizationId = made.createOrganization.organization!.id;
      const at = written.push({ slug, organizationId }) - 1;
      const input = {
        organizationId,
        name: "main",
        cloud: "EMULATOR",
        tenantId: DEMO_TENANT_ID,
        ...GATEWAY_APP,
      } as const;
      const connection = await owner.data(CreateConnectionDocument, { input });
      const connectionId = connection.createConnection.connection!.id;
      written[at] = { slug, organizationId, connectionId };
      const address = DEMO_USERS.ines.address;
      const mailbox = await owner.data(CreateMailboxDocument, { input: { connectionId, address } });
      written[at] = { slug, organizationId, connectionId, mailboxId: mailbox.createMailbox.mailbox!.id };
    }
  }

  test("kill -9 during writes loses no acknowledged write and leaves no half-made row", async () => {
    const written: Written[] = [];
    for (const round of [1, 2, 3]) {
      const gateway = await start();
      const writers = ["a", "b", "c"].map((name) => write(gateway, `${name}${round}`, written).catch(() => undefined));
      const before = written.length;
      while (written.length < before + 6 + round * 3) await sleep(5);
      expect(await gateway.end("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
      await Promise.all(writers);
      expect(await runSql(file(), "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
      expect(await runSql(file(), "PRAGMA foreign_key_check")).toEqual([]);
    }

    const gateway = await startGateway({ dataDir });
    for (const { slug, organizationId, connectionId, mailboxId } of written) {
      const { organization } = await gateway.owner.data(OrganizationByIdDocument, { slug });
      expect(organization?.id).toBe(organizationId);
      if (connectionId === undefined) continue;
      const { connection } = await gateway.owner.data(ConnectionByIdDocument, { id: connectionId });
      expect(connection).toMatchObject({ organization: { id: organizationId }, credential: { kind: "CLIENT_SECRET" } });
      if (mailboxId !== undefined) expect(connection!.mailboxes!.nodes).toMatchObject([{ id: mailboxId }]);
    }
    expect(written.filter(({ mailboxId }) => mailboxId !== undefined).length).toBeGreaterThan(6);
    // Also of what nobody was told: each connection has its credential, which was part of the same input.
    const bare = "SELECT id FROM connection_config WHERE id NOT IN (SELECT connection_id FROM credential)";
    expect(await runSql(file(), bare)).toEqual([]);

    // The credentials still open: the last mailbox can be read.
    const { mailboxId } = written.findLast((entry) => entry.mailboxId !== undefined)!;
    const view = await gateway.owner.query(SubjectsOnlyDocument, { id: mailboxId!, ...weekAround(Date.now()) });
    expect(view.errors).toBeUndefined();
    await gateway.close();
  });

  test("SIGTERM lets an answer in flight be finished, takes no new request, and ends with 0", async () => {
    const gateway = await start();
    const written: Written[] = [];
    await write(gateway, "in-flight", written, 1);
    emulator.faults.once({ service: "graph" }, { kind: "delay", ms: 300 });
    emulator.log.clear();
    const variables = { id: written[0]!.mailboxId!, ...weekAround(Date.now()) };

    const inFlight = gateway.owner.query(SubjectsOnlyDocument, variables);
    while (emulator.faults.list().length > 0) await sleep(5);
    const ended = gateway.end("SIGTERM");
    await sleep(30);
    const late = await gateway.owner.query(SubjectsOnlyDocument, variables).then(
      ({ status }) => status,
      () => "refused",
    );

    expect((await inFlight).data.mailbox!.calendarView!.nodes.length).toBeGreaterThan(0);
    expect(["refused", 503]).toContain(late);
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(await runSql(file(), "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });

  test("refuses to start with faulty settings, and names all of them at once", async () => {
    const starting = startChildGateway(program.main, {
      BOOTSTRAP_API_KEY: OWNER_KEY,
      NODE_ENV: "production",
      PORT: "http",
    });

    const error = await starting.then(
      () => new Error("it started"),
      (reason: Error) => reason,
    );

    expect(error.message).toMatch(/^ended with code 1: /);
    expect(error.message).toMatch(/PORT: [\s\S]*SECRET_KEYS: required in production/);
    expect(error.message).not.toContain(OWNER_KEY);
    expect(error.message).not.toMatch(/^ {4}at /m);
  });

  test("production refuses a database that holds an emulator connection", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gateway-process-"));
    const demo = await startGateway({ dataDir: folder });
    await makeOrganization(demo, { addresses: [] });
    await demo.close();

    const key = Buffer.alloc(32, 1).toString("base64");
    const starting = startGateway({ dataDir: folder, env: { NODE_ENV: "production", SECRET_KEYS: `k:${key}` } });

    await expect(starting).rejects.toThrow("a connection to the tenant emulator, which production refuses");
    await rm(folder, { recursive: true });
  });
});
