import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "../../../../src/lib/app-error.js";
import type { CalendarEvent } from "../../../../src/services/events/event.model.js";
import { type EventFilterDraft, toEventFilter } from "../../../../src/services/events/event-filter.js";

const time = { kind: "AllDay" as const, date: "2026-03-02" };
const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  kind: "Event",
  visibility: "FULL",
  mailboxId: "m",
  graphId: "g",
  version: "v",
  start: time,
  end: time,
  isAllDay: true,
  ...over,
});
const ann = {
  name: "Ann",
  address: "Ann@One.example",
  type: "REQUIRED" as const,
  response: "ACCEPTED" as const,
  respondedAt: null,
  proposedTime: null,
};

type Row = readonly [
  name: string,
  draft: EventFilterDraft,
  matching: Partial<CalendarEvent>,
  other: Partial<CalendarEvent>,
];

describe("a filter", () => {
  test.each<Row>([
    ["showAs in", { showAs: { in: ["BUSY", "TENTATIVE"] } }, { showAs: "BUSY" }, { showAs: "FREE" }],
    ["showAs notIn", { showAs: { notIn: ["FREE"] } }, { showAs: "UNKNOWN" }, { showAs: "FREE" }],
    ["type", { type: { in: ["EXCEPTION"] } }, { type: "EXCEPTION" }, { type: "OCCURRENCE" }],
    ["sensitivity", { sensitivity: { notIn: ["PRIVATE"] } }, { sensitivity: "NORMAL" }, { sensitivity: "PRIVATE" }],
    ["response", { response: { in: ["NOT_RESPONDED"] } }, { response: "NOT_RESPONDED" }, { response: "ACCEPTED" }],
    ["isCancelled", { isCancelled: false }, { isCancelled: false }, { isCancelled: true }],
    ["isAllDay", { isAllDay: false }, { isAllDay: false }, { isAllDay: true }],
    ["an online meeting", { hasOnlineMeeting: true }, { isOnlineMeeting: true }, { isOnlineMeeting: false }],
    ["no online meeting", { hasOnlineMeeting: false }, { isOnlineMeeting: false }, { isOnlineMeeting: true }],
    [
      "a subject in another case",
      { subject: { contains: "straSSE" } },
      { subject: "Zur Straße 5" },
      { subject: "Weg" },
    ],
    ["a subject in Greek", { subject: { contains: "οδός" } }, { subject: "ΟΔΌΣ 3" }, { subject: null }],
    [
      "a subject with its accent apart",
      { subject: { contains: "cafe\u0301" } },
      { subject: "CAFÉ" },
      { subject: "cafe" },
    ],
    ["an emoji", { subject: { contains: "🎉" } }, { subject: "Party 🎉!" }, { subject: "🎈" }],
    [
      "a category of several",
      { categories: { any: ["x", "red"] } },
      { categories: ["Blue", "Red"] },
      { categories: [] },
    ],
    ["the organizer", { organizer: { in: [" ANN@one.example "] } }, { organizer: ann }, { organizer: null }],
    ["an attendee", { attendee: { in: ["ann@one.example"] } }, { attendees: [ann] }, { attendees: [] }],
  ])("by %s holds for those alone", (_name, draft, matching, other) => {
    const filter = toEventFilter(draft);
    expect(filter?.matches(event(matching))).toBe(true);
    expect(filter?.matches(event(other))).toBe(false);
    for (const field of filter?.fields ?? []) expect(matching).toHaveProperty(field);
  });

  test("matches nothing that an event hides, whichever way it is asked [demand 21]", () => {
    for (const draft of [
      { showAs: { notIn: ["FREE" as const] } },
      { isCancelled: false },
      { hasOnlineMeeting: false },
      { subject: { contains: "a" } },
      { categories: { any: ["a"] } },
      { organizer: { in: ["a"] } },
      { attendee: { in: ["a"] } },
    ]) {
      expect(toEventFilter(draft)?.matches(event())).toBe(false);
    }
  });

  test("of several members holds when all do", () => {
    const filter = toEventFilter({ showAs: { in: ["BUSY"] }, isAllDay: true });
    expect(filter?.matches(event({ showAs: "BUSY" }))).toBe(true);
    expect(filter?.matches(event({ showAs: "BUSY", isAllDay: false }))).toBe(false);
    expect(filter?.fields).toEqual(["showAs"]);
  });

  test.each([[null], [undefined], [{}], [{ showAs: null, isAllDay: null }]])("of nothing is none: %j", (draft) => {
    expect(toEventFilter(draft)).toBeNull();
  });

  test("has the key of its meaning: neither order nor nulls change it, values do", () => {
    const key = (draft: EventFilterDraft) => toEventFilter(draft)?.key;
    expect(key({ showAs: { in: ["BUSY", "FREE"] }, isAllDay: true })).toBe(
      key({ isAllDay: true, subject: null, showAs: { notIn: null, in: ["FREE", "BUSY"] } }),
    );
    expect(key({ isAllDay: true })).not.toBe(key({ isAllDay: false }));
    expect(key({ organizer: { in: ["a"] } })).not.toBe(key({ attendee: { in: ["a"] } }));
  });

  test.each<[name: string, draft: EventFilterDraft, path: string[], message: RegExp, code?: string]>([
    ["an empty list", { showAs: { in: [] } }, ["showAs", "in"], /empty list/],
    ["an empty list of what is not wanted", { type: { notIn: [] } }, ["type", "notIn"], /empty list/],
    ["both lists", { showAs: { in: ["BUSY"], notIn: ["FREE"] } }, ["showAs"], /either/],
    ["neither list", { sensitivity: {} }, ["sensitivity"], /`in` or `notIn`/],
    ["masters of series", { type: { in: ["SERIES_MASTER"] } }, ["type", "in"], /no masters/],
    ["an empty text", { subject: { contains: "" } }, ["subject", "contains"], /at least one/],
    ["a text longer than any subject", { subject: { contains: "x".repeat(256) } }, ["subject", "contains"], /255/],
    ["no categories", { categories: { any: [] } }, ["categories", "any"], /empty list/],
    ["no addresses", { organizer: { in: [] } }, ["organizer", "in"], /empty list/],
    ["a blank address", { attendee: { in: ["a@b.example", " "] } }, ["attendee", "in", "1"], /address/],
    ["too many values", { attendee: { in: Array(101).fill("a") } }, ["attendee", "in"], /101 .* 100/, "LIMIT_EXCEEDED"],
  ])("is refused with %s", (_name, draft, path, message, code = "INVALID_INPUT") => {
    try {
      toEventFilter(draft);
      expect.unreachable();
    } catch (error) {
      if (!isAppError(error)) throw error;
      expect(error.code).toBe(code);
      expect(error.message).toMatch(message);
      expect(error.facts.path).toEqual(["filter", ...path]);
    }
  });

  test("finds a part of any subject in upper, lower and decomposed form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), (part) => {
        for (const form of [part.toUpperCase(), part.normalize("NFD")]) {
          const filter = toEventFilter({ subject: { contains: form } });
          expect(filter?.matches(event({ subject: `- ${part}` })), JSON.stringify([part, form])).toBe(true);
        }
      }),
    );
  });
});
