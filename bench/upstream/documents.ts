import { availabilityOf, eventsOf, graphMembers, placeholder, scheduleMembers } from "./events.js";
import { CALENDARS, EVENTS_OF_OTHERS } from "./settings.js";

const DAY_MS = 86_400_000;
const DAYS = Array.from({ length: 7 }, (_, day) => day);
/** Each is some 10 kB. */
const MOST_TEMPLATES = 20_000;

interface Template {
  readonly bytes: Buffer;
  /** Where the date of which day belongs. */
  readonly dates: readonly { readonly at: number; readonly day: number }[];
}

/** Ready-made answers: made once for a mailbox, calendar and selection, then only the dates of the window are written. */
export class Documents {
  readonly #templates = new Map<string, Template>();
  readonly #lists = new Map<string, Buffer>();

  view(mailbox: string, calendar: string, start: string, select: string, events: number): Buffer {
    const count = calendar === CALENDARS[0] ? events : EVENTS_OF_OTHERS;
    const key = `${mailbox}|${calendar}|${count}|${select}`;
    const template = this.#template(key, () => viewOf(mailbox, calendar, count, select));
    return filled(template, datesFrom(start));
  }

  /** A round of change tracking that tells so many events, whole as Graph sends them, and ends with a link. */
  changes(mailbox: string, calendar: string, start: string, link: string, events: number): Buffer {
    const view = this.view(mailbox, calendar, start, "", events);
    const end = Buffer.from(`,"@odata.deltaLink":${JSON.stringify(link)}}`);
    return Buffer.concat([view.subarray(0, view.length - 1), end]);
  }

  /** @param interval minutes of a slot. */
  schedules(addresses: readonly string[], start: string, end: string, interval: number, events: number): Buffer {
    const windowMs = Date.parse(end) - Date.parse(start);
    const dates = datesFrom(start);
    const rows = addresses.flatMap((address, n) => {
      const key = `schedule|${address}|${windowMs}|${interval}|${events}`;
      const row = filled(
        this.#template(key, () => scheduleOf(address, windowMs, interval, events)),
        dates,
      );
      return n === 0 ? [row] : [COMMA, row];
    });
    return Buffer.concat([Buffer.from('{"@odata.context":"bench","value":['), ...rows, Buffer.from("]}")]);
  }

  #template(key: string, make: () => unknown): Template {
    let template = this.#templates.get(key);
    if (!template) {
      if (this.#templates.size >= MOST_TEMPLATES) this.#templates.clear();
      const bytes = Buffer.from(JSON.stringify(make()));
      const dates = DAYS.flatMap((day) => placesOf(bytes, placeholder(day)).map((at) => ({ at, day })));
      template = { bytes, dates };
      this.#templates.set(key, template);
    }
    return template;
  }

  calendars(mailbox: string): Buffer {
    let list = this.#lists.get(mailbox);
    if (!list) {
      const value = CALENDARS.map((name) => ({
        id: calendarId(mailbox, name),
        name,
        isDefaultCalendar: name === CALENDARS[0],
        canEdit: true,
        hexColor: "",
        owner: { name: mailbox, address: mailbox },
      }));
      list = Buffer.from(JSON.stringify({ "@odata.context": "bench", value }));
      this.#lists.set(mailbox, list);
    }
    return list;
  }
}

export function calendarId(mailbox: string, name: string): string {
  return `cal-${mailbox.split("@")[0]}-${name}`;
}

/** The calendar's name in an id; the default one for a path without an id. */
export function calendarName(id: string | undefined): string {
  if (id === undefined) return CALENDARS[0];
  return CALENDARS.find((name) => id.endsWith(`-${name}`)) ?? CALENDARS[0];
}

const COMMA = Buffer.from(",");

function datesFrom(start: string): readonly string[] {
  const startMs = Date.parse(start);
  return DAYS.map((day) => new Date(startMs + day * DAY_MS).toISOString().slice(0, 10));
}

function filled(template: Template, days: readonly string[]): Buffer {
  const bytes = Buffer.from(template.bytes);
  for (const { at, day } of template.dates) bytes.write(days[day] ?? "", at, "latin1");
  return bytes;
}

function scheduleOf(address: string, windowMs: number, interval: number, count: number): unknown {
  const events = eventsOf(address, CALENDARS[0], count);
  return {
    scheduleId: address,
    availabilityView: availabilityOf(events, windowMs, interval),
    scheduleItems: events.map(scheduleMembers),
    workingHours: WORKING_HOURS,
  };
}

const WORKING_HOURS = {
  daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  startTime: "08:00:00.0000000",
  endTime: "17:00:00.0000000",
  timeZone: { name: "UTC" },
};

function viewOf(mailbox: string, calendar: string, count: number, select: string): unknown {
  const wanted = select === "" ? null : new Set(select.split(",").map((member) => member.trim()));
  const value = eventsOf(mailbox, calendar, count).map((event, n) => ({
    "@odata.etag": `W/"${n}"`,
    ...Object.fromEntries(
      Object.entries(graphMembers(event)).filter(([member]) => member === "id" || !wanted || wanted.has(member)),
    ),
  }));
  return { "@odata.context": "bench", value };
}

function placesOf(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
