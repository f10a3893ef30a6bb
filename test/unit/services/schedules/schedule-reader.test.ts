import { describe, expect, test } from "vitest";
import { type GraphClient, type GraphConnection, GraphError, type GraphRequest } from "../../../../src/graph/index.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { type Call, newMeter } from "../../../../src/lib/call.js";
import { FALLBACK_ZONE } from "../../../../src/services/events/event-zone.js";
import type { OpenMailbox } from "../../../../src/services/mailboxes/mailbox-access.js";
import type { ScheduleQuestion } from "../../../../src/services/schedules/schedule.model.js";
import { toSchedule } from "../../../../src/services/schedules/schedule-assembly.js";
import { ScheduleFailure } from "../../../../src/services/schedules/schedule-failure.js";
import { type SchedulePart, ScheduleReader } from "../../../../src/services/schedules/schedule-reader.js";

interface Body {
  readonly schedules: readonly string[];
  readonly startTime: { readonly dateTime: string; readonly timeZone: string };
  readonly endTime: { readonly dateTime: string; readonly timeZone: string };
  readonly availabilityViewInterval: number;
}

const DAY_MS = 86_400_000;
const START = Date.parse("2026-03-02T00:00:00Z");
const connection: GraphConnection = { id: "c", graphUrl: "https://graph.example", accessToken: async () => "t" };
const call: Call = { signal: new AbortController().signal, requestId: "r", traceparent: "t", meter: newMeter() };
const addressesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => `u${String(n).padStart(3, "0")}@one.example`);
const question = (days: number, intervalMinutes = 30): ScheduleQuestion => ({
  start: new Date(START),
  end: new Date(START + days * DAY_MS),
  intervalMinutes,
});
const spanOf = (body: Body) =>
  [Date.parse(`${body.startTime.dateTime}Z`), Date.parse(`${body.endTime.dateTime}Z`)] as const;
const refused = (status: number, code: string) => new GraphError("refused", { status, code, requestId: "" });

/** A reader over a Graph that answers as told, and what it was asked. */
function readerOver(
  answer: (body: Body, request: GraphRequest) => unknown = free,
  limits = { maxAddresses: 20, maxDays: 42 },
) {
  const requests: GraphRequest[] = [];
  const graph = {
    send: async (_: unknown, request: GraphRequest) => {
      requests.push(request);
      return { status: 200, headers: {}, requestId: "", body: { value: answer(request.body as Body, request) } };
    },
  } as unknown as GraphClient;
  const reader = new ScheduleReader({ graph, clock: { now: () => START }, limits });
  const used: string[] = [];
  const asker = (name: string): OpenMailbox => ({
    id: name,
    connection,
    graphUser: name,
    permissionLevel: "FREE_BUSY",
    visibility: { events: "FULL", privateEvents: "BUSY_ONLY" },
    formerIds: undefined as never,
    fallbackZone: FALLBACK_ZONE,
    use: { worked: () => used.push(`${name} worked`), failed: () => used.push(`${name} failed`) } as never,
  });
  const read = async (addresses: readonly string[], asked: ScheduleQuestion) => {
    const askers = new Map(addresses.map((address) => [address, asker(address)]));
    const told: Told = new Map();
    await reader.read(
      { connection, addresses, askers, question: asked },
      (address, parts) => told.set(address, parts),
      call,
    );
    return told;
  };
  return { read, requests, used, bodies: () => requests.map(({ body }) => body as Body) };
}

type Told = Map<string, readonly SchedulePart[] | AppError>;

function row(address: string, body: Body, more: object = {}) {
  const [from, to] = spanOf(body);
  const slots = Math.ceil((to - from) / (body.availabilityViewInterval * 60_000));
  return { scheduleId: address, availabilityView: "0".repeat(slots), scheduleItems: [], ...more };
}

function free(body: Body): unknown {
  return body.schedules.map((address) => row(address, body));
}

