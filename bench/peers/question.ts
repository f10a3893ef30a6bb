import { hash32 } from "../kit/random.js";
import { availabilityOf, eventsOf, instantOf } from "../upstream/events.js";
import { CALENDARS, EVENTS_OF_OTHERS } from "../upstream/settings.js";

/**
 * What a dashboard asks about one week: the events of the default calendar or of every calendar of each mailbox, or when
 * each is free.
 */
export interface Question {
  readonly kind: "week" | "every-calendar" | "free-busy";
  readonly mailboxes: readonly string[];
  /** Bounds of the window, as `toISOString` writes them. */
  readonly start: string;
  readonly end: string;
  /** How old the gateway's answer may be; without it, it keeps none. */
  readonly maxAgeSeconds?: number;
}

/** An event as every program has to deliver it, however its answer is shaped. */
export interface PlainEvent {
  readonly subject: string;
  /** Milliseconds since the Unix epoch. */
  readonly start: number;
  readonly end: number;
  readonly location: string;
  /** Names and addresses in their order. */
  readonly attendees: readonly string[];
}

/** Minutes of a slot of `availabilityView`: Graph's default, and the gateway's. */
export const INTERVAL_MINUTES = 30;

/** A busy time, or a view of availability, as if it were an event. */
export function plainBlock(address: string, text: string, start: number, end: number): PlainEvent {
  return { subject: address, start, end, location: text, attendees: [] };
}

/** What of two answers must be equal. The checksum does not depend on the order of events. */
export interface Digest {
  readonly events: number;
  readonly attendees: number;
  readonly checksum: number;
}

export function digestOf(events: readonly PlainEvent[]): Digest {
  let attendees = 0;
  let checksum = 0;
  for (const event of events) {
    attendees += event.attendees.length;
    const text = [event.subject, event.start, event.end, event.location, ...event.attendees].join("|");
    checksum = (checksum + hash32(text)) >>> 0;
  }
  return { events: events.length, attendees, checksum };
}

export function isSame(a: Digest, b: Digest): boolean {
  return a.events === b.events && a.attendees === b.attendees && a.checksum === b.checksum;
}

/** The right answer, known without asking anybody. `events` is the stand-in's setting of that name. */
export function rightDigest(question: Question, events: number): Digest {
  if (question.kind === "free-busy") return rightSchedules(question, events);
  const start = Date.parse(question.start);
  const calendars = question.kind === "week" ? CALENDARS.slice(0, 1) : CALENDARS;
  return digestOf(
    question.mailboxes.flatMap((mailbox) =>
      calendars.flatMap((calendar) =>
        eventsOf(mailbox, calendar, calendar === CALENDARS[0] ? events : EVENTS_OF_OTHERS).map((event) => ({
          subject: event.subject,
          start: instantOf(start, event.day, event.startMinute),
          end: instantOf(start, event.day, event.endMinute),
          location: event.location,
          attendees: event.attendees.flatMap(({ name, address }) => [name, address]),
        })),
      ),
    ),
  );
}

function rightSchedules({ mailboxes, start, end }: Question, count: number): Digest {
  const startMs = Date.parse(start);
  return digestOf(
    mailboxes.flatMap((mailbox) => {
      const events = eventsOf(mailbox, CALENDARS[0], count);
      const blocks = events.map(({ day, startMinute, endMinute }) =>
        plainBlock(mailbox, "busy", instantOf(startMs, day, startMinute), instantOf(startMs, day, endMinute)),
      );
      const view = availabilityOf(events, Date.parse(end) - startMs, INTERVAL_MINUTES);
      return [...blocks, plainBlock(mailbox, view, startMs, Date.parse(end))];
    }),
  );
}

const FIRST_WEEK = Date.parse("2026-01-05T00:00:00Z");
const WEEK_MS = 7 * 86_400_000;

/** Weeks are never asked twice unless a scenario means to, so that no cache answers a cold question. */
export function week(number: number): { readonly start: string; readonly end: string } {
  const start = FIRST_WEEK + number * WEEK_MS;
  return { start: new Date(start).toISOString(), end: new Date(start + WEEK_MS).toISOString() };
}

export function mailbox(number: number): string {
  return `m${String(number).padStart(4, "0")}@bench.example`;
}

/** @param first number of the first mailbox. */
export function mailboxes(count: number, first = 0): readonly string[] {
  return Array.from({ length: count }, (_, n) => mailbox(first + n));
}
