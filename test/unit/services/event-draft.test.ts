import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/lib/app-error.js";
import { type EventDraft, toGraphEvent } from "../../../src/services/events/event-draft.js";

const at = (dateTime: string, timeZone = "Europe/Berlin") => ({ dateTime, timeZone });

describe("an event's draft in Graph's words", () => {
  test("holds what was given and nothing else", () => {
    expect(toGraphEvent({})).toEqual({});
    expect(toGraphEvent({ subject: "Plan" })).toEqual({ subject: "Plan" });
    expect(Object.keys(toGraphEvent({ showAs: "FREE" }))).toEqual(["showAs"]);
  });

  test("has times in the zone's Windows name, which Graph takes for every zone", () => {
    expect(toGraphEvent({ start: at("2026-03-02T09:00:00"), end: at("2026-03-02T10:00:00.5") })).toEqual({
      isAllDay: false,
      start: { dateTime: "2026-03-02T09:00:00", timeZone: "W. Europe Standard Time" },
      end: { dateTime: "2026-03-02T10:00:00.5", timeZone: "W. Europe Standard Time" },
    });
  });

  test("has dates as midnights, in UTC unless a zone was given", () => {
    expect(toGraphEvent({ start: { date: "2026-03-02" }, end: { date: "2026-03-03" } })).toEqual({
      isAllDay: true,
      start: { dateTime: "2026-03-02T00:00:00", timeZone: "UTC" },
      end: { dateTime: "2026-03-03T00:00:00", timeZone: "UTC" },
    });
  });

  test.each<[string, EventDraft, object]>([
    ["a location", { location: null }, { location: { displayName: "" } }],
    ["a body", { body: null }, { body: { contentType: "text", content: "" } }],
    ["categories", { categories: null }, { categories: [] }],
  ])("null empties %s", (_name, draft, graph) => {
    expect(toGraphEvent(draft)).toMatchObject(graph);
  });

  test("translates every member of every enum", () => {
    const draft = {
      showAs: "WORKING_ELSEWHERE",
      sensitivity: "CONFIDENTIAL",
      importance: "LOW",
      body: { contentType: "HTML", content: "<b>x</b>" },
      attendees: [{ address: "a@b.example", type: "RESOURCE" }],
    } as const;

    expect(toGraphEvent(draft)).toMatchObject({
      showAs: "workingElsewhere",
      sensitivity: "confidential",
      importance: "low",
      body: { contentType: "html", content: "<b>x</b>" },
      attendees: [{ emailAddress: { address: "a@b.example" }, type: "resource" }],
    });
  });

  test("takes an end after the start in any zones, and refuses any other", () => {
    const zones = fc.constantFrom("UTC", "Asia/Kolkata", "America/New_York", "Tokyo Standard Time");
    const moments = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 31) / 60_000 });
    fc.assert(
      fc.property(moments, moments, zones, zones, (from, to, fromZone, toZone) => {
        const draft = { start: bound(from, fromZone), end: bound(to, toZone) };
        if (to > from) expect(toGraphEvent(draft).isAllDay).toBe(false);
        else expect(() => toGraphEvent(draft)).toThrow("The end must be after the start");
      }),
    );
  });

  test("fails with a typed error that names the field, whatever the texts", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom("2026-02-30T09:00:00", "2026-03-02T09:00:00Z", "2026-03-02T25:00"),
    );
    fc.assert(
      fc.property(texts, fc.oneof(fc.string(), fc.constant("Europe/Berlin")), (dateTime, timeZone) => {
        try {
          toGraphEvent({ start: { dateTime, timeZone }, end: at("2026-03-02T10:00:00") });
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect((error as AppError).code).toBe("INVALID_INPUT");
          expect(["start", "end"]).toContain((error as AppError).facts.path?.[0]);
        }
      }),
    );
  });
});

/** Wall time of a minute since the epoch in a zone whose clocks are known to `Intl`. */
function bound(minute: number, timeZone: string) {
  const iana = timeZone === "Tokyo Standard Time" ? "Asia/Tokyo" : timeZone;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: iana, dateStyle: "short", timeStyle: "medium" });
  return { dateTime: format.format(minute * 60_000).replace(" ", "T"), timeZone };
}
