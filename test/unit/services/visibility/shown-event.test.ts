import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VISIBILITIES } from "../../../../src/entities/visibility.js";
import { type CalendarEvent, SENSITIVITIES } from "../../../../src/services/events/event.model.js";
import { ALL_EVENT_FIELDS } from "../../../../src/services/events/event-members.js";
import {
  assertMayChange,
  isPrivate,
  membersBeforeChange,
  readableFields,
  shownEvent,
  shownEvents,
} from "../../../../src/services/visibility/event-visibility.js";
import { LEAST_LEVELS, memberOf } from "../../../../src/services/visibility/shown-members.js";
import { reaches, ruleFor } from "../../../../src/services/visibility/visibility-rule.js";

const LEVELS = ["READ_WRITE", "READ", "FREE_BUSY"] as const;
const level = fc.constantFrom(...VISIBILITIES);
const rule = fc.record({ visibility: level, privateEvents: level });
const time = { kind: "Timed", instant: new Date(0), timeZone: "UTC", timeZoneSource: "EVENT" } as const;
const always = { kind: "Event", mailboxId: "m", graphId: "g", version: "1", start: time, end: time, isAllDay: false };

/** Every member set, to something that is found again in its text. */
function whole(sensitivity: CalendarEvent["sensitivity"]): CalendarEvent {
  const members = Object.fromEntries(ALL_EVENT_FIELDS.map((field) => [memberOf(field), { mark: `hush-${field}` }]));
  const place = { displayName: "Room hush", emailAddress: null, uri: "hush-uri", uniqueId: "hush-unique" };
  return {
    ...members,
    ...always,
    visibility: "FULL",
    location: place,
    locations: [place],
    sensitivity,
    isKept: true,
  } as unknown as CalendarEvent;
}

function opened(shown: ReturnType<typeof ruleFor>) {
  return { visibility: shown, connection: { id: "c" } as never };
}

