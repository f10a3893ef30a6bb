import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { FaultAction } from "../../emulator/core/faults.js";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { CreateEventDocument, WeekOfMailboxesDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { weekAround } from "../kit/week.js";

const WEEK = weekAround(Date.now());
const DEADLINE_MS = 4_000;

describe("one failing mailbox of three", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway({
      env: {
        GRAPH_MAX_ATTEMPTS: "2",
        GRAPH_MAX_WAIT_MS: "10000",
        GRAPH_REQUEST_TIMEOUT_MS: "500",
        HTTP_DEADLINE_MS: String(DEADLINE_MS),
      },
    });
  });
  // A mailbox that was throttled is left alone for as long as Graph asked, so every test has mailboxes of its own.
  beforeEach(async () => {
    organization = await makeOrganization(gateway);
    gateway.emulator.log.clear();
  });
  afterEach(() => gateway.emulator.faults.clear());
  afterAll(() => gateway.close());

  const ask = () => organization.reader.query(WeekOfMailboxesDocument, { ids: organization.mailboxIds, ...WEEK });
  const answered = ({ data }: Awaited<ReturnType<typeof ask>>) =>
    data.nodes.map((node) => (node && "calendarView" in node ? node.calendarView !== null : undefined));
  const partRequests = () => gateway.emulator.log.count({ mailbox: DEMO_USERS.tomasz.address });

  test.each<[string, FaultAction, object]>([
    ["403", { kind: "error", status: 403, code: "ErrorAccessDenied" }, { code: "CONSENT_MISSING" }],
    [
      "404 of a mailbox on-premises, unlicensed or of a guest [demand 14]",
      { kind: "error", status: 404, code: "MailboxNotEnabledForRESTAPI" },
      { code: "MAILBOX_UNAVAILABLE", upstream: { code: "MailboxNotEnabledForRESTAPI", status: 404 } },
    ],
    [
      "401 that stays after a fresh token",
      { kind: "error", status: 401, code: "InvalidAuthenticationToken" },
      { code: "CREDENTIAL_REFUSED", upstream: { status: 401 } },
    ],
    [
      "429 with a wait that is too long for the request",
      { kind: "error", status: 429, code: "ApplicationThrottled", retryAfterSeconds: 120 },
      { code: "UPSTREAM_THROTTLED", retryable: true, retryAfterMs: 120_000 },
    ],
    [
      "503 that stays",
      { kind: "error", status: 503, code: "ServiceUnavailable", retryAfterSeconds: 0 },
      { code: "UPSTREAM_UNAVAILABLE", retryable: true },
    ],
    ["500 in HTML", { kind: "html", status: 500 }, { code: "UPSTREAM_UNAVAILABLE", upstream: { status: 500 } }],
    ["200 without its items, which is no free calendar", { kind: "empty" }, { code: "UPSTREAM_UNAVAILABLE" }],
    ["an odd status", { kind: "error", status: 418, code: "Teapot" }, { code: "UPSTREAM_REFUSED" }],
    ["a cut connection", { kind: "reset" }, { code: "UPSTREAM_UNAVAILABLE", retryable: true }],
  ])(
    "%s: null with an error at its path, and the others answer [demands 54, 55]",
    async (_name, action, extensions) => {
      gateway.emulator.faults.always({ mailbox: DEMO_USERS.tomasz.address }, action);

      const answer = await ask();

      expect(answer.status).toBe(200);
      expect(answered(answer)).toEqual([true, false, true]);
      expect(answer.errors).toMatchObject([{ path: ["nodes", 1, "calendarView"], extensions }]);
      expect(answer.errors![0]!.message).not.toMatch(/<|http:|127\.0\.0\.1|\{/);
      expect(partRequests()).toBeLessThanOrEqual(3);
    },
  );

  test("429 with a short wait is waited for, and only the throttled part is asked again [demand 55]", async () => {
    gateway.emulator.faults.once(
      { mailbox: DEMO_USERS.tomasz.address },
      { kind: "error", status: 429, code: "ApplicationThrottled", retryAfterSeconds: 0.2 },
    );
    const startedAt = performance.now();

    expect(answered(await ask())).toEqual([true, true, true]);

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(200);
    expect([partRequests(), gateway.emulator.log.count({ mailbox: DEMO_USERS.ines.address })]).toEqual([2, 1]);
  });

  test("503 once is repeated, and nobody notices", async () => {
    gateway.emulator.faults.once({ mailbox: DEMO_USERS.tomasz.address }, { kind: "error", status: 503 });

    const answer = await ask();

    expect(answer.errors).toBeUndefined();
    expect(partRequests()).toBe(2);
  });

  test("a token that Graph refuses once is replaced, and nobody notices", async () => {
    gateway.emulator.faults.once(
      { service: "graph", path: "*/$batch" },
      { kind: "error", status: 401, code: "InvalidAuthenticationToken" },
    );

    const answer = await ask();

    expect(answered(answer)).toEqual([true, true, true]);
  });

  test("a mailbox that hangs holds the others up for one timeout and not for good", async () => {
    gateway.emulator.faults.always({ mailbox: DEMO_USERS.tomasz.address }, { kind: "hang" });

    const answer = await ask();

    expect(answered(answer)).toEqual([true, false, true]);
    expect(["UPSTREAM_UNAVAILABLE", "TIMEOUT"]).toContain(answer.errors![0]!.extensions.code);
  });

  test("a wait that would pass the deadline is not begun; the caller is told how long it is", async () => {
    gateway.emulator.faults.always(
      { mailbox: DEMO_USERS.tomasz.address },
      { kind: "error", status: 429, code: "ApplicationThrottled", retryAfterSeconds: 6 },
    );
    const startedAt = performance.now();

    const answer = await ask();

    expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS);
    expect(answered(answer)).toEqual([true, false, true]);
    expect(answer.errors).toMatchObject([
      { path: ["nodes", 1, "calendarView"], extensions: { code: "UPSTREAM_THROTTLED", retryable: true } },
    ]);
    expect(answer.errors![0]!.extensions.retryAfterMs).toBeGreaterThanOrEqual(5_900);
  });

  test.each<[string, FaultAction, object]>([
    [
      "429 with a long wait is a ThrottledError",
      { kind: "error", status: 429, code: "ApplicationThrottled", retryAfterSeconds: 90 },
      { __typename: "ThrottledError", code: "UPSTREAM_THROTTLED", retryAfterMs: 90_000 },
    ],
    [
      "500 is an UpstreamError that may be repeated",
      { kind: "error", status: 500, code: "generalException" },
      { __typename: "UpstreamError", code: "UPSTREAM_UNAVAILABLE", retryable: true, upstreamCode: "generalException" },
    ],
    [
      "a refusal is a ConsentMissingError, which may not",
      { kind: "error", status: 403, code: "ErrorAccessDenied" },
      {
        __typename: "ConsentMissingError",
        code: "CONSENT_MISSING",
        retryable: false,
        upstreamCode: "ErrorAccessDenied",
      },
    ],
  ])("for a mutation, %s", async (_name, action, problem) => {
    gateway.emulator.faults.always({ method: "POST", mailbox: DEMO_USERS.ines.address }, action);

    const { data } = await organization.writer.query(CreateEventDocument, { input: eventInput(organization) });

    expect(data.createEvent).toMatchObject({ event: null, errors: [problem] });
    expect(data.createEvent.errors[0]).toMatchObject(
      problem && "retryable" in problem ? { upstreamRequestId: expect.stringMatching(/^[\w-]{8,}$/) } : {},
    );
  });

  test("a client that goes away takes its upstream work with it", async () => {
    const body = {
      query: "query Gone($id: ID!) { mailbox(id: $id) { calendars { nodes { id } } } }",
      variables: { id: organization.mailboxIds[0] },
    };
    // With a token and a connection at hand, the next question is at Microsoft at once.
    await organization.reader.send(body);
    gateway.emulator.log.clear();
    gateway.emulator.faults.always({ service: "graph" }, { kind: "delay", ms: 2_000 });
    const abort = new AbortController();

    const asked = organization.reader.send(body, { signal: abort.signal }).catch(() => "gone");
    setTimeout(() => abort.abort(), 200);

    expect(await asked).toBe("gone");
    await vi.waitFor(() => expect(gateway.emulator.log.entries({ service: "graph" })).toMatchObject([{ status: 0 }]));
    const ending = () =>
      gateway.logLines.find((line) => line.includes('"operation":"Gone"') && line.includes("CANCELLED"));
    await vi.waitFor(() => expect(ending()).toBeDefined());
  });
});

