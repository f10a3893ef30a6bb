import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { isAppError } from "../../../../src/lib/app-error.js";
import { dateOf } from "../../../../src/services/events/series/calendar-days.js";
import type { RecurrenceRule, RuleStart } from "../../../../src/services/events/series/recurrence.model.js";
import { parseRrule } from "../../../../src/services/events/series/rrule-parse.js";
import { toRrule } from "../../../../src/services/events/series/rrule-text.js";
import { ruleDays } from "../../../../src/services/events/series/rule-days.js";
import { rules, times } from "./rules.js";

/** A Tuesday. */
const START: RuleStart = { date: "2026-03-03", time: "09:00:00", timeZone: "Europe/Berlin", isAllDay: false };
const parse = (text: string, start: Partial<RuleStart> = {}) => parseRrule(text, { ...START, ...start });

function first(rule: RecurrenceRule, count: number): string[] {
  const found: string[] = [];
  for (const day of ruleDays(rule)) {
    if (found.push(dateOf(day)) === count) break;
  }
  return found;
}

/** The first date that a rule has is where its event has to start: RFC 5545 leaves open what any other means. */
function synchronized(rule: RecurrenceRule): RecurrenceRule | undefined {
  const [startDate] = first(rule, 1);
  return startDate === undefined ? undefined : { ...rule, range: { ...rule.range, startDate } };
}

/**
 * ical.js 2.2.1 does not apply BYSETPOS to days of the month, and counts years from the wrong one where the day is given from
 * the end: the 29th and 30th, and the last of February, are counted by hand below.
 */
function isMisread({ pattern: { type, dayOfMonth, month } }: RecurrenceRule): boolean {
  const day = dayOfMonth ?? 0;
  return (type === "ABSOLUTE_MONTHLY" && day > 28) || (type === "ABSOLUTE_YEARLY" && month === 2 && day > 28);
}

