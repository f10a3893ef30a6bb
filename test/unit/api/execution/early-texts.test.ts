import { GraphQLString } from "graphql";
import { describe, expect, test } from "vitest";
import { nodeAt } from "../../../../src/api/execution/answer-plan.js";
import { EarlyTexts } from "../../../../src/api/execution/early-texts.js";
import type { Shape } from "../../../../src/api/execution/shape.js";
import { compileTextWriter } from "../../../../src/api/execution/text-writer.js";
import type { CalendarEvent } from "../../../../src/services/events/event.model.js";

const shape: Shape = {
  kind: "object",
  members: [
    { name: "title", source: "subject", shape: { kind: "nullable", of: { kind: "leaf", type: GraphQLString } } },
  ],
};
const writer = compileTextWriter(shape);

function event(subject: unknown, isKept = false): CalendarEvent {
  const time = { kind: "AllDay", date: "2026-03-02" } as const;
  const members = { mailboxId: "m", graphId: "g", version: "1", start: time, end: time, isAllDay: true };
  const known = { kind: "Event", visibility: "FULL", ...members, ...(isKept && { isKept }) } as const;
  return { ...known, subject: subject as string };
}

describe("texts that are made early", () => {
  test("are those of the events, in their order", () => {
    const subjects = ["one", "", "drei 🎈", 'qu"ote'];
    const parts = new EarlyTexts().of(
      subjects.map((subject) => event(subject)),
      writer,
      {},
    );

    expect(parts?.map((part) => part.text())).toEqual(subjects.map((title) => JSON.stringify({ title })));
    expect(JSON.stringify(parts)).toBe(JSON.stringify(subjects.map((title) => ({ title }))));
  });

  test("are not made of long lists, of none, of kept events, nor where one event is not plain", () => {
    const many = Array.from({ length: 201 }, () => event("one of many"));
    for (const events of [many, [], [event("kept", true)], [event("plain"), event(7)]]) {
      expect(new EarlyTexts().of(events, writer, {})).toBeUndefined();
    }
  });

  test("end when an answer has enough of them, and begin anew with the next", () => {
    const early = new EarlyTexts();
    const large = [event("x".repeat(2_000_001))];
    const context = {};

    expect(early.of(large, writer, context)).toHaveLength(1);
    expect(early.of([event("more")], writer, context)).toBeUndefined();
    expect(early.of([event("more")], writer, {})).toHaveLength(1);
  });
});

test("a plan is followed by the path of a value, past the indices of lists", () => {
  const list = { fields: new Map(), events: writer };
  const view = { fields: new Map([["nodes", list]]), events: undefined };
  const boxes = { fields: new Map([["week", view]]), events: undefined };
  const root = { fields: new Map([["nodes", boxes]]), events: undefined };
  const item = { prev: { prev: undefined, key: "nodes" }, key: 3 } as const;
  const path = { prev: { prev: item, key: "week" }, key: "nodes" } as const;

  expect(nodeAt(root, path)).toBe(list);
  expect(nodeAt(root, { prev: item, key: "month" })).toBeUndefined();
});
