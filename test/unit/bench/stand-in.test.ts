import { describe, expect, test } from "vitest";
import { scheduleBody, schedulePath } from "../../../bench/peers/graph-schedules.js";
import { mailboxes, week } from "../../../bench/peers/question.js";
import { availabilityOf, eventsOf } from "../../../bench/upstream/events.js";
import { BenchGraph, type GraphAsk } from "../../../bench/upstream/graph.js";
import { DEFAULT_SETTINGS } from "../../../bench/upstream/settings.js";

const WEEK = week(1);

async function ask(over: Partial<GraphAsk>) {
  const graph = new BenchGraph({ ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: 1 } });
  const base = { method: "GET", path: "", root: "http://graph/v1.0", app: "bench" };
  const { status, body } = await new Promise<{ status: number; body: Buffer }>((resolve) =>
    graph.answer({ ...base, ...over }, resolve),
  );
  return { status, body: JSON.parse(body.toString()), tally: graph.tally };
}

const schedules = (addresses: readonly string[], over = {}) =>
  ask({ method: "POST", path: schedulePath(addresses[0] ?? "x"), body: { ...scheduleBody(addresses, WEEK), ...over } });

describe("the stand-in's getSchedule", () => {
  test("tells each address's items in the window that was asked for, and a digit for each slot", async () => {
    const { status, body, tally } = await schedules(mailboxes(20));

    expect(status).toBe(200);
    expect(tally).toMatchObject({ inner: 1, crowded: 0 });
    expect(body.value).toHaveLength(20);
    for (const { scheduleItems, availabilityView } of body.value) {
      expect(scheduleItems).toHaveLength(25);
      expect(scheduleItems[0].start.dateTime.slice(0, 10)).toBe(WEEK.start.slice(0, 10));
      expect(availabilityView).toHaveLength(336);
      expect([...availabilityView].filter((digit) => digit === "2")).toHaveLength(25);
    }
  });

  test.each([
    ["more than 20 addresses", mailboxes(21), {}, "ErrorMailboxDataArrayTooBig"],
    ["no addresses", [], {}, "ErrorMailboxDataArrayTooBig"],
    ["an empty window", mailboxes(1), { endTime: { dateTime: WEEK.start } }, "ErrorInvalidTimeInterval"],
    ["62 days", mailboxes(1), { endTime: { dateTime: week(12).end } }, "ErrorTimeIntervalTooBig"],
    ["slots of four minutes", mailboxes(1), { availabilityViewInterval: 4 }, "ErrorInvalidFreeBusyViewInterval"],
  ])("refuses %s", async (_, addresses, over, code) => {
    expect(await schedules(addresses, over)).toMatchObject({ status: 400, body: { error: { code } } });
  });
});

test("a slot is busy when an event touches it", () => {
  const [event] = eventsOf("m", "default", 1);
  if (!event) throw new Error("no event");
  const day = 86_400_000;

  expect(availabilityOf([{ ...event, day: 0, startMinute: 59, endMinute: 61 }], day, 60)).toBe(`22${"0".repeat(22)}`);
  expect(availabilityOf([{ ...event, day: 0, startMinute: 60, endMinute: 120 }], day, 60)).toBe(`02${"0".repeat(22)}`);
});

test("changes begin with every event and a link, and with the link there are none", async () => {
  const path = `/users/m0000/calendar/calendarView/delta?startDateTime=${WEEK.start}&endDateTime=${WEEK.end}`;
  const first = await ask({ path });
  const link: string = first.body["@odata.deltaLink"];

  expect(first.body.value).toHaveLength(25);
  expect(link.startsWith("http://graph/v1.0/users/")).toBe(true);
  const second = await ask({ path: link.slice("http://graph/v1.0".length) });
  expect(second.body.value).toEqual([]);
  expect(second.body["@odata.deltaLink"]).toBe(link);
});
