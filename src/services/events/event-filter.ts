import { createHash } from "node:crypto";
import { AppError } from "../../lib/app-error.js";
import type { CalendarEvent, EventType, Person, ResponseStatus, Sensitivity, ShowAs } from "./event.model.js";
import { type EventField, eventFieldsAmong } from "./event-members.js";

/** Values of one comparator of a filter. */
export const MAX_FILTER_VALUES = 100;

/** Longest subject that Graph keeps, and longest address of RFC 5321 with room for Exchange's own. */
const MAX_TEXT_LENGTH = 255;
const MAX_ADDRESS_LENGTH = 320;

type Given<T> = T | null | undefined;

/** One of the two lists. */
export interface Choice<T extends string> {
  readonly in?: Given<readonly T[]>;
  readonly notIn?: Given<readonly T[]>;
}

/** What callers may ask events for; all that is given must hold. */
export interface EventFilterDraft {
  readonly showAs?: Given<Choice<ShowAs>>;
  readonly type?: Given<Choice<EventType>>;
  readonly sensitivity?: Given<Choice<Sensitivity>>;
  readonly response?: Given<Choice<ResponseStatus>>;
  readonly isCancelled?: Given<boolean>;
  readonly isAllDay?: Given<boolean>;
  readonly hasOnlineMeeting?: Given<boolean>;
  readonly subject?: Given<{ readonly contains: string }>;
  readonly categories?: Given<{ readonly any: readonly string[] }>;
  readonly organizer?: Given<{ readonly in: readonly string[] }>;
  readonly attendee?: Given<{ readonly in: readonly string[] }>;
}

/** A filter that can be answered: over events that are read whole, so that pages of what is left are honest. */
export interface EventFilter {
  /** What has to be read of each event. */
  readonly fields: readonly EventField[];
  /** Equal for equal filters, and no reader's business: cursors carry it. */
  readonly key: string;
  /** A member that the event does not show matches nothing. */
  matches(event: CalendarEvent): boolean;
}

type Test = (event: CalendarEvent) => boolean;

/** @throws AppError INVALID_INPUT naming the comparator that cannot be answered. Null where nothing is asked for. */
export function toEventFilter(draft: Given<EventFilterDraft>): EventFilter | null {
  const { showAs, type, sensitivity, response, isCancelled, isAllDay, hasOnlineMeeting } = draft ?? {};
  const { subject, categories, organizer, attendee } = draft ?? {};
  const parts: [field: EventField | "isAllDay", Test][] = [];
  if (showAs) parts.push(["showAs", choice("showAs", showAs, (event) => event.showAs)]);
  if (type) parts.push(["type", choice("type", withoutMasters(type), (event) => event.type)]);
  if (sensitivity) parts.push(["sensitivity", choice("sensitivity", sensitivity, (event) => event.sensitivity)]);
  if (response) parts.push(["response", choice("response", response, (event) => event.response)]);
  if (isCancelled != null) parts.push(["isCancelled", (event) => event.isCancelled === isCancelled]);
  if (isAllDay != null) parts.push(["isAllDay", (event) => event.isAllDay === isAllDay]);
  if (hasOnlineMeeting != null) {
    parts.push(["isOnlineMeeting", (event) => event.isOnlineMeeting === hasOnlineMeeting]);
  }
  if (subject) parts.push(["subject", containing(subject.contains)]);
  if (categories) parts.push(["categories", inAnyOf(categories.any)]);
  if (organizer) {
    const addresses = addressesIn("organizer", organizer.in);
    parts.push(["organizer", (event) => isAmong(addresses, event.organizer)]);
  }
  if (attendee) {
    const addresses = addressesIn("attendee", attendee.in);
    parts.push(["attendees", ({ attendees }) => attendees?.some((person) => isAmong(addresses, person)) ?? false]);
  }
  if (parts.length === 0) return null;
  const tests = parts.map(([, test]) => test);
  return {
    fields: eventFieldsAmong(new Set(parts.map(([field]) => field))),
    key: keyOf(draft ?? {}),
    matches: (event) => tests.every((test) => test(event)),
  };
}

/** Letters of all scripts compare without case, and however their accents were typed. */
function folded(text: string): string {
  return text.normalize("NFC").toUpperCase().normalize("NFC");
}

function choice<T extends string>(
  name: string,
  { in: wanted, notIn: unwanted }: Choice<T>,
  memberOf: (event: CalendarEvent) => T | undefined,
): Test {
  if (wanted && unwanted) throw refused([name], "Give either `in` or `notIn`, not both.");
  if (!wanted && !unwanted) throw refused([name], "Give `in` or `notIn` with the values.");
  const values = new Set(checked([name, wanted ? "in" : "notIn"], wanted ?? unwanted ?? []));
  return (event) => {
    const value = memberOf(event);
    return value !== undefined && values.has(value) === Boolean(wanted);
  };
}

function withoutMasters(types: Choice<EventType>): Choice<EventType> {
  if (types.in?.includes("SERIES_MASTER")) {
    throw refused(["type", "in"], "Views hold no masters of series; series come as their occurrences.");
  }
  return types;
}

function containing(part: string): Test {
  if (part === "") throw refused(["subject", "contains"], "Give at least one character.");
  if (part.length > MAX_TEXT_LENGTH) {
    throw refused(["subject", "contains"], `A subject has at most ${MAX_TEXT_LENGTH} characters.`);
  }
  const wanted = folded(part);
  return ({ subject }) => subject != null && folded(subject).includes(wanted);
}

function inAnyOf(names: readonly string[]): Test {
  const wanted = new Set(checked(["categories", "any"], names).map(folded));
  return ({ categories }) => categories?.some((name) => wanted.has(folded(name))) ?? false;
}

function addressesIn(name: string, addresses: readonly string[]): ReadonlySet<string> {
  for (const [index, address] of checked([name, "in"], addresses).entries()) {
    if (address.trim() === "" || address.length > MAX_ADDRESS_LENGTH) {
      throw refused([name, "in", String(index)], "An address looks like ann@example.com.");
    }
  }
  return new Set(addresses.map((address) => address.trim().toLowerCase()));
}

function isAmong(addresses: ReadonlySet<string>, person: Person | null | undefined): boolean {
  return person?.address != null && addresses.has(person.address.toLowerCase());
}

function checked<T>(path: readonly string[], values: readonly T[]): readonly T[] {
  if (values.length === 0)
    throw refused(path, "An empty list matches nothing. Leave the comparator out, or give values.");
  if (values.length <= MAX_FILTER_VALUES) return values;
  throw new AppError(
    "LIMIT_EXCEEDED",
    `This list has ${values.length} values; at most ${MAX_FILTER_VALUES} are allowed.`,
    {
      path: ["filter", ...path],
      limit: { name: "filterValues", max: MAX_FILTER_VALUES, actual: values.length },
    },
  );
}

function refused(path: readonly string[], message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: ["filter", ...path] });
}

/** The order of members and values makes no other filter, nor do members that are null. */
function keyOf(draft: EventFilterDraft): string {
  const canonical = JSON.stringify(draft, (_name, value: unknown) => {
    if (Array.isArray(value)) return [...value].sort();
    if (typeof value !== "object" || value === null) return value;
    const given = Object.entries(value).filter(([, member]) => member != null);
    return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash("sha256").update(canonical).digest("base64url").slice(0, 8);
}
