import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { oncePerKey } from "../../lib/once-per-key.js";
import type { CalendarEvent, Sensitivity } from "../events/event.model.js";
import { type EventField, eventFieldsAmong } from "../events/event-members.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { notFound } from "../outcomes.js";
import { copyAt, LEAST_LEVELS } from "./shown-members.js";
import { type EventVisibility, reaches, type ShownRule } from "./visibility-rule.js";

/** What the rule needs to know of an opened mailbox. */
type Ruled = Pick<OpenMailbox, "visibility" | "connection">;

/** Exchange tells others the titles of normal and personal entries only, so those are the open ones here too. */
export function isPrivate(sensitivity: Sensitivity | undefined): boolean {
  return sensitivity !== "NORMAL" && sensitivity !== "PERSONAL";
}

/**
 * The fields that may be asked for in this mailbox. What no event of it shows is left out, and told once in the answer:
 * an error for each event would bury it.
 */
export function readableFields(
  { visibility, connection }: Ruled,
  fields: readonly EventField[],
  { notices }: Pick<Call, "notices">,
): readonly EventField[] {
  const { events, privateEvents } = visibility;
  if (events === "HIDDEN" || privateEvents === "HIDDEN") {
    notices?.set(`EVENTS_HIDDEN ${connection.id}`, { code: "EVENTS_HIDDEN", message: hiddenMessage(events) });
  }
  const { readable, asked } = fieldsAt(visibility, fields, connection.remembersListed ?? false);
  if (readable.length < fields.length && events !== "HIDDEN") {
    const withheld = fields.filter((field) => !readable.includes(field)).join(" and ");
    notices?.set(`FIELDS_WITHHELD ${connection.id}`, {
      code: "FIELDS_WITHHELD",
      message:
        events === "BASIC"
          ? `A connection with the permission level FREE_BUSY does not read ${withheld}; these fields are null.`
          : `The visibility ${events} of this API key or of the connection does not show ${withheld}; these fields are null.`,
    });
  }
  return asked;
}

interface FieldsAtLevel {
  readonly readable: readonly EventField[];
  /**
   * With what is needed whether it was asked for or not: `sensitivity` says which events are private. The `id` is answered in
   * any case, and only asked for where those of lists are remembered.
   */
  readonly asked: readonly EventField[];
}

const fieldsByLevel = oncePerKey((_fields: readonly EventField[]) => new Map<string, FieldsAtLevel>());

/** One answer for one list, so that whatever is made of it is made once for all mailboxes of a question. */
function fieldsAt(
  { events, privateEvents }: ShownRule,
  fields: readonly EventField[],
  remembersListed: boolean,
): FieldsAtLevel {
  const known = fieldsByLevel(fields);
  const level = `${events} ${privateEvents} ${remembersListed}`;
  const found = known.get(level);
  if (found !== undefined) return found;
  const readable = fields.filter((field) => reaches(events, LEAST_LEVELS[field]));
  const isTold = events === privateEvents || readable.includes("sensitivity");
  const needed = isTold ? readable : eventFieldsAmong(new Set([...readable, "sensitivity"]));
  const asked = remembersListed ? needed : needed.filter((field) => field !== "id");
  const made = { readable, asked };
  known.set(level, made);
  return made;
}

/** The event as it may be shown, or null where nobody may learn of it: the way out for every event. */
export function shownEvent({ visibility }: Pick<Ruled, "visibility">, event: CalendarEvent): CalendarEvent | null {
  const level = levelOf(visibility, event);
  if (level === "HIDDEN") return null;
  return level === "FULL" ? event : copyAt(event, level);
}

/** The same for a list; the very list where nothing of it is withheld. */
export function shownEvents(mailbox: Pick<Ruled, "visibility">, events: readonly CalendarEvent[]) {
  const { visibility } = mailbox;
  if (visibility.privateEvents === "FULL") return events;
  if (events.every((event) => levelOf(visibility, event) === "FULL")) return events;
  return events.flatMap((event) => shownEvent(mailbox, event) ?? []);
}

/** @throws AppError NOT_FOUND for an event that is hidden. */
export function shownOrNotFound(mailbox: Pick<Ruled, "visibility">, event: CalendarEvent): CalendarEvent {
  const shown = shownEvent(mailbox, event);
  if (shown === null) throw notFound("event");
  return shown;
}

/**
 * Members of Graph's event to read before it is written to; see `assertMayChange`.
 * @throws AppError FORBIDDEN or NOT_FOUND where no event of the mailbox is shown whole.
 */
export function membersBeforeChange({ visibility }: Pick<Ruled, "visibility">): readonly string[] {
  const { events, privateEvents } = visibility;
  if (events === "HIDDEN") throw notFound("event");
  if (events !== "FULL") throw mayNotChange(events);
  return privateEvents === "FULL" ? [] : ["sensitivity"];
}

/**
 * Only what is shown whole may be changed or deleted: whoever could make a private event public, or invite somebody to it,
 * would see it. `sensitivity` as it stands at Microsoft before the change.
 *
 * @throws AppError FORBIDDEN, or NOT_FOUND where the event is hidden.
 */
export function assertMayChange({ visibility }: Pick<Ruled, "visibility">, sensitivity: Sensitivity | undefined): void {
  const level = isPrivate(sensitivity) ? visibility.privateEvents : visibility.events;
  if (level === "HIDDEN") throw notFound("event");
  if (level !== "FULL") throw mayNotChange(level);
}

/** Whether an event of this sensitivity is shown whole. */
export function isShownWhole({ visibility }: Pick<Ruled, "visibility">, sensitivity: Sensitivity | undefined): boolean {
  return (isPrivate(sensitivity) ? visibility.privateEvents : visibility.events) === "FULL";
}

function levelOf({ events, privateEvents }: ShownRule, { sensitivity }: CalendarEvent): ShownRule["events"] {
  return events !== privateEvents && isPrivate(sensitivity) ? privateEvents : events;
}

function mayNotChange(level: EventVisibility): AppError {
  return new AppError(
    "FORBIDDEN",
    `This event is shown to this API key as ${level} only. What is not shown whole cannot be changed or deleted; the visibility of the key and of the connection decide.`,
  );
}

function hiddenMessage(events: ShownRule["events"]): string {
  return events === "HIDDEN"
    ? "The visibility of this API key or of the connection hides all events: an empty calendar is not a free one."
    : "The visibility of this API key or of the connection hides private events: a gap in a calendar need not be free.";
}