describe("Entra out of order", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeEach(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
    gateway.emulator.log.clear();
  });
  afterEach(() => gateway.close());

  test.each<[string, FaultAction]>([
    ["503", { kind: "error", status: 503 }],
    ["HTML", { kind: "html", status: 502 }],
    ["a cut connection", { kind: "reset" }],
  ])("%s: every mailbox says so, and Entra is not asked once for each", async (_name, action) => {
    gateway.emulator.faults.always({ service: "entra" }, action);
    const { data, errors, status } = await organization.reader.query(WeekOfMailboxesDocument, {
      ids: organization.mailboxIds,
      ...WEEK,
    });

    expect(status).toBe(200);
    expect(data.nodes).toMatchObject(Array(3).fill({ calendarView: null }));
    expect(errors).toMatchObject(Array(3).fill({ extensions: { code: "UPSTREAM_UNAVAILABLE", retryable: true } }));
    expect(gateway.emulator.log.count({ service: "entra" })).toBeLessThanOrEqual(2);
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(0);

    gateway.emulator.faults.clear();
    const again = await organization.reader.query(WeekOfMailboxesDocument, { ids: organization.mailboxIds, ...WEEK });
    expect(again.errors).toBeUndefined();
  });
});

test("the deadline ends an operation with what there is, and TIMEOUT where nothing came", async () => {
  const gateway = await startGateway({ env: { HTTP_DEADLINE_MS: "1000" } });
  try {
    const { reader, mailboxIds } = await makeOrganization(gateway);
    gateway.emulator.faults.always({ service: "graph" }, { kind: "hang" });

    const { status, data, errors } = await reader.query(WeekOfMailboxesDocument, { ids: mailboxIds, ...WEEK });

    expect(status).toBe(200);
    expect(data.nodes).toMatchObject([{ address: DEMO_USERS.ines.address }, {}, { calendarView: null }]);
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.retryable])).toEqual(
      mailboxIds.map(() => ["TIMEOUT", true]),
    );
  } finally {
    await gateway.close();
  }
});
