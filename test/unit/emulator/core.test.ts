import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { IdMaker, isWellFormedItemId } from "../../../emulator/core/id-maker.js";
import { pathSegments } from "../../../emulator/core/path-segments.js";
import { Router } from "../../../emulator/core/router.js";
import { createRandom } from "../../../emulator/core/seeded-random.js";
import { findZone, instantOf, offsetAt, UTC, wallOf, type Zone } from "../../../emulator/core/time-zones.js";
import { instantOfIso, readIso, sevenDigits, zoned } from "../../../emulator/core/zoned-time.js";
import { GraphFailure } from "../../../emulator/graph/graph-failure.js";
import { readPreferences } from "../../../emulator/graph/odata/preferences.js";
import { readQueryOptions } from "../../../emulator/graph/odata/query-options.js";

const zoneNames = [
  "W. Europe Standard Time",
  "America/New_York",
  "India Standard Time",
  "Australia/Lord_Howe",
  "Asia/Tokyo",
  "America/St_Johns",
  "UTC",
];
const zone = fc.constantFrom(...zoneNames).map((name) => findZone(name) as Zone);
const instant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2080, 0, 1) });

describe("time zones", () => {
  test("Windows names in any case and IANA names are known, others are not", () => {
    expect(findZone("w. europe standard time")).toEqual({ name: "w. europe standard time", iana: "Europe/Berlin" });
    expect(findZone("Europe/Berlin")?.iana).toBe("Europe/Berlin");
    expect(findZone("tzone://Microsoft/Utc")?.iana).toBe("UTC");
    for (const name of ["", "Mars/Olympus", "+02:00", "Berlin", "constructor"]) expect(findZone(name)).toBeUndefined();
  });

  test("an instant survives the way to wall time and back, but for the hour that happens twice", () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const back = instantOf(wallOf(at, where), where);
        expect(wallOf(back, where)).toBe(wallOf(at, where));
        expect(back).toBeLessThanOrEqual(at);
        expect(at - back).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  test("the offset equals what the runtime's own formatter shows", () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const text = new Intl.DateTimeFormat("sv-SE", {
          timeZone: where.iana,
          dateStyle: "short",
          timeStyle: "medium",
        }).format(at);
        expect(new Date(at + offsetAt(where, at)).toISOString().slice(0, 19).replace("T", " ")).toBe(text);
      }),
    );
  });

  test("a time in the spring gap moves forward, one in the autumn overlap is the first", () => {
    const berlin = findZone("Europe/Berlin") ?? UTC;
    const at = (text: string) => new Date(instantOf(Date.parse(`${text}Z`), berlin)).toISOString();
    expect(at("2026-03-29T02:30:00")).toBe("2026-03-29T01:30:00.000Z");
    expect(at("2026-10-25T02:30:00")).toBe("2026-10-25T00:30:00.000Z");
  });
});

describe("ISO 8601 texts", () => {
  test("what the runtime writes is read as the same instant, at any offset", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, minutes) => {
        const two = (value: number) => String(value).padStart(2, "0");
        const sign = minutes < 0 ? "-" : "+";
        const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
        const wall = new Date(at + minutes * 60_000).toISOString().replace("Z", "");
        const expected = Math.abs(minutes) <= 14 * 60 + 59 ? at : undefined;
        expect(instantOfIso(wall + offset)).toBe(expected);
        expect(instantOfIso(sevenDigits(at))).toBe(at);
      }),
    );
  });

  test("any text is read or refused, never thrown over", () => {
    fc.assert(fc.property(fc.string(), (text) => void readIso(text)));
    for (const text of [
      "2026-02-29",
      "2026-13-01",
      "2026-01-01T24:00:00",
      "2026-01-01T10:00:00+15:00",
      "2026-01-01 10:00",
      "",
    ]) {
      expect(readIso(text)).toBeUndefined();
    }
    expect(() => zoned("2026-02-30", "UTC")).toThrow(RangeError);
  });
});

