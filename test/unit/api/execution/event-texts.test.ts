import fc from "fast-check";
import { GraphQLString } from "graphql";
import { describe, expect, test } from "vitest";
import { EventTexts } from "../../../../src/api/execution/event-texts.js";
import { quoted } from "../../../../src/api/execution/plain-values.js";
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

function event(subject: string, isKept: boolean): CalendarEvent {
  const time = { kind: "AllDay", date: "2026-03-02" } as const;
  const members = { mailboxId: "m", graphId: "g", version: "1", start: time, end: time, isAllDay: true, subject };
  return { kind: "Event", visibility: "FULL", ...members, ...(isKept && { isKept }) };
}

describe("the text of an event", () => {
  test("is made once for an event that is kept, and each time for one that is not", () => {
    const shelf = new EventTexts(10_000).shelf(writer);
    const [kept, read] = [event("kept", true), event("read", false)];
    for (const one of [kept, read]) expect(shelf.partOf(one)?.text()).toBe(`{"title":"${one.subject}"}`);
    expect(shelf.partOf(kept)).toBe(shelf.partOf(kept));
    expect(shelf.partOf(read)).not.toBe(shelf.partOf(read));
    expect(JSON.stringify([shelf.partOf(kept), shelf.partOf(read)])).toBe('[{"title":"kept"},{"title":"read"}]');
  });

  test("is found by any operation with the same selection, and by no other", () => {
    const texts = new EventTexts(10_000);
    const kept = event("kept", true);
    texts.shelf(writer).partOf(kept)?.text();
    expect(texts.shelf(compileTextWriter(shape)).partOf(kept)).toBe(texts.shelf(writer).partOf(kept));
    const other = compileTextWriter({ ...shape, members: shape.members.map((one) => ({ ...one, name: "subject" })) });
    expect(texts.shelf(other).partOf(kept)?.text()).toBe('{"subject":"kept"}');
  });

  test("is another one for the object that takes the place of an event that changed", () => {
    const shelf = new EventTexts(10_000).shelf(writer);
    expect(shelf.partOf(event("before", true))?.text()).toBe('{"title":"before"}');
    expect(shelf.partOf(event("after", true))?.text()).toBe('{"title":"after"}');
  });

  test("is dropped when memory is spent, without harm to an answer that holds it", () => {
    const texts = new EventTexts(5_000);
    const shelf = texts.shelf(writer);
    const events = Array.from({ length: 20 }, (_, n) => event(`${n}`.padEnd(500, "ü"), true));
    for (const one of events) shelf.partOf(one)?.text();
    const last = events.at(-1) ?? event("", true);
    const held = shelf.partOf(last);
    for (const one of events) shelf.partOf(one)?.text();
    expect(texts.bytes).toBeGreaterThan(3_000);
    expect(texts.bytes).toBeLessThanOrEqual(5_000);
    expect(held?.text()).toBe(JSON.stringify({ title: last.subject }));
  });

  test("counts two bytes a character where a text needs them", () => {
    const bytesOf = (subject: string) => {
      const texts = new EventTexts(10_000);
      texts.shelf(writer).partOf(event(subject, true))?.text();
      return texts.bytes;
    };
    expect(bytesOf("€".repeat(100)) - bytesOf("e".repeat(100))).toBe(100 + '{"title":""}'.length);
  });

  test("is not kept at all when no memory is given", () => {
    const texts = new EventTexts(0);
    const kept = event("kept", true);
    expect(texts.shelf(writer).partOf(kept)?.text()).toBe('{"title":"kept"}');
    expect(texts.shelf(writer).partOf(kept)).not.toBe(texts.shelf(writer).partOf(kept));
    expect(texts.bytes).toBe(0);
  });

  test("does not exist for an event that GraphQL has to judge", () => {
    const shelf = new EventTexts(10_000).shelf(writer);
    for (const subject of [5, ["a"], new Error("No."), () => "a", Promise.resolve("a")]) {
      expect(shelf.partOf({ ...event("", true), subject } as unknown as CalendarEvent)).toBeUndefined();
    }
  });
});

test("texts are quoted as JSON.stringify quotes them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(quoted(text)).toBe(JSON.stringify(text));
    }),
  );
  for (const text of ["", '"', "\\", "\n\0\x1f\x7f", "\ud83d\ude00", "\ud83d", "\ude00x", "\u2028", "ü€"]) {
    expect(quoted(text)).toBe(JSON.stringify(text));
  }
});
