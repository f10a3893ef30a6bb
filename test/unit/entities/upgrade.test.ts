import { afterEach, beforeEach, expect, test } from "vitest";
import { CreateConnectionLife1795917600000 } from "../../../src/migrations/1795917600000-create-connection-life.js";
import { dataSourceFor } from "../../../src/store/data-sources.js";
import { migrate } from "../../../src/store/migrate.js";

const source = dataSourceFor({ kind: "memory" });
const ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

beforeEach(async () => {
  await source.initialize();
  const newer = source.migrations.splice(source.migrations.findIndex(isOurs));
  await migrate(source);
  source.migrations.push(...newer);
});
afterEach(() => source.destroy());

function isOurs(migration: object): boolean {
  return migration instanceof CreateConnectionLife1795917600000;
}

test("a database of before keeps its mailboxes, and its last verifications get an id", async () => {
  const former = {
    passed: true,
    startedAt: "2026-03-02T09:00:00.000Z",
    finishedAt: "2026-03-02T09:00:01.000Z",
    correlationId: "c-1",
    checks: [{ name: "MAILBOX", state: "PASSED", observed: "Read.", action: null, upstreamCode: null }],
  };
  await source.query(`INSERT INTO organization VALUES ('o', 'O', 'o', '[]', 1, 1, 1)`);
  await source.query(
    `INSERT INTO connection_config (id, organization_id, name, cloud, access, supported_account_types, tenant_id, client_id, credential_version, state, last_verification, created_at, updated_at, row_version)
     VALUES ('${ID}', 'o', 'main', 'GLOBAL', 'APPLICATION', 'SINGLE_TENANT', 't', 'c', 0, 'ACTIVE', '${JSON.stringify(former)}', 1, 1, 1)`,
  );
  await source.query(
    `INSERT INTO mailbox (id, organization_id, connection_id, address, state, created_at, updated_at, row_version)
     VALUES ('m', 'o', '${ID}', 'ann@one.example', 'ACTIVE', 1, 1, 1)`,
  );

  await migrate(source);

  expect(await source.query("SELECT id FROM mailbox")).toEqual([{ id: "m" }]);
  const [connection] = await source.query("SELECT permission_level, last_verification FROM connection_config");
  expect(connection.permission_level).toBe("READ_WRITE");
  expect(JSON.parse(connection.last_verification)).toMatchObject({ ...former, id: ID, state: "FINISHED" });
  const verifications = await source.query(
    "SELECT id, connection_id, state, started_at, correlation_id FROM verification",
  );
  expect(verifications).toEqual([
    { id: ID, connection_id: ID, state: "FINISHED", started_at: Date.parse(former.startedAt), correlation_id: "c-1" },
  ]);
});
