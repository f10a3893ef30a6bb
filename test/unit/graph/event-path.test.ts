import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventIdIn, eventPath, isWithinEvent, withEventId } from "../../../src/graph/resources/event-path.js";

const text = fc
  .string({ minLength: 1, unit: "grapheme" })
  .filter((id) => id !== "." && id !== ".." && !/\p{Surrogate}/u.test(id));

describe("the event in a path", () => {
  test("is the one that the path was made of, whatever follows, and can be another one", () => {
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.constantFrom("", "/cancel", "?$select=id", "/attachments/x/$value"),
        (mailbox, eventId, other, rest) => {
          const path = eventPath({ mailbox, eventId }) + rest;

          expect(eventIdIn(path)).toBe(eventId);
          expect(isWithinEvent(path)).toBe(rest.startsWith("/attachments/x"));
          expect(withEventId(path, other)).toBe(eventPath({ mailbox, eventId: other }) + rest);
        },
      ),
    );
  });

  test.each([
    "/users/ann/events",
    "/users/ann/calendars/events/x",
    "https://graph.example/v1.0/users/a/events/b",
    "/users/a/calendar/events/b",
  ])("%s names none", (path) => {
    expect(eventIdIn(path)).toBeUndefined();
    expect(withEventId(path, "other")).toBe(path);
  });
});
