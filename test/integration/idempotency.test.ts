import { join } from "node:path";
import { print } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import type { Clock } from "../../src/lib/clock.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateApiKeyDocument,
  CreateEventSafelyDocument,
  CreateTwoEventsDocument,
  DeleteEventSafelyDocument,
} from "../kit/generated/operations.js";
import { type LossyProxy, startLossyProxy } from "../kit/lossy-proxy.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { runSql } from "../kit/sqlite.js";

describe("idempotency keys [user-demands 43]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let other: TestOrganization;
  let proxy: LossyProxy;
  let later = 0;
  const clock: Clock = { now: () => Date.now() + later };
  let count = 0;
  const fresh = () => `key-${++count}-of-this-test`;

  beforeAll(async () => {
    gateway = await startGateway({
      clock,
      beforeGraph: async (graphUrl) => {
        proxy = await startLossyProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    other = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  beforeEach(() => {
    later = 0;
    gateway.emulator.log.clear();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const file = () => join(gateway.dataDir, "gateway.sqlite");
  const posts = () => gateway.emulator.log.entries({ service: "graph", method: "POST" }).length;
  const create = async (over: object = {}, at = organization) => {
    const input = eventInput(at, over);
    return at.writer.query(CreateEventSafelyDocument, { input });
  };

  test("the same key and input answer the first outcome again, without asking Microsoft", async () => {
    const idempotencyKey = fresh();
    const first = await create({ idempotencyKey });
    const asked = gateway.emulator.log.entries({ service: "graph" }).length;
    const second = await create({ idempotencyKey });

    expect(first.data.createEvent.errors).toEqual([]);
    expect(second.data).toEqual(first.data);
    expect(gateway.emulator.log.entries({ service: "graph" }).length).toBe(asked);
    expect(first.extensions?.notices).toBeUndefined();
    expect(second.extensions?.notices).toMatchObject([{ code: "ANSWER_REPEATED" }]);
  });

  test("two at once are one write, and both get its outcome", async () => {
    const idempotencyKey = fresh();
    const [first, second] = await Promise.all([create({ idempotencyKey }), create({ idempotencyKey })]);

    expect(first.data.createEvent.event!.id).toBe(second.data.createEvent.event!.id);
    expect(posts()).toBe(1);
  });

  test("the same key with another input or mutation is refused, and nothing is done", async () => {
    const idempotencyKey = fresh();
    const { data } = await create({ idempotencyKey });
    const input = { id: data.createEvent.event!.id, idempotencyKey };

    const changed = await create({ idempotencyKey, subject: "Another" });
    const removed = await organization.writer.query(DeleteEventSafelyDocument, { input });

    const mismatch = { __typename: "IdempotencyMismatchError", code: "IDEMPOTENCY_MISMATCH", path: ["idempotencyKey"] };
    expect(changed.data.createEvent).toMatchObject({ event: null, errors: [mismatch] });
    expect(removed.data.deleteEvent).toMatchObject({ deletedId: null, errors: [mismatch] });
    expect(posts()).toBe(1);
  });

  test("the same key of another API key, in this organization or another, is another key", async () => {
    const idempotencyKey = fresh();
    const first = await create({ idempotencyKey });
    const elsewhere = await create({ idempotencyKey }, other);
    const admin = await organization.admin.query(CreateEventSafelyDocument, {
      input: eventInput(organization, { idempotencyKey }),
    });

    const ids = [first, elsewhere, admin].map(({ data }) => data.createEvent.event!.id);
    expect(new Set(ids).size).toBe(3);
  });

  test.each([
    ["an empty one", "", "must not be empty"],
    ["a long one", "k".repeat(256), "at most 255"],
    ["a space", "a b", "without spaces"],
    ["a control character", "a\u0007b", "without spaces"],
    ["a letter that is not ASCII", "schlüssel", "without spaces"],
  ])("%s is no key", async (_name, idempotencyKey, message) => {
    const { data } = await create({ idempotencyKey });

    expect(data.createEvent.errors).toMatchObject([
      { code: "INVALID_INPUT", path: ["idempotencyKey"], message: expect.stringContaining(message) },
    ]);
    expect(gateway.emulator.log.entries({ service: "graph" })).toEqual([]);
  });

  test("the header does the same for one mutation, in quotes or without", async () => {
    const key = fresh();
    const send = (idempotencyKey: string, own?: string) => {
      const query =
        "mutation ($input: CreateEventInput!) { createEvent(input: $input) { event { id } errors { code } } }";
      const variables = { input: eventInput(organization, own === undefined ? {} : { idempotencyKey: own }) };
      return organization.writer.send<{ createEvent: { event: { id: string } | null; errors: { code: string }[] } }>(
        { query, variables },
        { headers: { "idempotency-key": idempotencyKey } },
      );
    };
    const answers = [await send(key), await send(`"${key}"`), await send(key, key)];

    expect(new Set(answers.map(({ data }) => data.createEvent.event!.id)).size).toBe(1);
    expect((await send(key, "another")).data.createEvent).toEqual({ event: null, errors: [{ code: "INVALID_INPUT" }] });
    expect(posts()).toBe(1);
  });

  test("the header is refused for a request with two mutations, neither of which is done", async () => {
    const variables = { first: eventInput(organization), second: eventInput(organization) };
    const query = print(CreateTwoEventsDocument);
    const { data } = await organization.writer.send<Record<"one" | "two", { errors: { code: string }[] }>>(
      { query, variables },
      { headers: { "idempotency-key": fresh() } },
    );

    for (const { errors } of [data.one, data.two]) expect(errors).toMatchObject([{ code: "INVALID_INPUT" }]);
    expect(posts()).toBe(0);
  });

  test("bad input is an outcome; a failure of Microsoft is none, and the key makes the event later", async () => {
    const bad = { idempotencyKey: fresh(), subject: "x".repeat(256) };
    const refused = await create(bad);
    const again = await create(bad);
    expect(again.data).toEqual(refused.data);
    expect(again.extensions?.notices).toMatchObject([{ code: "ANSWER_REPEATED" }]);

    const idempotencyKey = fresh();
    gateway.emulator.faults.always(
      { method: "POST", mailbox: DEMO_USERS.jonas.address },
      { kind: "error", status: 403, code: "ErrorAccessDenied" },
    );
    expect((await create({ idempotencyKey })).data.createEvent.errors).toMatchObject([{ code: "CONSENT_MISSING" }]);
    gateway.emulator.faults.clear();
    const made = await create({ idempotencyKey });
    expect(made.data.createEvent).toMatchObject({ event: { subject: "Planning" }, errors: [] });
  });

  test("what is shown once is not stored: its repetition answers null and says so", async () => {
    const idempotencyKey = fresh();
    const input = { organizationId: organization.id, name: "once", role: "READER" as const, idempotencyKey };
    const first = await organization.admin.query(CreateApiKeyDocument, { input });
    const second = await organization.admin.query(CreateApiKeyDocument, { input });

    expect(first.data.createApiKey.token).toMatch(/.{20}/);
    expect(second.data.createApiKey).toMatchObject({ apiKey: { id: first.data.createApiKey.apiKey!.id }, token: null });
    expect(second.extensions?.notices).toMatchObject([{ message: expect.stringContaining("shown only once") }]);
  });

  test("neither keys nor outcomes can be read in the database", async () => {
    const idempotencyKey = `secret-${fresh()}`;
    await create({ idempotencyKey, subject: "A subject that nobody may read" });

    const stored = JSON.stringify(await runSql(file(), "SELECT * FROM idempotency_record"));
    expect(stored).toContain("DONE");
    expect(stored).not.toMatch(/secret-key|nobody may read|Planning/);
  });

  test("while another process does it, the same key is told to wait; once its lease ends, it is taken over", async () => {
    const idempotencyKey = fresh();
    const first = await create({ idempotencyKey });
    const leave = (state: string, until: number) =>
      runSql(
        file(),
        `UPDATE idempotency_record SET state = '${state}', lease_until = ${until} WHERE id = (SELECT max(id) FROM idempotency_record)`,
      );
    // As if that process had been killed after Graph's answer, and before it stored the outcome.
    await leave("RUNNING", clock.now() + 400);

    const second = await create({ idempotencyKey });

    expect(second.data.createEvent.event!.id).toBe(first.data.createEvent.event!.id);
    expect(posts()).toBe(2);
    expect(second.extensions?.notices).toBeUndefined();
  });

  test("an interrupted write that twice would do more than once is not repeated", async () => {
    const idempotencyKey = fresh();
    const input = { organizationId: organization.id, name: "unknown", role: "READER" as const, idempotencyKey };
    await organization.admin.query(CreateApiKeyDocument, { input });
    await runSql(
      file(),
      "UPDATE idempotency_record SET state = 'RUNNING', lease_until = 0 WHERE id = (SELECT max(id) FROM idempotency_record)",
    );

    const { data } = await organization.admin.query(CreateApiKeyDocument, { input });

    expect(data.createApiKey).toMatchObject({
      token: null,
      errors: [{ __typename: "OutcomeUnknownError", code: "OUTCOME_UNKNOWN" }],
    });
  });

  // The last one: clocks do not go back.
  test("an outcome is forgotten after a day, and the key then makes another event", async () => {
    const idempotencyKey = fresh();
    const first = await create({ idempotencyKey });
    later = 24 * 3_600_000 + 1_000;
    const second = await create({ idempotencyKey });

    expect(second.data.createEvent.event!.id).not.toBe(first.data.createEvent.event!.id);
  });
});