describe("reading schedules (user-demands 62)", () => {
  test.each([
    [1, 1, 1],
    [20, 42, 1],
    [21, 42, 2],
    [20, 43, 2],
    [45, 90, 9],
    [100, 1, 5],
  ])("%d addresses over %d days are %d requests", async (count, days, expected) => {
    const { read, bodies } = readerOver();
    const answers = await read(addressesOf(count), question(days));
    expect(bodies()).toHaveLength(expected);
    expect([...answers.values()].filter((parts) => parts instanceof AppError)).toEqual([]);
    expect(answers.size).toBe(count);
    for (const body of bodies()) {
      const [from, to] = spanOf(body);
      expect(body.schedules.length).toBeLessThanOrEqual(20);
      expect(to - from).toBeLessThanOrEqual(42 * DAY_MS);
    }
  });

  test("a raised setting asks for more at once", async () => {
    const { read, bodies } = readerOver(free, { maxAddresses: 100, maxDays: 62 });
    await read(addressesOf(100), question(62));
    expect(bodies()).toHaveLength(1);
  });

  test("a request names its window in UTC and always its interval, asked by one of the addresses", async () => {
    const { read, requests } = readerOver();
    await read(["b@one.example", "a@one.example"], question(1, 60));
    expect(requests).toEqual([
      {
        method: "POST",
        path: "/users/a%40one.example/calendar/getSchedule",
        mailbox: "a@one.example",
        isRead: true,
        body: {
          schedules: ["a@one.example", "b@one.example"],
          startTime: { dateTime: "2026-03-02T00:00:00.000", timeZone: "UTC" },
          endTime: { dateTime: "2026-03-03T00:00:00.000", timeZone: "UTC" },
          availabilityViewInterval: 60,
        },
      },
    ]);
  });

  test("each chunk is asked by a mailbox of its own, so that no lane carries all", async () => {
    const { read, requests } = readerOver();
    await read(addressesOf(60), question(1));
    expect(requests.map(({ mailbox }) => mailbox)).toEqual([
      "u000@one.example",
      "u020@one.example",
      "u040@one.example",
    ]);
  });

  test("an asking mailbox that is gone or out of scope is replaced, and no more than three are tried", async () => {
    const gone = readerOver((body, { mailbox }) => {
      if (mailbox === "u000@one.example") throw refused(404, "MailboxNotEnabledForRESTAPI");
      return free(body);
    });
    const answers = await gone.read(addressesOf(3), question(1));
    expect(gone.requests.map(({ mailbox }) => mailbox)).toEqual(["u000@one.example", "u001@one.example"]);
    expect(gone.used).toEqual(["u000@one.example failed", "u001@one.example worked"]);
    expect(answers.get("u000@one.example")).not.toBeInstanceOf(AppError);

    const all = readerOver(() => {
      throw refused(403, "ErrorAccessDenied");
    });
    const failed = await all.read(addressesOf(9), question(1));
    expect(all.requests).toHaveLength(3);
    expect([...failed.values()].map((error) => (error as AppError).code)).toEqual(Array(9).fill("CONSENT_MISSING"));
  });

  test("an outage fails the chunk that it struck, at once, and no other", async () => {
    const { read, requests } = readerOver((body) => {
      if (body.schedules.includes("u000@one.example")) throw refused(503, "ServiceUnavailable");
      return free(body);
    });
    const answers = await read(addressesOf(25), question(1));
    expect(requests).toHaveLength(2);
    expect((answers.get("u003@one.example") as AppError).code).toBe("UPSTREAM_UNAVAILABLE");
    expect(answers.get("u024@one.example")).not.toBeInstanceOf(AppError);
  });

  test("too many members of distribution lists halve the chunk until it fits", async () => {
    const { read, bodies } = readerOver((body) => {
      if (body.schedules.length > 3) throw refused(400, "ErrorMailboxDataArrayTooBig");
      return free(body);
    });
    const answers = await read(addressesOf(10), question(1));
    expect(answers.size).toBe(10);
    expect(bodies().map(({ schedules }) => schedules.length)).toEqual([10, 5, 5, 3, 2, 3, 2]);
  });

  test("a calendar with over 1,000 entries is asked again alone, by halves, down to a day (user-demands 31)", async () => {
    const { read, bodies } = readerOver((body) => {
      const [from, to] = spanOf(body);
      const isCrowded = to - from > 11 * DAY_MS;
      return body.schedules.map((address) =>
        row(address, body, isCrowded && address.startsWith("u001") ? { error: { responseCode: "5006" } } : {}),
      );
    });
    const answers = await read(addressesOf(2), question(40));
    expect(bodies().map(({ schedules }) => schedules.length)).toEqual([2, 1, 1, 1, 1, 1, 1]);
    const parts = answers.get("u001@one.example");
    if (parts === undefined || parts instanceof AppError) throw new Error("not answered");
    expect(parts.map(({ piece }) => (piece.end - piece.start) / DAY_MS)).toEqual([10, 10, 10, 10]);
    const whole = toSchedule({ address: "u001@one.example", mailboxId: "m" }, question(40), parts);
    expect(whole).toMatchObject({ availabilityView: "0".repeat(40 * 48), error: null });
  });

  test.each([
    ["5009", "NOT_FOUND", "MAILBOX_UNAVAILABLE"],
    ["5006", "TOO_MANY_ITEMS", "LIMIT_EXCEEDED"],
    ["5008", "NO_ACCESS", "CONSENT_MISSING"],
  ])("a row's error %s is its own: %s", async (responseCode, reason, code) => {
    const { read } = readerOver((body) =>
      body.schedules.map((address, n) => row(address, body, n === 0 ? { error: { responseCode } } : {})),
    );
    const answers = await read(addressesOf(2), question(1));
    const error = answers.get("u000@one.example") as ScheduleFailure;
    expect(error).toBeInstanceOf(ScheduleFailure);
    expect([error.reason, error.code, error.facts.upstream?.code]).toEqual([reason, code, responseCode]);
    expect(answers.get("u001@one.example")).not.toBeInstanceOf(AppError);
  });

  test("an answer without a row or without its list never passes for a free calendar", async () => {
    for (const answer of [[], undefined]) {
      const { read } = readerOver(() => answer);
      expect((await read(addressesOf(1), question(1))).get("u000@one.example")).toBeInstanceOf(AppError);
    }
  });

  test("windows that are no whole number of slots are asked for in whole slots and answered as asked", async () => {
    const { read, bodies } = readerOver((body) =>
      body.schedules.map((address) =>
        row(address, body, {
          scheduleItems: [
            item("busy", "2026-03-02T00:05:00", "2026-03-02T00:10:00"),
            item("busy", "2026-03-02T00:20:00", "2026-03-02T00:25:00"),
          ],
        }),
      ),
    );
    const asked = { start: new Date(START), end: new Date(START + 15 * 60_000), intervalMinutes: 30 };
    const parts = (await read(["a@one.example"], asked)).get("a@one.example");
    if (parts === undefined || parts instanceof AppError) throw new Error("not answered");
    const schedule = toSchedule({ address: "a@one.example", mailboxId: "m" }, asked, parts);
    expect(bodies()[0]?.endTime.dateTime).toBe("2026-03-02T00:30:00.000");
    expect(schedule).toMatchObject({ availabilityView: "0", items: [{ status: "BUSY" }] });
  });

  test("an item that reaches over the bound of two requests is told once", async () => {
    const reaching = item("oof", "2026-04-12T12:00:00", "2026-04-14T12:00:00");
    const { read } = readerOver((body) =>
      body.schedules.map((address) => row(address, body, { scheduleItems: [reaching] })),
    );
    const asked = question(60);
    const parts = (await read(["a@one.example"], asked)).get("a@one.example");
    if (parts === undefined || parts instanceof AppError) throw new Error("not answered");
    expect(parts).toHaveLength(2);
    expect(toSchedule({ address: "a@one.example", mailboxId: "m" }, asked, parts)).toMatchObject({
      items: [{ status: "OUT_OF_OFFICE", subject: "Secret" }],
    });
    expect(toSchedule({ address: "a@one.example", mailboxId: null }, asked, parts)).toMatchObject({
      items: [{ status: "OUT_OF_OFFICE", subject: null, location: null }],
    });
  });
});

function item(status: string, start: string, end: string) {
  const time = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
  return { status, start: time(start), end: time(end), subject: "Secret", location: "Attic" };
}
