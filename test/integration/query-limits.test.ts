import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { NodesOfDocument, SubjectsOnlyDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { UNKNOWN_ROW } from "../kit/outcome.js";
import { runSql } from "../kit/sqlite.js";
import { weekAround } from "../kit/week.js";

const WEEK = weekAround(Date.now());
const VIEW = `calendarView(start: "${WEEK.start}", end: "${WEEK.end}", first: 100) { nodes { subject } }`;

const repeat = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(" ");

describe("limits of a query", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const deep = (levels: number) =>
    `{ viewer { ${"organization { mailboxes { nodes { ".repeat(levels)} id ${"} } }".repeat(levels)} } }`;

  test.each<[string, () => string, string, number, number]>([
    ["depth", () => deep(6), "depth", 15, 20],
    ["aliases", () => `{ viewer { ${repeat(51, (n) => `a${n}: role`)} } }`, "aliases", 50, 51],
    ["root fields", () => `{ ${repeat(21, (n) => `a${n}: viewer { role }`)} }`, "rootFields", 20, 21],
    ["directives", () => `{ viewer { ${repeat(51, () => "role @include(if: true)")} } }`, "directives", 50, 51],
    ["tokens", () => `{ viewer { ${"role ".repeat(5_000)} } }`, "tokens", 5_000, 5_005],
    [
      "a huge page",
      () => `{ mailbox(id: "${organization.mailboxIds[0]}") { ${VIEW.replace("100", "101")} } }`,
      "pageSize",
      100,
      101,
    ],
    [
      "cost",
      () => `{ organizations(first: 100) { nodes { mailboxes(first: 100) { nodes { ${VIEW} } } } } }`,
      "cost",
      100_000,
      3_020_201,
    ],
  ])(
    "%s over the limit: 400 with the number allowed and the number found",
    async (_name, query, limit, max, actual) => {
      const { status, errors, data } = await organization.reader.send({ query: query() });

      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      const found = errors![0]!.extensions.limit as { actual: number };
      expect(errors![0]).toMatchObject({ extensions: { code: "LIMIT_EXCEEDED", limit: { name: limit, max } } });
      if (limit === "cost" || limit === "depth") expect(found.actual).toBeGreaterThan(max);
      else expect(found.actual).toBe(actual);
      expect(errors![0]!.message).toContain(String(max));
      expect(errors![0]!.message).toContain(String(found.actual));
      expect(gateway.emulator.log.entries()).toEqual([]);
    },
  );

  test("fragments count as often as they are spread", async () => {
    const query = `{ viewer { ...a ...a } } fragment a on Viewer { ${repeat(30, (n) => `r${n}: role`)} }`;

    const { errors } = await organization.reader.send({ query });

    expect(errors).toMatchObject([{ extensions: { limit: { name: "aliases", max: 50, actual: 60 } } }]);
  });

  test("more ids than a page holds are refused", async () => {
    const ids = Array(101).fill(organization.mailboxIds[0]!);

    const { errors } = await organization.reader.query(NodesOfDocument, { ids });

    expect(errors).toMatchObject([{ extensions: { limit: { name: "pageSize", max: 100, actual: 101 } } }]);
  });

  test("an answer lists a bounded number of errors and counts the rest", async () => {
    const query = `query Many($ids: [ID!]!) { a: nodes(ids: $ids) { id } b: nodes(ids: $ids) { id } }`;
    const ids = Array(100).fill(`mbx_${UNKNOWN_ROW}`);

    const { errors } = await organization.reader.send({ query, variables: { ids } });

    expect(errors).toHaveLength(101);
    expect(errors!.at(-1)).toMatchObject({ extensions: { limit: { name: "errors", max: 100, actual: 200 } } });
  });

  test("an answer tells what the operation may cost", async () => {
    const { extensions } = await organization.reader.query(SubjectsOnlyDocument, {
      id: organization.mailboxIds[0]!,
      ...WEEK,
    });

    expect(extensions).toMatchObject({ cost: { maximumCost: 100_000 } });
    expect((extensions as { cost: { requestedCost: number } }).cost.requestedCost).toBeGreaterThanOrEqual(100);
  });

  test.each([
    ["a document that does not parse", { query: "{ viewer { role }" }, "GRAPHQL_PARSE_FAILED"],
    ["a field that does not exist", { query: "{ viewer { rolle } }" }, "GRAPHQL_VALIDATION_FAILED"],
    [
      "a variable that does not fit",
      { query: "query($f: Int) { organizations(first: $f) { nodes { id } } }", variables: { f: "x" } },
      "BAD_USER_INPUT",
    ],
    [
      "no operation of that name",
      { query: "query A { viewer { role } }", operationName: "B" },
      "OPERATION_RESOLUTION_FAILURE",
    ],
    ["no query at all", {}, "BAD_REQUEST"],
  ])("%s: 400 with a code", async (_name, body, code) => {
    const { status, errors } = await organization.reader.send(body);

    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe("in production", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const key = Buffer.alloc(32, 7).toString("base64");
    gateway = await startGateway({ env: { NODE_ENV: "production", SECRET_KEYS: `k1:${key}` } });
  });
  afterAll(() => gateway.close());

  test.each(["{ __schema { types { name } } }", '{ __type(name: "Viewer") { name } }'])(
    "introspection is off: %s",
    async (query) => {
      const { status, errors, data } = await gateway.owner.send({ query });

      expect([status, data]).toEqual([400, undefined]);
      expect(errors!.length).toBeGreaterThan(0);
    },
  );

  test("near misses are not named", async () => {
    const { errors } = await gateway.owner.send({ query: "{ viewer { rol } }" });
    const inEnum = await gateway.owner.send({
      query: "mutation($i: CreateApiKeyInput!) { createApiKey(input: $i) { token } }",
      variables: { i: { name: "x", role: "REEDER" } },
    });

    expect(JSON.stringify([errors, inEnum.errors])).not.toMatch(/Did you mean|"role"|READER/);
  });

  test("there is no page for browsers", async () => {
    const response = await fetch(`${gateway.url}/graphql`, { headers: { accept: "text/html" } });

    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("json");
  });

  test("a defect is masked: no stack, path, SQL or driver text in the answer, a reference to the log instead", async () => {
    await runSql(join(gateway.dataDir, "gateway.sqlite"), "ALTER TABLE organization RENAME TO gone");

    const { errors, status } = await gateway.owner.send({ query: "{ organizations { nodes { id } } }" });

    expect(status).toBe(200);
    expect(errors).toMatchObject([
      { path: ["organizations"], extensions: { code: "INTERNAL", ref: expect.any(String) } },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/sqlite|select|table|no such|typeorm|node_modules|\.ts|\.js|\bat /i);
    const ref = errors![0]!.extensions.ref as string;
    expect(gateway.logLines.filter((line) => line.includes(ref))).toHaveLength(1);
  });
});
