import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import { DEMO_TENANT_ID } from "../../emulator/seed/demo-ids.js";
import { buildProgram, startChildGateway } from "../kit/child-gateway.js";
import { connect, registerApp } from "../kit/credentials.js";
import { OWNER_KEY, startGateway } from "../kit/gateway.js";
import {
  AddCredentialDocument,
  CreateConnectionDocument,
  CreateOrganizationDocument,
  CredentialsOfDocument,
  VerifyConnectionDocument,
} from "../kit/generated/operations.js";
import { holdWriteLock, runSql } from "../kit/sqlite.js";

const [FIRST, SECOND] = ["one~secret-0001", "two~secret-0002"] as const;

test("a take-over that fails half-way leaves the former credential in use", async () => {
  const gateway = await startGateway();
  const connected = await connect(gateway, FIRST, SECOND);
  const before = await connected.show();
  const file = join(gateway.dataDir, "gateway.sqlite");
  // By now the former one is set to retire, in the same transaction.
  await runSql(
    file,
    "CREATE TRIGGER no_more BEFORE INSERT ON credential BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
  );
  gateway.emulator.log.clear();

  const input = { connectionId: connected.connectionId, clientSecret: SECOND };
  const { errors } = await connected.organization.admin.query(AddCredentialDocument, { input });

  expect(errors?.length).toBeGreaterThan(0);
  expect(connected.tokenRequests()).toBe(1);
  expect(await connected.show()).toEqual(before);
  await runSql(file, "DROP TRIGGER no_more");
  expect((await connected.organization.admin.data(AddCredentialDocument, { input })).addCredential.errors).toEqual([]);
  await gateway.close();
});

/** Processes start slowly on a machine that has other work. */
const PATIENCE = { timeout: 60_000 };

let emulator: Emulator;
let dataDir: string;
let program: Awaited<ReturnType<typeof buildProgram>>;

beforeAll(async () => {
  emulator = await createEmulator();
  program = await buildProgram();
  dataDir = await mkdtemp(join(tmpdir(), "gateway-crash-"));
}, PATIENCE.timeout);
afterAll(async () => {
  await emulator.close();
  await program.remove();
  await rm(dataDir, { recursive: true, force: true });
});

test("killed between the trial and the take-over, it comes back with the former credential", PATIENCE, async () => {
  const start = () =>
    startChildGateway(program.main, {
      NODE_ENV: "development",
      EXPLORER: "off",
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: OWNER_KEY,
      EMULATOR_LOGIN_URL: emulator.loginUrl,
      EMULATOR_GRAPH_URL: emulator.graphUrl,
    });
  const app = registerApp(emulator, [FIRST, SECOND]);
  const first = await start();
  const { createOrganization } = await first.owner.data(CreateOrganizationDocument, {
    input: { name: "C", slug: "c" },
  });
  const { createConnection } = await first.owner.data(CreateConnectionDocument, {
    input: {
      organizationId: createOrganization.organization!.id,
      name: "main",
      cloud: "EMULATOR",
      tenantId: DEMO_TENANT_ID,
      clientId: app.appId,
      clientSecret: FIRST,
    },
  });
  const { id } = createConnection.connection!;

  const release = await holdWriteLock(join(dataDir, "gateway.sqlite"));
  const asked = first.owner
    .query(AddCredentialDocument, { input: { connectionId: id, clientSecret: SECOND } })
    .catch((error: unknown) => error);
  const granted = () =>
    emulator.log.entries().filter((one) => one.grantType === "client_credentials" && one.status === 200);
  await expect.poll(() => granted().length, { timeout: 10_000 }).toBe(1);
  await first.end("SIGKILL");
  await asked;
  await release();

  const second = await start();
  const { connection } = await second.owner.data(CredentialsOfDocument, { id });
  expect(connection!.credentials.map(({ hint, state }) => [hint, state])).toEqual([["one", "CURRENT"]]);
  const { verifyConnection } = await second.owner.data(VerifyConnectionDocument, { input: { id } });
  expect(verifyConnection.verification!.checks.find(({ name }) => name === "CREDENTIAL")!.state).toBe("PASSED");
  await second.end("SIGTERM");
});
