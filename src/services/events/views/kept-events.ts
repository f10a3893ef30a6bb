import type { Attendee, CalendarEvent, EventLocation, EventTime, Person } from "../event.model.js";
import { BoundedTable } from "./bounded-table.js";

/** Texts longer than this are seldom equal, and would hold much memory for it. */
const LONGEST_SHARED_TEXT = 120;

/** What an event costs beside its texts, in bytes: its object, its share of lists, and of the tables. Measured. */
const EVENT_BYTES = 320;
const ATTENDEE_BYTES = 8;
/** A small object of an event's own, such as an instant. */
const OBJECT_BYTES = 56;

/** Makes events that are worth keeping: equal people, times and short texts of all of them are one object. */
export class EventKeeper {
  readonly #texts: BoundedTable<string>;
  readonly #places: BoundedTable<EventLocation>;
  readonly #people: BoundedTable<Person>;
  readonly #attendees: BoundedTable<Attendee>;
  readonly #times: BoundedTable<EventTime>;

  constructor(capacity = 10_000) {
    this.#texts = new BoundedTable(capacity);
    this.#places = new BoundedTable(capacity);
    this.#people = new BoundedTable(capacity);
    this.#attendees = new BoundedTable(capacity);
    this.#times = new BoundedTable(capacity);
  }

  /** The events as they are to be kept; those that are kept already are the same objects. */
  keep(events: readonly CalendarEvent[]): { readonly events: readonly CalendarEvent[]; readonly bytes: number } {
    // Occurrences of a series have equal long texts; nothing holds them when the view is gone.
    const longTexts = new Map<string, string>();
    let bytes = 0;
    const long = (text: string) => {
      const known = longTexts.get(text);
      if (known !== undefined) return known;
      longTexts.set(text, text);
      bytes += bytesOf(text);
      return text;
    };
    const kept = events.map((event) => {
      const own = event.isKept ? event : this.#kept(event, long);
      if (event.isKept) for (const text of [own.body?.content, own.bodyPreview]) if (text) long(text);
      bytes += EVENT_BYTES + bytesOf(own.graphId) + bytesOf(own.version) + bytesOf(own.subject) + bytesOf(own.iCalUId);
      bytes += bytesOf(own.webLink) + ATTENDEE_BYTES * (own.attendees?.length ?? 0) + extraBytesOf(own);
      return own;
    });
    // The list too is the same object where nothing is new.
    return { events: kept.every((event, index) => event === events[index]) ? events : kept, bytes };
  }

  #kept(event: CalendarEvent, long: (text: string) => string): CalendarEvent {
    const { subject, bodyPreview, body, location, locations, organizer, attendees, categories } = event;
    return new KeptEvent({
      ...event,
      mailboxId: this.#text(event.mailboxId),
      start: this.#time(event.start),
      end: this.#time(event.end),
      ...(subject && { subject: this.#text(subject) }),
      ...(bodyPreview && { bodyPreview: long(bodyPreview) }),
      ...(body && { body: { contentType: body.contentType, content: long(body.content) } }),
      ...(location && { location: this.#place(location) }),
      ...(locations && { locations: locations.map((place) => this.#place(place)) }),
      ...(organizer && { organizer: this.#person(organizer) }),
      ...(attendees && { attendees: attendees.map((attendee) => this.#attendee(attendee)) }),
      ...(categories && { categories: categories.length === 0 ? NOTHING : categories.map((name) => this.#text(name)) }),
    });
  }

  #text(text: string): string {
    return text.length > LONGEST_SHARED_TEXT ? text : this.#texts.share(text, () => text);
  }

  #place(location: EventLocation): EventLocation {
    return this.#places.share(JSON.stringify(location), () => location);
  }

  #person({ name, address }: Person): Person {
    return this.#people.share(JSON.stringify([name, address]), () => ({ name, address }));
  }

  #attendee(attendee: Attendee): Attendee {
    const { name, address, type, response, respondedAt, proposedTime } = attendee;
    // Proposals are rare, and no two are equal.
    if (proposedTime !== null) return attendee;
    const key = JSON.stringify([name, address, type, response, respondedAt?.getTime()]);
    return this.#attendees.share(key, () => ({
      ...this.#person({ name, address }),
      type,
      response,
      respondedAt,
      proposedTime,
    }));
  }

  #time(time: EventTime): EventTime {
    const key =
      time.kind === "AllDay" ? time.date : `${time.instant.getTime()} ${time.timeZone} ${time.timeZoneSource}`;
    return this.#times.share(key, () => time);
  }
}

const NOTHING: readonly string[] = Object.freeze([]);

/** Members set in one go leave no spare room behind: an object that is spread together takes twice the memory. */
class KeptEvent implements CalendarEvent {
  declare readonly kind: "Event";
  declare readonly visibility: CalendarEvent["visibility"];
  declare readonly mailboxId: string;
  declare readonly graphId: string;
  declare readonly version: string;
  declare readonly start: EventTime;
  declare readonly end: EventTime;
  declare readonly isAllDay: boolean;
  declare readonly isKept: true;

  constructor(event: CalendarEvent) {
    Object.assign(this, event, { isKept: true });
  }
}

/** What few events have: instants, online meetings, extended data, several places. */
function extraBytesOf(event: CalendarEvent): number {
  const { onlineMeeting, extendedData, locations, createdAt, changedAt, originalStart, respondedAt, reminder } = event;
  const objects = [createdAt, changedAt, originalStart, respondedAt, reminder].filter(Boolean).length;
  let bytes = objects * OBJECT_BYTES + (locations?.length ?? 0) * ATTENDEE_BYTES;
  bytes += bytesOf(event.seriesMasterGraphId);
  if (onlineMeeting) {
    const { joinUrl, conferenceId, tollNumber, quickDial, phones, tollFreeNumbers } = onlineMeeting;
    for (const text of [joinUrl, conferenceId, tollNumber, quickDial, ...tollFreeNumbers]) bytes += bytesOf(text);
    bytes += OBJECT_BYTES * (1 + phones.length);
  }
  for (const { key, value } of extendedData ?? []) bytes += OBJECT_BYTES + bytesOf(key) + bytesOf(value);
  return bytes;
}

function bytesOf(text: string | null | undefined): number {
  return text ? 24 + text.length : 0;
}
