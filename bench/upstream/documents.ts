import { eventsOf, graphMembers, placeholder } from "./events.js";
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
    let template = this.#templates.get(key);
    if (!template) {
      if (this.#templates.size >= MOST_TEMPLATES) this.#templates.clear();
      template = makeTemplate(mailbox, calendar, count, select);
      this.#templates.set(key, template);
    }
    const startMs = Date.parse(start);
    const dates = DAYS.map((day) => new Date(startMs + day * DAY_MS).toISOString().slice(0, 10));
    const bytes = Buffer.from(template.bytes);
    for (const { at, day } of template.dates) bytes.write(dates[day] ?? "", at, "latin1");
    return bytes;
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

function makeTemplate(mailbox: string, calendar: string, count: number, select: string): Template {
  const wanted = select === "" ? null : new Set(select.split(",").map((member) => member.trim()));
  const value = eventsOf(mailbox, calendar, count).map((event, n) => ({
    "@odata.etag": `W/"${n}"`,
    ...Object.fromEntries(
      Object.entries(graphMembers(event)).filter(([member]) => member === "id" || !wanted || wanted.has(member)),
    ),
  }));
  const bytes = Buffer.from(JSON.stringify({ "@odata.context": "bench", value }));
  const dates = DAYS.flatMap((day) => placesOf(bytes, placeholder(day)).map((at) => ({ at, day })));
  return { bytes, dates };
}

function placesOf(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
