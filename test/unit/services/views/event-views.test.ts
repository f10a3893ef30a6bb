import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GraphError } from "../../../../src/graph/index.js";
import { systemClock } from "../../../../src/lib/clock.js";
import { EventViews } from "../../../../src/services/events/views/event-views.js";
import type { ViewQuestion } from "../../../../src/services/events/views/view-plan.js";
import { ViewReads } from "../../../../src/services/events/views/view-reads.js";
import { meetings, newCall, place, question, questions, readings, viewGraph } from "./kit.js";

function viewsOver(graph: ReturnType<typeof viewGraph>) {
  const reads = new ViewReads({ graph: graph.client, clock: systemClock });
  return { reads, views: new EventViews({ reads, cache: null, defaultMaxAgeSeconds: 0 }) };
}

/** Holds answers back until it is released. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const ids = (events: readonly { graphId: string }[]) => events.map(({ graphId }) => graphId);
const noMeetings = [{ id: "e", from: 10, until: 11, isAllDay: false }];

describe("questions of one turn", () => {
  test("get what a read of their own window answers, however Graph reads the edges of windows and days", async () => {
    await fc.assert(
      fc.asyncProperty(meetings, questions, readings, async (held, asked, reading) => {
        const together = viewGraph(held, reading);
        const alone = viewGraph(held, reading);
        const answers = viewsOver(together).views.answer(place(), asked, newCall());
        for (const each of asked) {
          const own = await viewsOver(alone).reads.read(place(), each, newCall());
          expect((await answers.get(each))?.events).toEqual(own.events);
        }
        // Each is read at most once by itself, and once within a wider window.
        expect(together.asked.length).toBeLessThan(2 * asked.length);
      }),
      { numRuns: 200 },
    );
  });

  test("are one request where nothing stands at a bound", async () => {
    const graph = viewGraph(noMeetings);
    const asked = [question(0, 24, "subject"), question(0, 168, "showAs"), question(24, 48, "subject")];
    const answers = viewsOver(graph).views.answer(place(), asked, newCall());
    const found = await Promise.all(asked.map(async (each) => ids((await answers.get(each))?.events ?? [])));
    expect(found).toEqual([["e"], ["e"], []]);
    expect(graph.asked).toHaveLength(1);
    expect(graph.asked[0]?.get("$select")?.split(",")).toEqual(expect.arrayContaining(["subject", "showAs"]));
  });

  test("are read themselves where Graph fails at the wide window, and fail together where it fails at the mailbox", async () => {
    const refusing = (status: number) => async (query: URLSearchParams) => {
      const isWide = query.get("endDateTime") === question(0, 48).end.toISOString();
      if (isWide && query.get("startDateTime") === question(0, 48).start.toISOString()) {
        throw new GraphError("no", { status, code: "no" });
      }
    };
    const asked = [question(0, 24), question(24, 48)];
    const outcome = async (status: number) => {
      const graph = viewGraph(noMeetings, undefined, refusing(status));
      const answers = viewsOver(graph).views.answer(place(), asked, newCall());
      const settled = await Promise.allSettled(answers.values());
      return { states: settled.map((each) => each.status), requests: graph.asked.length };
    };
    expect(await outcome(504)).toEqual({ states: ["fulfilled", "fulfilled"], requests: 3 });
    expect(await outcome(403)).toEqual({ states: ["rejected", "rejected"], requests: 1 });
  });
});

describe("reads under way", () => {
  async function second(asked: ViewQuestion, at = place(), between: (reads: ViewReads) => void = () => {}) {
    const { open, opened } = gate();
    const graph = viewGraph(noMeetings, undefined, (_, count) => (count === 1 ? opened : Promise.resolve()));
    const { reads } = viewsOver(graph);
    const first = reads.read(place(), question(0, 48, "subject", "showAs"), newCall());
    between(reads);
    const call = newCall();
    const answer = reads.read(at, asked, call);
    open();
    return { answers: await Promise.all([first, answer]), requests: graph.asked.length, meter: call.meter };
  }

  test("answer what they cover: fewer fields, or a window inside", async () => {
    const { answers, requests, meter } = await second(question(5, 40, "subject"));
    expect(requests).toBe(1);
    expect(answers.map(({ events }) => ids(events))).toEqual([["e"], ["e"]]);
    expect(meter).toMatchObject({ graphRequests: 0, sharedRequests: 1 });
  });

  test("answer ten equal dashboards of three mailboxes with three requests", async () => {
    const { open, opened } = gate();
    const graph = viewGraph(noMeetings, undefined, () => opened);
    const { views } = viewsOver(graph);
    const asked = [question(0, 168, "subject"), question(0, 24, "subject")];
    const answers = Array.from({ length: 10 }, () =>
      ["ann", "bob", "cy"].flatMap((mailbox) => [...views.answer(place({}, mailbox), asked, newCall()).values()]),
    );
    open();
    for (const answer of answers.flat()) expect(ids((await answer).events)).toEqual(["e"]);
    expect(graph.asked).toHaveLength(3);
  });

  test.each<[string, ViewQuestion, ReturnType<typeof place>]>([
    ["a field more", question(0, 48, "body"), place()],
    ["a longer window", question(0, 49, "subject"), place()],
    ["another connection", question(0, 48, "subject"), place({ id: "c2" })],
    ["another identity", question(0, 48, "subject"), place({ identity: "2" })],
    ["another mailbox", question(0, 48, "subject"), place({}, "bob")],
    ["another calendar", question(0, 48, "subject"), { ...place(), calendarGraphId: "other" }],
    ["an event at its bound", question(11, 40, "subject"), place()],
  ])("do not answer %s", async (_, asked, at) => {
    expect((await second(asked, at)).requests).toBe(2);
  });

  test("are not joined after a write of their connection", async () => {
    const asked = question(0, 48, "subject");
    expect((await second(asked, place(), (reads) => reads.forget("c1"))).requests).toBe(2);
    expect((await second(asked, place(), (reads) => reads.forget("c2"))).requests).toBe(1);
  });

  test("go on when one of two callers leaves, end with the last, and are forgotten", async () => {
    const { open, opened } = gate();
    const graph = viewGraph(noMeetings, undefined, () => opened);
    const { reads } = viewsOver(graph);
    const leaving = new AbortController();
    const asked = question(0, 24, "subject");
    const first = reads.read(place(), asked, newCall({ signal: leaving.signal }));
    const other = reads.read(place(), asked, newCall());
    leaving.abort("gone");
    await expect(first).rejects.toBe("gone");
    open();
    expect(ids((await other).events)).toEqual(["e"]);
    await reads.read(place(), asked, newCall());
    expect(graph.asked).toHaveLength(2);
  });
});
