import { describe, expect, test } from "vitest";
import { type GraphClient, GraphError, type GraphRequest } from "../../../../src/graph/index.js";
import type { Call, Notice } from "../../../../src/lib/call.js";
import type { CalendarEvent } from "../../../../src/services/events/event.model.js";
import { toCalendarEvent } from "../../../../src/services/events/event-mapper.js";
import { EventRewrites } from "../../../../src/services/events/event-rewrites.js";
import type { OpenMailbox } from "../../../../src/services/mailboxes/mailbox-access.js";
import { newCall } from "../views/kit.js";

const time = (hour: number) => ({ dateTime: `2026-03-02T${hour}:00:00`, timeZone: "UTC" });
const graphEvent = (onlineMeeting: object | null) => ({
  id: "AAMk1",
  "@odata.etag": 'W/"1"',
  start: time(10),
  end: time(11),
  isOnlineMeeting: true,
  onlineMeetingProvider: "teamsForBusiness" as const,
  onlineMeeting,
});
const LINK = { joinUrl: "https://teams.example/j" };
const mailbox = { id: "mbx", graphUser: "ann", connection: { id: "c1" } } as unknown as OpenMailbox;
const started: CalendarEvent = toCalendarEvent("mbx", graphEvent(null));

/** A Graph that answers each read in turn; an error is thrown. */
function rewrites(...answers: (object | null | Error)[]) {
  const asked: GraphRequest[] = [];
  const waits: number[] = [];
  const time = { now: 0 };
  const graph: GraphClient = {
    async send(_connection, request) {
      const answer = answers[asked.length];
      asked.push(request);
      if (answer instanceof Error) throw answer;
      return { status: 200, headers: {}, requestId: "", body: graphEvent(answer ?? null) as never };
    },
    close: async () => {},
  };
  const sleep = async (ms: number) => {
    waits.push(ms);
    time.now += ms;
  };
  const service = new EventRewrites({ graph, sleep, clock: { now: () => time.now } });
  const notices = new Map<string, Notice>();
  const call = (over: Partial<Call> = {}) => newCall({ notices, ...over });
  return { service, asked, waits, notices, call };
}

describe("the join link of a new online meeting [user-demands 50]", () => {
  test("is not looked for where it is there already", async () => {
    const { service, asked, call } = rewrites();
    const event = toCalendarEvent("mbx", graphEvent(LINK));

    expect(await service.withJoinLink(mailbox, event, call())).toBe(event);
    expect(asked).toEqual([]);
  });

  test("is looked for until it is there", async () => {
    const { service, asked, waits, notices, call } = rewrites(null, { joinUrl: null }, LINK, LINK);

    const event = await service.withJoinLink(mailbox, started, call());

    expect(event.onlineMeeting).toMatchObject({ joinUrl: LINK.joinUrl, provider: "TEAMS_FOR_BUSINESS" });
    expect(asked).toHaveLength(3);
    expect(waits).toEqual([250, 500, 1_000]);
    expect(notices.size).toBe(0);
  });

  test("is given up after four looks in four seconds, and the answer says so", async () => {
    const { service, asked, waits, notices, call } = rewrites(null, null, null, null, LINK);

    const event = await service.withJoinLink(mailbox, started, call());

    expect(event.onlineMeeting).toBeNull();
    expect(asked).toHaveLength(4);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(4_000);
    expect([...notices.values()]).toMatchObject([{ code: "JOIN_LINK_PENDING" }]);
  });

  test("is not waited for beyond the request's deadline", async () => {
    const { service, asked, notices, call } = rewrites(null, LINK);

    await service.withJoinLink(mailbox, started, call({ deadline: 600 }));

    expect(asked).toHaveLength(1);
    expect(notices.size).toBe(1);
  });

  test("a read that fails does not look like a failed write", async () => {
    const failure = new GraphError("no", { status: 503, code: "ServiceUnavailable", requestId: "" });
    const { service, asked, notices, call } = rewrites(failure, LINK);

    expect(await service.withJoinLink(mailbox, started, call())).toBe(started);
    expect(asked).toHaveLength(1);
    expect(notices.size).toBe(1);
  });
});
