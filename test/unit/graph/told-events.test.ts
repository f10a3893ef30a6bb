import type { Event } from "@microsoft/microsoft-graph-types";
import { describe, expect, test } from "vitest";
import type { GraphConnection } from "../../../src/graph/graph-types.js";
import { membersOfList, toldList } from "../../../src/graph/resources/told-events.js";
import { toldRound } from "../../../src/graph/resources/told-round.js";

const START = { dateTime: "2026-03-02T08:00:00.0000000", timeZone: "UTC" };
const MASTER = {
  id: "S",
  iCalUId: "uid of S",
  type: "seriesMaster",
  isAllDay: false,
  originalStartTimeZone: "W. Europe Standard Time",
} as const;
const STUB = { id: "O", type: "occurrence", seriesMasterId: "S", start: START } as const;

/** What a connection is told by some work. */
function toldBy(work: (connection: GraphConnection) => void): readonly (readonly Event[])[] {
  const told: (readonly Event[])[] = [];
  work({ onEvents: (events) => void told.push(events) } as Pick<GraphConnection, "onEvents"> as GraphConnection);
  return told;
}

describe("the events of lists", () => {
  test.each([
    [
      ["id", "subject"],
      ["id", "subject", "iCalUId"],
    ],
    [
      ["id", "iCalUId"],
      ["id", "iCalUId"],
    ],
    [["subject"], ["subject"]],
    [["iCalUId"], ["iCalUId"]],
    [[], []],
  ])("with %j select %j", (select, members) => {
    expect(membersOfList(select)).toEqual(members);
  });

  test("select the same list for the same list", () => {
    const select = ["id", "subject"];

    expect(membersOfList(select)).toBe(membersOfList(select));
  });

  test.each([
    [["id", "subject"], 1],
    [["iCalUId"], 1],
    [["subject"], 0],
  ] as const)("that were asked for %j are told %i times, as they came", (select, times) => {
    const events = [{ id: "A", iCalUId: "u" }];
    const told = toldBy((connection) => toldList(connection, select, events));

    expect(told).toHaveLength(times);
    for (const one of told) expect(one).toBe(events);
  });
});

describe("the events of a round of change tracking", () => {
  const told = (...items: readonly Event[]) => toldBy((connection) => toldRound(connection, ["id"], items))[0] ?? [];

  test("tell of an occurrence that has hardly more than its times where it stands in its series", () => {
    expect(told(STUB, MASTER)).toEqual([
      {
        id: "O",
        type: "occurrence",
        seriesMasterId: "S",
        iCalUId: "uid of S",
        originalStart: "2026-03-02T08:00:00Z",
        originalStartTimeZone: "W. Europe Standard Time",
      },
      MASTER,
    ]);
  });

  test.each([
    ["its series did not come with it", STUB, { ...MASTER, id: "T" }],
    ["its series has no `iCalUId`", STUB, { ...MASTER, iCalUId: null }],
    ["it lasts whole days", STUB, { ...MASTER, isAllDay: true }],
    ["nobody knows whether it does", STUB, { ...MASTER, isAllDay: null }],
    ["its time is in another zone", { ...STUB, start: { ...START, timeZone: "Tokyo Standard Time" } }, MASTER],
    ["it has no time", { id: "O", type: "occurrence", seriesMasterId: "S" } as const, MASTER],
    ["it was changed", { ...STUB, type: "exception" } as const, MASTER],
    ["it was removed", { id: "O", "@removed": { reason: "deleted" } } as Event, MASTER],
  ])("leave it as it is where %s", (_, stub, master) => {
    expect(told(stub, master)[0]).toBe(stub);
  });

  test("are told whole where they came whole", () => {
    const whole = { id: "E", iCalUId: "uid of E", type: "exception", seriesMasterId: "S" } as const;

    expect(told(MASTER, whole)[1]).toBe(whole);
  });

  test("are not looked at where no id is handed out", () => {
    expect(toldBy((connection) => toldRound(connection, ["subject"], [STUB, MASTER]))).toEqual([]);
  });
});
