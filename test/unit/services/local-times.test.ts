import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wallTimeToInstant } from "../../../src/graph/index.js";
import { localTime, offsetText, startOfDate } from "../../../src/services/events/local-times.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Zones with every kind of trouble, and a year in which they had it. */
const ZONES: readonly (readonly [zone: string, year: number])[] = [
  ["Europe/Berlin", 2026],
  ["America/New_York", 2026],
  ["Australia/Lord_Howe", 2026],
  ["Pacific/Apia", 2011],
  ["Asia/Kathmandu", 2026],
  ["Africa/Casablanca", 2026],
  ["America/Sao_Paulo", 2018],
  ["Asia/Tehran", 2022],
  ["Africa/Cairo", 2025],
  ["Pacific/Chatham", 2026],
  ["America/St_Johns", 2010],
  ["Europe/Dublin", 2026],
];

/** What clocks show, by Intl's own Swedish way of writing times; the code under test puts numbers together instead. */
const shown = new Map<string, Intl.DateTimeFormat>();
function oracleLocal(instant: number, timeZone: string): string {
  let format = shown.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    shown.set(timeZone, format);
  }
  return format.format(instant).replace(" ", "T");
}

/** The offset as Intl names it: `GMT+05:45`. */
function oracleOffset(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "") || "+00:00";
}

/** The instants at which the offset changes in a year, to the minute, found by halving. */
function changesOf(timeZone: string, year: number): readonly number[] {
  const found: number[] = [];
  const end = Date.UTC(year + 1, 0, 2);
  for (let at = Date.UTC(year - 1, 11, 31); at < end; at += DAY_MS) {
    if (oracleOffset(at, timeZone) === oracleOffset(at + DAY_MS, timeZone)) continue;
    let [before, after] = [at, at + DAY_MS];
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
      if (oracleOffset(middle, timeZone) === oracleOffset(at, timeZone)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

const changes = new Map(ZONES.map(([zone, year]) => [zone, changesOf(zone, year)]));
/** Instants of a zone's year, half of them within a day and a half of a change of its clocks. */
const moments = fc.constantFrom(...ZONES).chain(([zone, year]) => {
  const anywhere = fc.integer({ min: Date.UTC(year, 0, 1) / MINUTE_MS, max: Date.UTC(year + 1, 0, 1) / MINUTE_MS });
  const near = changes.get(zone) ?? [];
  const close = fc
    .tuple(
      fc.constantFrom(...(near.length > 0 ? near : [Date.UTC(year, 5, 1)])),
      fc.integer({ min: -2_160, max: 2_160 }),
    )
    .map(([change, minutes]) => change / MINUTE_MS + minutes);
  return fc.oneof(anywhere, close).map((minute) => ({ zone, instant: new Date(minute * MINUTE_MS) }));
});

describe("an instant in a zone [user-demands 26, 29]", () => {
  test("the zones of these tests do change their clocks", () => {
    const without = ZONES.filter(([zone]) => changes.get(zone)?.length === 0).map(([zone]) => zone);
    expect(without).toEqual(["Asia/Kathmandu"]);
  });

  test("shows what Intl shows, around changes of clocks above all", () => {
    fc.assert(
      fc.property(moments, ({ zone, instant }) => {
        const wall = localTime(instant, zone);
        expect(wall.local).toBe(oracleLocal(instant.getTime(), zone));
        expect(offsetText(wall)).toBe(oracleOffset(instant.getTime(), zone));
      }),
      { numRuns: 600 },
    );
  });

  test("local and offset together are the instant again, to the millisecond", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 59_999 }), ({ zone, instant }, ms) => {
        const exact = new Date(instant.getTime() + ms);
        const wall = localTime(exact, zone);
        expect(new Date(`${wall.local}${offsetText(wall)}`).getTime()).toBe(exact.getTime());
      }),
    );
  });

  test("reads back as the same instant, or as the first of two that show the same", () => {
    fc.assert(
      fc.property(moments, ({ zone, instant }) => {
        const { local } = localTime(instant, zone);
        const back = wallTimeToInstant(local, zone);
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(oracleLocal(back.getTime(), zone)).toBe(local);
      }),
      { numRuns: 300 },
    );
  });

  test("a time in a gap moves forward by the gap", () => {
    for (const [zone, local, instant] of [
      ["Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z"],
      ["Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00.000Z"],
      ["Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00.000Z"],
    ] as const) {
      expect([zone, wallTimeToInstant(local, zone).toISOString()]).toEqual([zone, instant]);
    }
  });

  test.each([
    ["a Windows name", "Nepal Standard Time", "2026-03-02T14:45:00", "+05:45"],
    ["an IANA name in another case", "asia/kathmandu", "2026-03-02T14:45:00", "+05:45"],
    ["UTC", "UTC", "2026-03-02T09:00:00", "+00:00"],
    ["a zone that Microsoft once refused [user-demands 27]", "Africa/Casablanca", "2026-03-02T09:00:00", "+00:00"],
    ["behind UTC by a broken hour", "America/St_Johns", "2026-03-02T05:30:00", "-03:30"],
  ])("takes %s", (_name, zone, local, offset) => {
    const wall = localTime(new Date("2026-03-02T09:00:00Z"), zone);
    expect([wall.local, offsetText(wall)]).toEqual([local, offset]);
  });

  test.each(["", "Mars/Olympus", "+02:00", "GMT+6:30", "tzone://Microsoft/Custom", "Customized Time Zone"])(
    "refuses %j, which names no zone, with a sentence",
    (zone) => {
      expect(() => localTime(new Date(0), zone)).toThrow("This time zone is not known");
      expect(() => startOfDate("2026-03-02", zone)).toThrow("This time zone is not known");
    },
  );
});

describe("a date in a zone [user-demands 28]", () => {
  test("begins at the first instant whose clocks show it", () => {
    fc.assert(
      fc.property(moments, ({ zone, instant }) => {
        const date = oracleLocal(instant.getTime(), zone).slice(0, 10);
        const first = startOfDate(date, zone).getTime();
        expect(oracleLocal(first, zone).slice(0, 10)).toBe(date);
        expect(oracleLocal(first - 1_000, zone).slice(0, 10) < date).toBe(true);
        expect(first).toBeLessThanOrEqual(instant.getTime());
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["clocks skip midnight in São Paulo", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["clocks skip midnight in Cairo", "2025-04-25", "Africa/Cairo", "2025-04-24T22:00:00.000Z"],
    ["Samoa left the day out", "2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["and the day after it began then too", "2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
  ])("%s", (_name, date, zone, instant) => {
    expect(startOfDate(date, zone).toISOString()).toBe(instant);
  });
});
