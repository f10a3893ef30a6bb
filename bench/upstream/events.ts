/** The events of a window: made from names and numbers alone, so that right answers are known without asking. */

const DAY_MS = 86_400_000;
const ATTENDEES = 5;
const LOCATIONS = ["Room Alder", "Room Birch", "Room Cedar", "Online", "Room Elm"];
const FIRST_NAMES = ["Ann", "Ben", "Cleo", "Dario", "Elif", "Femi", "Greta", "Hugo"];
const TOPICS = ["Weekly planning", "Design review", "Customer call", "One to one", "Budget", "Interview"];

export interface Person {
  readonly name: string;
  readonly address: string;
}

export interface BenchEvent {
  readonly id: string;
  readonly subject: string;
  /** Day of the window, 0 to 6, and minutes of that day in UTC. */
  readonly day: number;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly location: string;
  readonly attendees: readonly Person[];
}

/** In the order of their starts. */
export function eventsOf(mailbox: string, calendar: string, count: number): readonly BenchEvent[] {
  const name = mailbox.split("@")[0] ?? mailbox;
  const perDay = Math.ceil(count / 7);
  return Array.from({ length: count }, (_, n) => {
    const startMinute = 420 + Math.floor(((n % perDay) * 720) / perDay);
    return {
      id: `AAMkAGI1-${name}-${calendar}-${n}`,
      subject: `${TOPICS[n % TOPICS.length]} ${n} of ${name} (${calendar})`,
      day: Math.floor(n / perDay),
      startMinute,
      endMinute: startMinute + 30,
      location: LOCATIONS[n % LOCATIONS.length] ?? "",
      attendees: Array.from({ length: ATTENDEES }, (_unused, a) => ({
        name: `${FIRST_NAMES[(n + a) % FIRST_NAMES.length]} Example ${a}`,
        address: `person-${(n * 3 + a) % 40}@bench.example`,
      })),
    };
  });
}

/** A bound as milliseconds since the Unix epoch. */
export function instantOf(windowStartMs: number, day: number, minute: number): number {
  return windowStartMs + day * DAY_MS + minute * 60_000;
}

/** A digit for each slot of a window that begins at midnight: 2 where something is, else 0. Every event is busy. */
export function availabilityOf(events: readonly BenchEvent[], windowMs: number, intervalMinutes: number): string {
  const slots = new Array<string>(Math.ceil(windowMs / (intervalMinutes * 60_000))).fill("0");
  for (const { day, startMinute, endMinute } of events) {
    const first = Math.floor((day * 1_440 + startMinute) / intervalMinutes);
    const end = Math.min(slots.length, Math.ceil((day * 1_440 + endMinute) / intervalMinutes));
    slots.fill("2", first, end);
  }
  return slots.join("");
}

/** Members of Graph's schedule item; dates hold a placeholder as those of `graphMembers` do. */
export function scheduleMembers(event: BenchEvent): Readonly<Record<string, unknown>> {
  return {
    isPrivate: false,
    status: "busy",
    subject: event.subject,
    location: event.location,
    isMeeting: true,
    isRecurring: false,
    isException: false,
    isReminderSet: true,
    start: timeOf(event.day, event.startMinute),
    end: timeOf(event.day, event.endMinute),
  };
}

/** Members of Graph's event, by name; dates hold a placeholder of the same length, see `documents.ts`. */
export function graphMembers(event: BenchEvent): Readonly<Record<string, unknown>> {
  return {
    id: event.id,
    subject: event.subject,
    start: timeOf(event.day, event.startMinute),
    end: timeOf(event.day, event.endMinute),
    isAllDay: false,
    originalStartTimeZone: "UTC",
    originalEndTimeZone: "UTC",
    location: {
      displayName: event.location,
      locationType: "default",
      uniqueId: event.location,
      uniqueIdType: "private",
    },
    attendees: event.attendees.map((emailAddress) => ({
      type: "required",
      status: { response: "none", time: "0001-01-01T00:00:00Z" },
      emailAddress,
    })),
    organizer: { emailAddress: event.attendees[0] },
    showAs: "busy",
    sensitivity: "normal",
    importance: "normal",
    type: "singleInstance",
    categories: [],
    isCancelled: false,
    isOrganizer: true,
    responseStatus: { response: "organizer", time: "0001-01-01T00:00:00Z" },
    iCalUId: `040000008200E00074C5B7101A82E008-${event.id}`,
    webLink: "https://outlook.office365.com/owa/",
    onlineMeeting: null,
    bodyPreview: "",
  };
}

/** As long as a date, so that the date can be written over it. */
export function placeholder(day: number): string {
  return `{{day-${day}}}#`.slice(0, 10);
}

function timeOf(day: number, minute: number) {
  return { dateTime: `${placeholder(day)}T${clock(minute)}:00.0000000`, timeZone: "UTC" };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