describe("RRULE text and Microsoft's structure", () => {
  test("structure to text to structure is the same structure, in nine zones, timed and for whole days", () => {
    fc.assert(
      fc.property(rules, times, fc.boolean(), (rule, time, isAllDay) => {
        const { startDate: date, recurrenceTimeZone: timeZone } = rule.range;
        const start = isAllDay ? { date, time: "00:00:00", timeZone, isAllDay } : { date, time, timeZone, isAllDay };

        expect(parseRrule(toRrule(rule, start)!, start)).toEqual(rule);
      }),
      { numRuns: 500 },
    );
  });

  test("text is read by ical.js as the dates that Microsoft's rule has", () => {
    fc.assert(
      fc.property(rules, (drawn) => {
        const rule = synchronized(drawn);
        fc.pre(rule !== undefined && !isMisread(rule));
        const text = toRrule(rule!, { time: "09:00:00", isAllDay: true })!;
        const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(rule!.range.startDate));
        const expected: string[] = [];
        for (let date = iterator.next(); date !== null && expected.length < 20; date = iterator.next()) {
          expected.push(date.toString());
        }

        expect([text, first(rule!, 20)]).toEqual([text, expected]);
      }),
      { numRuns: 120 },
    );
  });

  test("the 30th is February's last day, and says so in text", () => {
    const rule = parse("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=4", { date: "2027-12-30" });

    expect(rule.pattern).toMatchObject({ type: "ABSOLUTE_MONTHLY", dayOfMonth: 30 });
    expect(first(rule, 9)).toEqual(["2027-12-30", "2028-01-30", "2028-02-29", "2028-03-30"]);
  });

  test("29 February is the last of February where the year has none", () => {
    const rule = parse("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1;COUNT=3", { date: "2026-02-28" });

    expect(first(rule, 9)).toEqual(["2026-02-28", "2028-02-29", "2030-02-28"]);
  });

  test.each<[string, object]>([
    ["FREQ=DAILY", { type: "DAILY", interval: 1 }],
    ["RRULE:FREQ=DAILY;INTERVAL=3", { type: "DAILY", interval: 3 }],
    ["freq=weekly;byday=mo,we", { type: "WEEKLY", daysOfWeek: ["MONDAY", "WEDNESDAY"], firstDayOfWeek: "MONDAY" }],
    ["FREQ=WEEKLY;WKST=SU", { type: "WEEKLY", daysOfWeek: ["TUESDAY"], firstDayOfWeek: "SUNDAY" }],
    ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", { type: "WEEKLY", interval: 1 }],
    ["FREQ=MONTHLY", { type: "ABSOLUTE_MONTHLY", dayOfMonth: 3 }],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", { type: "ABSOLUTE_MONTHLY", dayOfMonth: 31 }],
    ["FREQ=MONTHLY;BYDAY=+2TU", { type: "RELATIVE_MONTHLY", daysOfWeek: ["TUESDAY"], index: "SECOND" }],
    ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", { type: "RELATIVE_MONTHLY", daysOfWeek: ["TUESDAY"], index: "SECOND" }],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", { type: "RELATIVE_MONTHLY", index: "LAST" }],
    ["FREQ=YEARLY", { type: "ABSOLUTE_YEARLY", month: 3, dayOfMonth: 3 }],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", { type: "ABSOLUTE_YEARLY", month: 2, dayOfMonth: 29 }],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", { type: "RELATIVE_YEARLY", month: 11, index: "FOURTH" }],
  ])("%s can be kept", (text, pattern) => {
    expect(parse(text).pattern).toMatchObject(pattern);
  });

  test.each<[string, RegExp]>([
    ["FREQ=SECONDLY", /SECONDLY.*shortest step of a series is a day/],
    ["FREQ=MINUTELY", /MINUTELY/],
    ["FREQ=HOURLY;BYHOUR=9", /BYHOUR|HOURLY/],
    ["FREQ=DAILY;BYHOUR=9,17", /BYHOUR.*time of day is that of `start`/],
    ["FREQ=DAILY;BYMINUTE=0", /BYMINUTE/],
    ["FREQ=DAILY;BYSECOND=0", /BYSECOND/],
    ["FREQ=YEARLY;BYWEEKNO=20", /BYWEEKNO.*BYMONTH/],
    ["FREQ=YEARLY;BYYEARDAY=100", /BYYEARDAY.*BYMONTHDAY/],
    ["FREQ=YEARLY;BYEASTER=0", /BYEASTER/],
    ["RSCALE=CHINESE;FREQ=YEARLY", /RSCALE/],
    ["FREQ=MONTHLY;SKIP=BACKWARD", /SKIP/],
    ["FREQ=YEARLY;BYMONTH=1,7", /BYMONTH with several months.*one series for each/],
    ["FREQ=YEARLY;BYMONTH=13", /BYMONTH must be/],
    ["FREQ=YEARLY;BYDAY=20MO", /needs BYMONTH/],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", /29 February.*BYMONTHDAY=-1/],
    ["FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", /does not exist in month 4/],
    ["FREQ=YEARLY;BYDAY=MO;BYMONTH=5", /every such day.*FREQ=WEEKLY/],
    ["FREQ=MONTHLY;BYMONTH=1", /BYMONTH with FREQ=MONTHLY.*FREQ=YEARLY/],
    ["FREQ=MONTHLY;BYDAY=MO", /every such day of the month.*FREQ=WEEKLY/],
    ["FREQ=MONTHLY;BYDAY=1MO,3MO", /several numbered days.*one series for each/],
    ["FREQ=MONTHLY;BYDAY=5FR", /1, 2, 3, 4 or -1/],
    ["FREQ=MONTHLY;BYDAY=-2FR", /1, 2, 3, 4 or -1/],
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,3", /BYSETPOS must be/],
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-2", /BYSETPOS must be/],
    ["FREQ=MONTHLY;BYDAY=2MO;BYSETPOS=1", /together with numbered days/],
    ["FREQ=MONTHLY;BYSETPOS=1", /BYSETPOS needs BYDAY/],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15", /several days.*one series for each/],
    ["FREQ=MONTHLY;BYMONTHDAY=-2", /-1 for the last day/],
    ["FREQ=MONTHLY;BYMONTHDAY=0", /between 1 and 31/],
    ["FREQ=MONTHLY;BYMONTHDAY=31", /leaves out shorter months.*BYMONTHDAY=-1/],
    ["FREQ=MONTHLY;BYMONTHDAY=30", /BYMONTHDAY=28,29,30;BYSETPOS=-1/],
    ["FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=-1", /a day or the last one before it/],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", /either a weekday or a day of the month/],
    ["FREQ=WEEKLY;BYDAY=1MO", /numbers with FREQ=MONTHLY/],
    ["FREQ=WEEKLY;BYMONTHDAY=1", /BYMONTHDAY with FREQ=WEEKLY/],
    ["FREQ=WEEKLY;BYMONTH=6", /BYMONTH with FREQ=WEEKLY/],
    ["FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", /BYSETPOS with FREQ=WEEKLY/],
    ["FREQ=DAILY;BYMONTH=6", /BYMONTH with FREQ=DAILY/],
    ["FREQ=DAILY;INTERVAL=2;BYDAY=MO", /INTERVAL=1/],
    ["FREQ=DAILY;INTERVAL=0", /INTERVAL must be 1/],
    ["FREQ=DAILY;INTERVAL=x", /value of INTERVAL/],
    ["FREQ=DAILY;COUNT=0", /COUNT must be 1/],
    ["FREQ=DAILY;COUNT=3;UNTIL=20270101", /COUNT or UNTIL/],
    ["FREQ=DAILY;UNTIL=20260230", /no date that exists/],
    ["FREQ=DAILY;UNTIL=20260401T250000Z", /no date that exists/],
    ["FREQ=DAILY;UNTIL=2026-04-01", /value of UNTIL/],
    ["FREQ=DAILY;UNTIL=20260302", /before the first occurrence/],
    ["FREQ=DAILY;UNTIL=20260303T075959Z", /before the first occurrence/],
    ["FREQ=WEEKLY;BYDAY=XX", /value of BYDAY/],
    ["FREQ=WEEKLY;WKST=9", /value of WKST/],
    ["FREQ=DAILY;FREQ=DAILY", /twice/],
    ["FREQ=DAILY;X-THING=1", /X-THING.*no part/],
    ["FREQ=SOMETIMES", /DAILY, WEEKLY, MONTHLY or YEARLY/],
    ["INTERVAL=2", /FREQ is missing/],
    ["every Tuesday", /made of parts/],
    ["FREQ=DAILY;COUNT=1=2", /made of parts/],
    ["EXRULE:FREQ=DAILY", /EXRULE.*delete the occurrences/],
    ["RDATE:20260401", /RDATE.*single event/],
    ["FREQ=DAILY\nEXDATE:20260401", /EXDATE.*delete these occurrences/],
    ["DTSTART:20260303\nRRULE:FREQ=DAILY", /DTSTART.*`start`/],
    ["FREQ=DAILY\nFREQ=DAILY", /one RRULE/],
    [`FREQ=DAILY;${"X".repeat(600)}=1`, /at most 500/],
  ])("%s is refused with what to do", (text, message) => {
    const refused = refusalOf(() => parse(text));

    expect(isAppError(refused, "INVALID_INPUT")).toBe(true);
    expect((refused as Error).message).toMatch(message);
  });

  test.each<[string, Partial<RuleStart>, string]>([
    ["UNTIL=20260317", {}, "2026-03-17"],
    ["UNTIL=20260317T090000", {}, "2026-03-17"],
    ["UNTIL=20260317T085959", {}, "2026-03-16"],
    ["UNTIL=20260317T080000Z", {}, "2026-03-17"],
    ["UNTIL=20260317T075959Z", {}, "2026-03-16"],
    // After the clock change of 29 March nine o'clock in Berlin is seven o'clock UTC.
    ["UNTIL=20260331T070000Z", {}, "2026-03-31"],
    ["UNTIL=20260331T065959Z", {}, "2026-03-30"],
    // In Auckland the day is already the next one.
    ["UNTIL=20260316T200000Z", { timeZone: "Pacific/Auckland" }, "2026-03-17"],
    ["UNTIL=20260316T195959Z", { timeZone: "Pacific/Auckland" }, "2026-03-16"],
    // At midnight in New York, UTC is already in the new day.
    ["UNTIL=20260318T030000Z", { timeZone: "America/New_York", time: "23:00:00" }, "2026-03-17"],
    ["UNTIL=20260317T000000Z", { isAllDay: true, time: "00:00:00" }, "2026-03-17"],
    ["UNTIL=20260317", { isAllDay: true, time: "00:00:00" }, "2026-03-17"],
  ])("%s is inclusive and read on the event's own clock (%j)", (until, start, endDate) => {
    expect(parse(`FREQ=DAILY;${until}`, start).range).toMatchObject({ type: "END_DATE", endDate });
  });

  test("texts of any kind are read or refused, and never end in another error", () => {
    const part = fc.constantFrom(
      "FREQ=",
      "BYDAY=",
      "UNTIL=",
      "COUNT=",
      ";",
      "MO",
      "-1",
      "20260101",
      "DAILY",
      "YEARLY",
      "BYMONTH=",
      "\n",
      "RRULE:",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 10 }), (texts) => {
        const refused = refusalOf(() => parse(texts.join("")));
        expect(refused === undefined || isAppError(refused, "INVALID_INPUT")).toBe(true);
      }),
    );
  });
});

function refusalOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
