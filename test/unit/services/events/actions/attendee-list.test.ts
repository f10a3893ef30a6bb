import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GraphEvent } from "../../../../../src/graph/index.js";
import {
  type Listed,
  withAttendees,
  withAttendeeType,
  withoutAttendees,
} from "../../../../../src/services/events/actions/attendee-list.js";

type Listing = NonNullable<GraphEvent["attendees"]>[number];

const person = (name: string): Listing => ({
  emailAddress: { name, address: `${name}@b.example` },
  type: "required",
  status: { response: "accepted", time: "2026-01-01T00:00:00Z" },
});
const organizer = { emailAddress: { name: "Boss", address: "Boss@b.example" } };
const inAnyCase = (address: string, isUpper: boolean) => (isUpper ? address.toUpperCase() : address);

const names = fc.uniqueArray(
  fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`),
  { maxLength: 12 },
);
const lists = names.map((all): Listed => ({ attendees: all.map(person), organizer }));
const wanted = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), {
  selector: ([n]) => n,
  maxLength: 12,
});

describe("the list of attendees", () => {
  test("keeps everybody as they were, whoever is added", () => {
    fc.assert(
      fc.property(lists, wanted, (event, some) => {
        const people = some.map(([n, isUpper]) => ({
          address: inAnyCase(`p${n}@b.example`, isUpper),
          type: "OPTIONAL" as const,
        }));
        const before = event.attendees ?? [];

        const { attendees, changed, unchanged } = withAttendees(event, people);

        expect(attendees.slice(0, before.length)).toEqual(before);
        expect(attendees).toHaveLength(before.length + changed.length);
        expect([...changed, ...unchanged].sort()).toEqual(people.map(({ address }) => address).sort());
        // Doing it again changes nothing.
        expect(withAttendees({ ...event, attendees }, people).changed).toEqual([]);
      }),
    );
  });

  test("loses exactly those who are removed", () => {
    fc.assert(
      fc.property(lists, wanted, (event, some) => {
        const addresses = some.map(([n, isUpper]) => inAnyCase(`p${n}@b.example`, isUpper));
        const gone = new Set(addresses.map((address) => address.toLowerCase()));

        const { attendees, changed } = withoutAttendees(event, addresses);

        expect(attendees).toEqual(
          (event.attendees ?? []).filter(({ emailAddress }) => !gone.has(emailAddress?.address ?? "")),
        );
        expect(changed).toHaveLength((event.attendees ?? []).length - attendees.length);
        expect(withoutAttendees({ ...event, attendees }, addresses).changed).toEqual([]);
      }),
    );
  });

  test("what is removed and added again has the same people", () => {
    fc.assert(
      fc.property(names, (all) => {
        const event: Listed = { attendees: all.map(person), organizer };
        const addresses = all.map((name) => `${name}@b.example`);
        const { attendees } = withoutAttendees(event, addresses);
        const people = addresses.map((address) => ({ address, type: "REQUIRED" as const }));

        expect(withAttendees({ attendees, organizer }, people).changed).toEqual(addresses);
      }),
    );
  });

  test("holds 500 people and no more", () => {
    const full: Listed = { attendees: Array.from({ length: 499 }, (_, n) => person(`p${n}`)), organizer };
    const people = ["x@b.example", "y@b.example"].map((address) => ({ address, type: "REQUIRED" as const }));

    expect(withAttendees(full, people.slice(1)).attendees).toHaveLength(500);
    expect(() => withAttendees(full, people)).toThrow("501");
  });

  test("has the organizer without an entry, who is neither added nor removed", () => {
    const event: Listed = { attendees: [person("ann")], organizer };

    expect(withAttendees(event, [{ address: "boss@B.example", type: "REQUIRED" }]).changed).toEqual([]);
    expect(() => withoutAttendees(event, ["boss@B.example"])).toThrow("organizer");
  });

  test("changes the type of one entry, and leaves its answer and the others alone", () => {
    const event: Listed = { attendees: [person("ann"), person("bo")], organizer };

    const { attendees, changed } = withAttendeeType(event, { address: "ANN@b.example", type: "OPTIONAL" });

    expect(changed).toEqual(["ANN@b.example"]);
    expect(attendees).toEqual([{ ...person("ann"), type: "optional" }, person("bo")]);
    expect(withAttendeeType(event, { address: "bo@b.example", type: "REQUIRED" }).changed).toEqual([]);
    expect(() => withAttendeeType(event, { address: "cy@b.example", type: "REQUIRED" })).toThrow("Nobody");
  });
});
