/**
 * A second, slow reading of recurrence rules, to hold the emulator's against: it walks over every day and asks whether
 * the rule hits it. It shares no code with the emulator.
 */
export interface ModelSeries {
  /** Days since 1 January 1970. */
  readonly startDay: number;
  readonly minuteOfDay: number;
  readonly zone: string;
  readonly pattern: {
    readonly type: string;
    readonly interval: number;
    readonly month: number;
    readonly dayOfMonth: number;
    /** 0 is Sunday. */
    readonly daysOfWeek: readonly number[];
    readonly firstDayOfWeek: number;
    readonly index: string;
  };
  readonly end:
    | { readonly kind: "noEnd" }
    | { readonly kind: "endDate"; readonly day: number }
    | { readonly kind: "numbered"; readonly count: number };
}

export const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const INDEXES = ["first", "second", "third", "fourth"];
const DAY_MS = 86_400_000;

const partsOf = (day: number) => {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate(), weekday: date.getUTCDay() };
};

/** Start instants of every occurrence up to a day, in order. */
export function modelStarts(series: ModelSeries, untilDay: number): number[] {
  const starts: number[] = [];
  for (let day = series.startDay; day <= untilDay; day++) {
    if (series.end.kind === "endDate" && day > series.end.day) break;
    if (series.end.kind === "numbered" && starts.length === series.end.count) break;
    if (hits(series, day)) starts.push(instantOf(day * DAY_MS + series.minuteOfDay * 60_000, series.zone));
  }
  return starts;
}

function hits({ pattern, startDay }: ModelSeries, day: number): boolean {
  const at = partsOf(day);
  const start = partsOf(startDay);
  const months = (at.year - start.year) * 12 + at.month - start.month;
  const years = at.year - start.year;
  switch (pattern.type) {
    case "daily":
      return (day - startDay) % pattern.interval === 0;
    case "weekly":
      return (
        pattern.daysOfWeek.includes(at.weekday) &&
        ((weekStart(day, pattern.firstDayOfWeek) - weekStart(startDay, pattern.firstDayOfWeek)) / 7) %
          pattern.interval ===
          0
      );
    case "absoluteMonthly":
      return months % pattern.interval === 0 && isDate(day, pattern.dayOfMonth);
    case "relativeMonthly":
      return months % pattern.interval === 0 && isNth(day, pattern);
    case "absoluteYearly":
      return years % pattern.interval === 0 && at.month === pattern.month - 1 && isDate(day, pattern.dayOfMonth);
    default:
      return years % pattern.interval === 0 && at.month === pattern.month - 1 && isNth(day, pattern);
  }
}

function weekStart(day: number, firstWeekday: number): number {
  let start = day;
  while (partsOf(start).weekday !== firstWeekday) start -= 1;
  return start;
}

function isDate(day: number, dayOfMonth: number): boolean {
  const isLastOfMonth = partsOf(day + 1).date === 1;
  return partsOf(day).date === dayOfMonth || (isLastOfMonth && partsOf(day).date < dayOfMonth);
}

function isNth(day: number, { daysOfWeek, index }: ModelSeries["pattern"]): boolean {
  if (!daysOfWeek.includes(partsOf(day).weekday)) return false;
  const { month } = partsOf(day);
  const isHit = (other: number) => partsOf(other).month === month && daysOfWeek.includes(partsOf(other).weekday);
  const near = Array.from({ length: 31 }, (_, offset) => offset + 1);
  if (index === "last") return !near.some((offset) => isHit(day + offset));
  return near.filter((offset) => isHit(day - offset)).length === INDEXES.indexOf(index);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMs(zone: string, at: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", hour: "numeric" });
  formats.set(zone, format);
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The first instant at which the zone's clock shows the wall time; in a gap the time moves forward by the gap. */
function instantOf(wall: number, zone: string): number {
  for (let minutes = 15 * 60; minutes >= -15 * 60; minutes -= 30) {
    const at = wall - minutes * 60_000;
    if (offsetMs(zone, at) === minutes * 60_000) return at;
  }
  return wall - offsetMs(zone, wall - DAY_MS);
}