describe("what is shown of an event [user-demands 19, 21, 22]", () => {
  test("each field by the one table, for every rule of key and connection, permission level and sensitivity", () => {
    const cases = fc.record({
      key: rule,
      connection: rule,
      permission: fc.constantFrom(...LEVELS),
      sensitivity: fc.option(fc.constantFrom(...SENSITIVITIES), { nil: undefined }),
    });
    fc.assert(
      fc.property(cases, ({ key, connection, permission, sensitivity }) => {
        const shown = ruleFor(key, connection, permission);
        const event = whole(sensitivity);
        const copy = shownEvent(opened(shown), event) as Record<string, unknown> | null;
        const held = isPrivate(sensitivity) ? shown.privateEvents : shown.events;
        if (held === "HIDDEN" || held === "FULL") {
          expect(copy).toBe(held === "FULL" ? event : null);
          return;
        }
        expect(copy).toMatchObject({ ...always, visibility: held });
        expect(copy).not.toHaveProperty("isKept");
        for (const field of ALL_EVENT_FIELDS) {
          const isHere = copy !== null && copy[memberOf(field)] !== undefined;
          const isExpected = reaches(held, LEAST_LEVELS[field]) && event[memberOf(field) as "subject"] !== undefined;
          expect([field, isHere]).toEqual([field, isExpected]);
        }
        if (held === "LIMITED") expect(JSON.stringify(copy)).not.toMatch(/hush-uri|hush-unique/);
      }),
      { numRuns: 500 },
    );
  });

  test("the stricter one wins, on either side, and private events never show more than others", () => {
    fc.assert(
      fc.property(rule, rule, fc.constantFrom(...LEVELS), (one, other, permission) => {
        const both = ruleFor(one, other, permission);
        expect(ruleFor(other, one, permission)).toEqual(both);
        expect(VISIBILITIES.slice(0, VISIBILITIES.indexOf(one.visibility))).not.toContain(both.events);
        expect(both.privateEvents === "HIDDEN" || reaches(both.events, both.privateEvents)).toBe(true);
      }),
    );
  });

  test("without rules, private and confidential events are busy blocks; a sensitivity that is not known counts as private", () => {
    const shown = ruleFor({}, {}, "READ_WRITE");
    expect(shown).toEqual({ events: "FULL", privateEvents: "BUSY_ONLY" });
    const levels = [...SENSITIVITIES, undefined].map((sensitivity) => [
      sensitivity,
      shownEvent(opened(shown), whole(sensitivity))?.visibility,
    ]);
    expect(Object.fromEntries(levels)).toEqual({
      NORMAL: "FULL",
      PERSONAL: "FULL",
      PRIVATE: "BUSY_ONLY",
      CONFIDENTIAL: "BUSY_ONLY",
      UNKNOWN: "BUSY_ONLY",
      undefined: "BUSY_ONLY",
    });
  });

  test("a list is the very list where nothing is withheld, and is without what is hidden", () => {
    const [open, closed] = [whole("NORMAL"), whole("PRIVATE")];
    const list = [open, open];
    expect(shownEvents(opened(ruleFor({}, {}, "READ")), list)).toBe(list);
    const hidesPrivate = ruleFor({ privateEvents: "HIDDEN" }, {}, "READ");
    expect(shownEvents(opened(hidesPrivate), [open, closed, open])).toEqual([open, open]);
  });

  test("links are left out of places that are shown LIMITED", () => {
    const shown = opened(ruleFor({ visibility: "LIMITED" }, {}, "READ"));
    const named = (displayName: string) => {
      const event = { ...whole("NORMAL"), location: { displayName } as never, locations: [] };
      return shownEvent(shown, event)?.location?.displayName;
    };
    expect(named("Room 7, 2. OG/West")).toBe("Room 7, 2. OG/West");
    expect(named("Room 7 https://teams.microsoft.com/l/meetup-join/1?p=2")).toBe("Room 7");
    expect(named("us02web.zoom.us/j/123?pwd=abc")).toBeNull();
  });

  test("asks for nothing that is not shown, and for the sensitivity wherever it decides", () => {
    const asked = (key: Parameters<typeof ruleFor>[0]) =>
      readableFields(opened(ruleFor(key, { privateEvents: "FULL" }, "READ")), ["subject", "body"], {});
    expect(asked({ privateEvents: "FULL" })).toEqual(["subject", "body"]);
    expect(asked({})).toEqual(["subject", "body", "sensitivity"]);
    expect(asked({ visibility: "LIMITED" })).toEqual(["subject", "sensitivity"]);
    expect(asked({ visibility: "BUSY_ONLY" })).toEqual([]);
  });

  test("notices tell once what is withheld, and that an empty calendar is not a free one", () => {
    const noticesOf = (key: Parameters<typeof ruleFor>[0]) => {
      const notices = new Map();
      for (const _ of [1, 2]) readableFields(opened(ruleFor(key, {}, "READ")), ["subject", "body"], { notices });
      return [...notices.values()].map(({ code }) => code);
    };
    expect(noticesOf({})).toEqual([]);
    expect(noticesOf({ visibility: "BUSY_ONLY" })).toEqual(["FIELDS_WITHHELD"]);
    expect(noticesOf({ visibility: "HIDDEN" })).toEqual(["EVENTS_HIDDEN"]);
    expect(noticesOf({ privateEvents: "HIDDEN" })).toEqual(["EVENTS_HIDDEN"]);
  });

  test("only what is shown whole may be changed; where nothing is, nobody is asked", () => {
    const at = (key: Parameters<typeof ruleFor>[0]) => opened(ruleFor(key, { privateEvents: "FULL" }, "READ_WRITE"));
    expect(membersBeforeChange(at({ privateEvents: "FULL" }))).toEqual([]);
    expect(membersBeforeChange(at({}))).toEqual(["sensitivity"]);
    expect(() => membersBeforeChange(at({ visibility: "LIMITED" }))).toThrow(/shown to this API key as LIMITED only/);
    expect(() => membersBeforeChange(at({ visibility: "HIDDEN" }))).toThrow(/no such event/);
    expect(() => assertMayChange(at({}), "NORMAL")).not.toThrow();
    expect(() => assertMayChange(at({}), "PRIVATE")).toThrow(/BUSY_ONLY/);
    expect(() => assertMayChange(at({ privateEvents: "HIDDEN" }), "PRIVATE")).toThrow(/no such event/);
  });
});
