import { readFile } from "node:fs/promises";

const DAY_MS = 86_400_000;

export interface Holiday {
  /** What the calendar's event is known by: it stays when name or date change. */
  readonly key: string;
  /** The first day. */
  readonly date: string;
  /** The day after the last one, as whole-day events end. */
  readonly end: string;
  readonly name: string;
}

export interface HolidayList {
  readonly list: string;
  /** First day that the list speaks about; what it does not name from here on is removed. */
  readonly from: string;
  /** The day after the last one that it speaks about. */
  readonly until: string;
  /** The zone in which Outlook shows exactly these days. */
  readonly timeZone: string;
  readonly holidays: readonly Holiday[];
}

/** Days after a date. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Reads and checks a list. @throws Error with all that is wrong: half a list would remove holidays. */
export async function readHolidayList(path: string): Promise<HolidayList> {
  const file = JSON.parse(await readFile(path, "utf8")) as Partial<HolidayList>;
  const { list = "", from = "", until = "", timeZone = "UTC", holidays = [] } = file;
  const wrong: string[] = [];
  if (!/^[\w-]+$/.test(list)) wrong.push("list: a name of letters, digits and hyphens is missing");
  for (const [name, date] of Object.entries({ from, until })) if (!isDate(date)) wrong.push(`${name}: no date`);
  if (!Array.isArray(file.holidays)) wrong.push("holidays: no list");
  const seen = new Set<string>();
  const read = (holidays as readonly (Partial<Holiday> & { readonly days?: number })[]).map((row, index) => {
    const { key = "", date = "", days = 1, name = "" } = row;
    if (!key || seen.has(key)) wrong.push(`holidays[${index}].key: ${key ? `${key} is there twice` : "missing"}`);
    if (!name) wrong.push(`holidays[${index}].name: missing`);
    if (!Number.isInteger(days) || days < 1) wrong.push(`holidays[${index}].days: no number of days`);
    if (!isDate(date) || date < from || date >= until) {
      wrong.push(`holidays[${index}].date: no date between from and until`);
      return { key, date, end: date, name };
    }
    seen.add(key);
    return { key, date, end: dateAfter(date, days), name };
  });
  if (wrong.length > 0) throw new Error(wrong.map((problem) => `${path}: ${problem}`).join("\n"));
  return { list, from, until, timeZone, holidays: read };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