describe("ids", () => {
  test("are the same for the same seed and steps, differ otherwise, and are well formed", () => {
    const [one, two] = [new IdMaker("a"), new IdMaker("a")];
    expect(one.itemId("event")).toBe(two.itemId("event"));
    expect(one.itemId("event")).not.toBe(new IdMaker("b").itemId("event"));
    expect(isWellFormedItemId(one.immutableId("event"))).toBe(true);
    expect(one.guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    one.reset();
    two.reset();
    expect(one.changeKey()).toBe(two.changeKey());
  });

  test("of meetings are Outlook's: no date, eight zeros, and sixteen bytes of data", () => {
    expect(new IdMaker("a").iCalUId()).toMatch(
      /^040000008200E00074C5B7101A82E008(00){4}[0-9A-F]{12}DC01(00){8}10000000[0-9A-F]{32}$/,
    );
  });

  test("a changed character is noticed", () => {
    const id = new IdMaker("a").itemId("event");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: id.length - 1 }), fc.constantFrom(..."AZaz09-_="), (at, character) => {
        const changed = id.slice(0, at) + character + id.slice(at + 1);
        expect(isWellFormedItemId(changed)).toBe(changed === id);
      }),
    );
  });
});

describe("paths", () => {
  test("the slash form and the key form are the same segments, whatever the key holds", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((key) => !/^[A-Za-z.]+\((?:'.*')?\)$/s.test(key)),
        (key) => {
          const slash = pathSegments(`/users/${encodeURIComponent(key)}/events`);
          const keyed = pathSegments(`/users('${encodeURIComponent(key.replaceAll("'", "''"))}')/events`);
          expect(slash).toEqual(["users", key, "events"]);
          expect(keyed).toEqual(slash);
        },
      ),
    );
  });

  test("a function is the same with parentheses as without; a key or a type cast is never taken for one", () => {
    for (const call of ["delta", "delta()", "microsoft.graph.delta()"]) {
      expect(pathSegments(`/users/ann/calendarView/${call}`)).toEqual(["users", "ann", "calendarView", "delta"]);
    }
    expect(pathSegments("/events/AAMk=()/accept")).toEqual(["events", "AAMk=()", "accept"]);
    expect(pathSegments("/places/microsoft.graph.room")).toEqual(["places", "microsoft.graph.room"]);
  });

  test("broken percent-encoding is undefined", () => {
    expect(pathSegments("/users/%E0%A4%A")).toBeUndefined();
  });

  test("routes: literals win over parameters in any case, and other methods are told", () => {
    const router = new Router<string>();
    router.add("GET", "/users/{user}", "one");
    router.add("GET", "/users/delta", "delta");
    router.add("POST", "/users/{user}/events", "make");
    expect(router.match("GET", ["Users", "DELTA"])).toMatchObject({ route: "delta" });
    expect(router.match("GET", ["users", "Ann"])).toMatchObject({ route: "one", params: { user: "Ann" } });
    expect(router.match("POST", ["users", "delta", "events"])).toMatchObject({
      route: "make",
      params: { user: "delta" },
    });
    expect(router.match("PUT", ["users", "x"])).toEqual({ kind: "wrongMethod", allowed: ["GET"] });
    expect(router.match("GET", ["groups"])).toEqual({ kind: "unknown", depth: 0 });
    expect(router.match("GET", ["users", "x", "nothing", "more"])).toEqual({ kind: "unknown", depth: 2 });
    expect(() => router.add("GET", "/USERS/{id}", "again")).toThrow(/two routes/);
  });
});

describe("queries and preferences", () => {
  const failsOnlyAsGraph = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(GraphFailure);
    }
  };
  test("any query string and any Prefer header is read or refused with Graph's own error", () => {
    fc.assert(fc.property(fc.string(), (text) => failsOnlyAsGraph(() => readQueryOptions(text))));
    fc.assert(fc.property(fc.string(), (text) => failsOnlyAsGraph(() => readPreferences(text))));
    const pair = fc
      .tuple(fc.constantFrom("$top", "skip", "$select", "$count", "$orderby"), fc.string())
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    fc.assert(fc.property(fc.array(pair), (pairs) => failsOnlyAsGraph(() => readQueryOptions(pairs.join("&")))));
  });
});

describe("clock and chance", () => {
  test("the clock flows with its source, moves and comes back", () => {
    let real = 1_000;
    const clock = createClock(() => real);
    clock.advance(500);
    real += 10;
    expect(clock.now()).toBe(1_510);
    clock.set(0);
    expect([clock.now(), clock.offsetMs()]).toEqual([0, -1_010]);
    clock.reset();
    expect(clock.now()).toBe(1_010);
    expect(() => clock.set("never")).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
  });

  test("the same seed gives the same numbers, and a shuffle loses nothing", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
        const mixed = createRandom(seed).shuffle(items);
        expect(mixed).toEqual(createRandom(seed).shuffle(items));
        expect([...mixed].sort()).toEqual([...items].sort());
      }),
    );
  });
});
