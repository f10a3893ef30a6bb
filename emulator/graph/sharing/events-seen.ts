import type { EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { CustomRights } from "../../core/mailbox-parts.model.js";
import { occurrenceRow, withException } from "../../core/series.js";

/** What Outlook writes in place of a subject that a reader may not know. */
const PRIVATE_SUBJECT = "Private Appointment";
const STATUS_SUBJECTS: Readonly<Record<EventRow["showAs"], string>> = {
  unknown: "Busy",
  free: "Free",
  tentative: "Tentative",
  busy: "Busy",
  oof: "Away",
  workingElsewhere: "Working elsewhere",
};

/**
 * An event as somebody else sees it in a shared calendar: whole, with subject and place alone, or as a time that is
 * taken. A private event is the latter for all but delegates who may see those.
 */
export function eventSeen(mailbox: Mailbox, event: EventRow, rights: CustomRights): EventRow {
  return seen(mailbox, event, rights, event.sensitivity === "private");
}

function seen(mailbox: Mailbox, event: EventRow, rights: CustomRights, isPrivate: boolean): EventRow {
  const isHidden = isPrivate && !rights.seesPrivate;
  const isWhole = rights.sees === "details" && !isHidden;
  const row = isWhole ? event : blanked(mailbox, event, rights, isHidden);
  const { series } = event;
  if (series === undefined || series.changes.size === 0) return row;
  const isPlain = [...series.changes.values()].every(({ sensitivity }) => sensitivity !== "private");
  if (isWhole && (isPlain || rights.seesPrivate)) return row;
  // Each changed occurrence is seen by itself, and kept as what then differs from the series.
  let told = { ...series, changes: new Map<number, Partial<EventRow>>() as (typeof series)["changes"] };
  for (const day of series.changes.keys()) {
    const occurrence = occurrenceRow(event, series, day);
    const shown = seen(mailbox, occurrence, rights, isPrivate || occurrence.sensitivity === "private");
    told = withException({ ...row, series: told }, told, day, shown);
  }
  return { ...row, series: told };
}

function blanked(mailbox: Mailbox, event: EventRow, { sees }: CustomRights, isPrivate: boolean): EventRow {
  const { id, immutableId, calendarId, changeKey, iCalUId, createdAt, modifiedAt, type, series, slot } = event;
  const { start, end, isAllDay, isCancelled, showAs } = event;
  const isTitled = sees === "limited" && !isPrivate;
  // Whoever sees no more than free and busy is not told either what of it is private.
  const tellsPrivate = isPrivate && sees !== "freeBusy";
  return {
    ...{ id, immutableId, calendarId, changeKey, iCalUId, createdAt, modifiedAt, type },
    ...{ start, end, isAllDay, isCancelled, showAs },
    ...(series && { series }),
    ...(slot && { slot }),
    transactionId: undefined,
    subject: isTitled ? event.subject : tellsPrivate ? PRIVATE_SUBJECT : STATUS_SUBJECTS[showAs],
    body: { contentType: "html", content: "" },
    isOrganizer: true,
    organizer: mailbox.owner,
    attendees: [],
    responseStatus: { response: "organizer", at: undefined },
    locations: isTitled ? event.locations : [],
    categories: [],
    importance: "normal",
    sensitivity: tellsPrivate ? "private" : "normal",
    isReminderOn: false,
    reminderMinutesBeforeStart: 0,
    hideAttendees: false,
    responseRequested: false,
    allowNewTimeProposals: false,
    isOnlineMeeting: false,
    onlineMeetingProvider: "unknown",
    onlineMeeting: undefined,
  };
}
