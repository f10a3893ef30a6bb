import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateApiKeyDocument,
  CreateEventSafelyDocument,
  UpdateApiKeyDocument,
  UpdateConnectionDocument,
  type Visibility,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { runSql } from "../kit/sqlite.js";
import type { TestClient } from "../kit/test-client.js";

interface Rule {
  readonly visibility: Visibility;
  readonly privateEvents: Visibility;
}
interface Outcome {
  readonly event: Readonly<Record<string, unknown>> | null;
  readonly preview: unknown;
  readonly errors: readonly { code: string; current?: unknown }[];
}

const WHOLE: Rule = { visibility: "FULL", privateEvents: "FULL" };
const BUSY: Rule = { visibility: "FULL", privateEvents: "BUSY_ONLY" };
const HIDES: Rule = { visibility: "FULL", privateEvents: "HIDDEN" };
const LIMITED: Rule = { visibility: "LIMITED", privateEvents: "LIMITED" };

describe("safe writes show no more than reads do [user-demands 19, 21, 43]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let count = 0;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address] });
    await organization.admin.data(UpdateConnectionDocument, { input: { id: organization.connectionId, ...WHOLE } });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  async function keyThatShows(rule: Rule) {
    const input = { organizationId: organization.id, name: `key ${++count}`, role: "WRITER" as const, ...rule };
    const { createApiKey } = await organization.admin.data(CreateApiKeyDocument, { input });
    const id = createApiKey.apiKey!.id;
    const client = gateway.as(createApiKey.token!);
    const shows = (changed: Rule) => organization.admin.data(UpdateApiKeyDocument, { input: { id, ...changed } });
    return { client, shows };
  }
  const makeSecret = async (over: object = {}) => {
    const whole = await keyThatShows(WHOLE);
    const input = eventInput(organization, {
      subject: "hush title",
      attendees: [{ address: "hush@elsewhere.example", type: "REQUIRED" as const }],
      sensitivity: "PRIVATE" as const,
      ...over,
    });
    const { data } = await whole.client.query(CreateEventSafelyDocument, { input });
    return data.createEvent.event!.id;
  };
  const FIELDS = `event { subject visibility body { content } attendees { address } }
    preview { changes { path before after } recipients { address } warnings }
    errors { code message ... on ConflictError { current { ... on Event { subject visibility } } } }`;
  const run = async (client: TestClient, mutation: string, variables: object) => {
    const query = `mutation ${mutation}`;
    const { data, errors } = await client.send<{ outcome: Outcome | null }>({ query, variables });
    const codes = [
      ...(errors ?? []).map(({ extensions }) => extensions.code),
      ...(data?.outcome?.errors ?? []).map(({ code }) => code),
    ];
    return { codes, outcome: data?.outcome ?? null, text: JSON.stringify({ data, errors }) };
  };
  const UPDATE = `U($input: UpdateEventInput!) { outcome: updateEvent(input: $input) { ${FIELDS} } }`;
  const DELETE = `D($input: DeleteEventInput!) { outcome: deleteEvent(input: $input) { deletedId ${FIELDS.replace(/^event.*$/m, "")} } }`;
  const methods = () => gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);

  test.each([
    ["as busy", BUSY, "FORBIDDEN"],
    ["not at all", HIDES, "NOT_FOUND"],
    ["in part", LIMITED, "FORBIDDEN"],
  ] as const)("a preview tells nothing of a private event that is shown %s", async (_name, rule, code) => {
    const id = await makeSecret();
    const { client } = await keyThatShows(rule);
    gateway.emulator.log.clear();

    for (const [mutation, input] of [
      [UPDATE, { id, subject: "Other", dryRun: true }],
      [UPDATE, { id, subject: "Other", dryRun: true, expectedVersion: 'W/"old"' }],
      [DELETE, { id, dryRun: true }],
    ] as const) {
      const { codes, text } = await run(client, mutation, { input });
      expect(codes).toEqual([code]);
      expect(text).not.toMatch(/hush|elsewhere/);
    }
    expect(methods().every((method) => method === "GET")).toBe(true);
  });

  test("a preview for a whole series tells nothing of a private one, though the occurrence is public", async () => {
    const series = await makeSecret({ recurrence: { rrule: "FREQ=DAILY;COUNT=3" } });
    const whole = await keyThatShows(WHOLE);
    const query = `query Instances($id: ID!) { node(id: $id) { ... on Event {
      instances(start: "2026-03-01T00:00:00Z", end: "2026-03-09T00:00:00Z") { nodes { id } } } } }`;
    const { data } = await whole.client.send<{ node: { instances: { nodes: readonly { id: string }[] } } }>({
      query,
      variables: { id: series },
    });
    const { id } = data.node.instances.nodes[1]!;
    await run(whole.client, UPDATE, {
      input: { id, sensitivity: "NORMAL", subject: "open", scope: "THIS", allowPast: true },
    });
    const { client } = await keyThatShows(BUSY);

    const one = await run(client, UPDATE, { input: { id, subject: "Other", scope: "THIS", dryRun: true } });
    expect(one.codes).toEqual([]);
    for (const scope of ["ALL", "THIS_AND_FOLLOWING"]) {
      expect((await run(client, UPDATE, { input: { id, subject: "Other", scope, dryRun: true } })).codes).toEqual([
        "FORBIDDEN",
      ]);
      expect((await run(client, DELETE, { input: { id, scope, dryRun: true } })).codes).toEqual(["FORBIDDEN"]);
    }
  });

  test("a preview of what is shown whole tells all of it", async () => {
    const id = await makeSecret({ sensitivity: "NORMAL" });
    const { client } = await keyThatShows(BUSY);
    const { outcome } = await run(client, UPDATE, { input: { id, subject: "Other", dryRun: true } });
    expect(outcome?.preview).toMatchObject({
      changes: [{ path: "subject", before: "hush title", after: "Other" }],
      recipients: [{ address: "hush@elsewhere.example" }],
    });
  });

  test("what stands in the way of a write is shown as a read shows it", async () => {
    const { id, version } = await makeEvent(organization, { subject: "hush, soon private" });
    const { client, shows } = await keyThatShows(WHOLE);
    await run(client, UPDATE, { input: { id, sensitivity: "PRIVATE" } });
    const conflict = () => run(client, UPDATE, { input: { id, subject: "Other", expectedVersion: version } });

    expect((await conflict()).outcome!.errors).toMatchObject([
      { code: "CONFLICT", current: { subject: "hush, soon private", visibility: "FULL" } },
    ]);
    await shows(BUSY);
    const { codes, text } = await conflict();
    expect(codes).toEqual(["FORBIDDEN"]);
    expect(text).not.toContain("hush");
  });

  test.each([
    ["BUSY_ONLY", BUSY, { subject: null, visibility: "BUSY_ONLY", body: null, attendees: null }],
    ["LIMITED", LIMITED, { subject: "hush title", visibility: "LIMITED", body: null, attendees: null }],
    ["HIDDEN", HIDES, null],
  ] as const)("an outcome is repeated as it may be shown by then: %s", async (_name, rule, expected) => {
    const { client, shows } = await keyThatShows(WHOLE);
    const input = eventInput(organization, {
      subject: "hush title",
      sensitivity: "PRIVATE",
      body: { contentType: "TEXT", content: "hush text" },
      idempotencyKey: `shown-${++count}`,
    });
    const create = `C($input: CreateEventInput!) { outcome: createEvent(input: $input) { ${FIELDS} } }`;
    const first = await run(client, create, { input });
    expect(first.outcome?.event).toMatchObject({ subject: "hush title", visibility: "FULL" });

    await shows(rule);
    const again = await run(client, create, { input });
    expect(again.codes).toEqual([]);
    expect(again.outcome?.event).toEqual(expected);
    if (rule !== LIMITED) expect(again.text).not.toContain("hush");

    await shows(WHOLE);
    expect((await run(client, create, { input })).outcome?.event).toEqual(first.outcome?.event);
  });

  test("a copy that held less then does not become more", async () => {
    const { client, shows } = await keyThatShows(BUSY);
    const input = eventInput(organization, { subject: "hush title", sensitivity: "PRIVATE", idempotencyKey: "less" });
    const create = `C($input: CreateEventInput!) { outcome: createEvent(input: $input) { ${FIELDS} } }`;
    const first = await run(client, create, { input });
    await shows({ visibility: "FULL", privateEvents: "LIMITED" });
    const again = await run(client, create, { input });

    expect(first.outcome?.event).toMatchObject({ subject: null, visibility: "BUSY_ONLY" });
    expect(again.outcome?.event).toEqual(first.outcome?.event);
  });

  /** As if the process that did the write had been killed. */
  const interrupt = () =>
    runSql(
      join(gateway.dataDir, "gateway.sqlite"),
      "UPDATE idempotency_record SET state = 'RUNNING', lease_until = 0 WHERE id = (SELECT max(id) FROM idempotency_record)",
    );

  test("a write that an interrupted attempt has done is answered as a read shows it", async () => {
    const { client, shows } = await keyThatShows(WHOLE);
    const id = await makeSecret({ attendees: undefined });
    const input = { id, subject: "hush, changed", idempotencyKey: `done-${++count}` };
    await run(client, UPDATE, { input });
    await interrupt();
    expect((await run(client, UPDATE, { input })).outcome?.event).toMatchObject({ subject: "hush, changed" });

    await interrupt();
    await shows(BUSY);
    const { codes, text } = await run(client, UPDATE, { input });
    expect(codes).toEqual(["FORBIDDEN"]);
    expect(text).not.toContain("hush");
  });

  test.each(["hush title", "a guess"])(
    "repeating an interrupted write does not tell whether a private event has the values: %s",
    async (subject) => {
      const id = await makeSecret({ attendees: undefined });
      const { client } = await keyThatShows(BUSY);
      const input = { id, subject, sensitivity: "PRIVATE", idempotencyKey: `guess-${++count}` };
      gateway.emulator.faults.always({ method: "GET" }, { kind: "error", status: 503, code: "ServiceUnavailable" });
      expect((await run(client, UPDATE, { input })).codes).toEqual(["UPSTREAM_UNAVAILABLE"]);
      gateway.emulator.faults.clear();

      expect((await run(client, UPDATE, { input })).codes).toEqual(["OUTCOME_UNKNOWN"]);
    },
  );
});
