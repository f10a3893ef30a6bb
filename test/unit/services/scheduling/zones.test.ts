import { describe, expect, test } from "vitest";
import { slotStarts } from "../../../../src/services/scheduling/slot-grid.js";
import { type WorkingHours, workingTimes } from "../../../../src/services/scheduling/working-hours.js";
import { daysBetween } from "../../../../src/services/scheduling/zone-days.js";

const HOUR_MS = 3_600_000;
const at = (text: string) => Date.parse(text);
const window = (start: string, end: string) => ({ start: at(start), end: at(end) });
const iso = (instant: number) => new Date(instant).toISOString().replace(":00.000Z", "Z");

const HOURS: WorkingHours = {
  daysOfWeek: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
  startMinute: 9 * 60,
  endMinute: 17 * 60,
  timeZone: "Europe/Berlin",
  utcOffsetMinutes: null,
};

function times(over: Partial<WorkingHours>, start: string, end: string): readonly string[] {
  const bounds = window(start, end);
  return workingTimes({ ...HOURS, ...over }, bounds)
    .filter((span) => span.start < bounds.end && span.end > bounds.start)
    .map((span) => `${iso(span.start)}/${iso(span.end)}`);
}

describe("working hours", () => {
  test("keep to their own clock when it changes", () => {
    expect(times({}, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z")).toEqual([
      "2026-03-27T08:00Z/2026-03-27T16:00Z",
      "2026-03-30T07:00Z/2026-03-30T15:00Z",
    ]);
  });

  test("on the day of the change itself are an hour shorter or longer", () => {
    const sundays = { daysOfWeek: ["SUNDAY"], startMinute: 60, endMinute: 300 } as const;
    expect(times(sundays, "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z")).toEqual([
      "2026-03-29T00:00Z/2026-03-29T03:00Z",
    ]);
    expect(times(sundays, "2026-10-24T20:00:00Z", "2026-10-26T00:00:00Z")).toEqual([
      "2026-10-24T23:00Z/2026-10-25T04:00Z",
    ]);
  });

  test("of a night shift reach into the next day, and into the window from the day before", () => {
    const night = { startMinute: 22 * 60, endMinute: 6 * 60, timeZone: "UTC" };
    expect(times(night, "2026-03-03T00:00:00Z", "2026-03-03T12:00:00Z")).toEqual([
      "2026-03-02T22:00Z/2026-03-03T06:00Z",
    ]);
  });

  test("of a zone that somebody made up go by its offset", () => {
    const custom = { timeZone: null, utcOffsetMinutes: 330 };
    expect(times(custom, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z")).toEqual([
      "2026-03-02T03:30Z/2026-03-02T11:30Z",
    ]);
  });

  test("around the clock are one span", () => {
    const always = { startMinute: 0, endMinute: 24 * 60, daysOfWeek: ["MONDAY", "TUESDAY"], timeZone: "UTC" } as const;
    expect(times(always, "2026-03-02T00:00:00Z", "2026-03-05T00:00:00Z")).toEqual([
      "2026-03-02T00:00Z/2026-03-04T00:00Z",
    ]);
  });

  test("of people at opposite ends of the world are of their own days", () => {
    expect(times({ timeZone: "Pacific/Auckland" }, "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")).toEqual([
      "2026-03-01T20:00Z/2026-03-02T04:00Z",
    ]);
    expect(times({ timeZone: "Pacific/Honolulu" }, "2026-03-02T00:00:00Z", "2026-03-03T12:00:00Z")).toEqual([
      "2026-03-02T19:00Z/2026-03-03T03:00Z",
    ]);
  });
});

describe("days of a zone", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29", 23],
    ["Europe/Berlin", "2026-10-25", 25],
    ["Australia/Lord_Howe", "2026-04-05", 24.5],
    ["America/Sao_Paulo", "2018-11-04", 23],
    ["UTC", "2026-03-29", 24],
  ])("in %s on %s there are %d hours", (zone, date, hours) => {
    const day = daysBetween(
      { start: at(`${date}T00:00:00Z`) - 24 * HOUR_MS, end: at(`${date}T00:00:00Z`) + 48 * HOUR_MS },
      zone,
    ).find((known) => known.date === date);
    expect((day!.end - day!.start) / HOUR_MS).toBe(hours);
  });

  test("leave out a date that a zone left out", () => {
    const days = daysBetween(window("2011-12-29T00:00:00Z", "2012-01-01T12:00:00Z"), "Pacific/Apia");
    expect(days.map(({ date }) => date)).not.toContain("2011-12-30");
    days.slice(1).forEach((day, index) => {
      expect(day.start).toBe(days[index]!.end);
    });
  });
});

describe("starts of meetings", () => {
  const starts = (start: string, end: string, zone: string, stepMinutes: number, durationMinutes = 60) =>
    slotStarts(window(start, end), { zone, stepMs: stepMinutes * 60_000, durationMs: durationMinutes * 60_000 }).map(
      iso,
    );

  test("lie on whole steps of the zone's clock, wherever the window begins", () => {
    expect(starts("2026-03-02T08:10:00Z", "2026-03-02T11:00:00Z", "Asia/Kolkata", 60)).toEqual([
      "2026-03-02T08:30Z",
      "2026-03-02T09:30Z",
    ]);
  });

  test("leave the meeting room to end inside the window", () => {
    expect(starts("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "UTC", 30)).toEqual(["2026-03-02T09:00Z"]);
    expect(starts("2026-03-02T09:00:00Z", "2026-03-02T09:59:00Z", "UTC", 30)).toEqual([]);
  });

  test("on a day with a change of clocks are as many as it has hours", () => {
    expect(starts("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "Europe/Berlin", 60)).toHaveLength(23);
    expect(starts("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "Europe/Berlin", 60)).toHaveLength(25);
  });
});
