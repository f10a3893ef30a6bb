import type { Call } from "../../lib/call.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { CalendarEvent } from "./event.model.js";
import type { EventField } from "./event-members.js";

/** What Calendars.ReadBasic does not show. */
const NEEDS_MORE: readonly EventField[] = ["body", "bodyPreview", "extendedData"];

/**
 * The fields that may be asked for in this mailbox. What its connection may not read is left out, and told once in the
 * answer: an error for each event would bury it.
 */
export function readableFields(
  { permissionLevel, connection }: Pick<OpenMailbox, "permissionLevel" | "connection">,
  fields: readonly EventField[],
  { notices }: Pick<Call, "notices">,
): readonly EventField[] {
  if (permissionLevel !== "FREE_BUSY") return fields;
  const withheld = fields.filter((field) => NEEDS_MORE.includes(field));
  if (withheld.length > 0) {
    notices?.set(`FIELDS_WITHHELD ${connection.id}`, {
      code: "FIELDS_WITHHELD",
      message: `A connection with the permission level FREE_BUSY does not read ${withheld.join(" and ")}; these fields are null.`,
    });
  }
  const readable = fields.filter((field) => !NEEDS_MORE.includes(field));
  // Needed whether it was asked for or not: it says which events are private.
  return readable.includes("sensitivity") ? readable : [...readable, "sensitivity"];
}

/**
 * The event as this connection may show it: without what it may not read, which change tracking may have told, and of a
 * private one only when it is and how it blocks the time.
 */
export function shownEvent(
  { permissionLevel }: Pick<OpenMailbox, "permissionLevel">,
  event: CalendarEvent,
): CalendarEvent {
  if (permissionLevel !== "FREE_BUSY") return event;
  if (event.sensitivity === "NORMAL") {
    const { body: _, bodyPreview: __, extendedData: ___, isKept: ____, ...shown } = event;
    return shown;
  }
  const { kind, mailboxId, graphId, version, start, end, isAllDay, showAs, sensitivity, type, isCancelled } = event;
  return {
    kind,
    mailboxId,
    graphId,
    version,
    start,
    end,
    isAllDay,
    ...(showAs !== undefined && { showAs }),
    ...(sensitivity !== undefined && { sensitivity }),
    ...(type !== undefined && { type }),
    ...(isCancelled !== undefined && { isCancelled }),
  };
}
