import { type GraphEvent, type GraphSeries, toWindowsZone } from "../../../graph/index.js";
import { bodyWithoutMeeting } from "../meeting-body.js";
import { dateOf, dayOf } from "./calendar-days.js";
import { startOfChanges } from "./draft-start.js";
import { movedSeries } from "./moved-series.js";
import type { RecurrenceRule } from "./recurrence.model.js";
import { toRecurrenceRule } from "./recurrence-draft.js";
import { cancelledDates, type GraphRecurrence, ruleStartOf, toGraphRecurrence } from "./recurrence-mapper.js";
import { ruleDays } from "./rule-days.js";
import { countableRule, slotDateOf, type VersionedEvent } from "./series-event.js";
import type { Change } from "./series-writer.js";
import type { SlotPairing } from "./split.model.js";

/** What has to be read of a master to make another series of its later part. */
export const COPIED_MEMBERS = [
  "subject",
  "body",
  "locations",
  "attendees",
  "showAs",
  "sensitivity",
  "importance",
  "categories",
  "isReminderOn",
  "reminderMinutesBeforeStart",
  "responseRequested",
  "allowNewTimeProposals",
  "hideAttendees",
  "isOnlineMeeting",
  "onlineMeetingProvider",
  "onlineMeeting",
  "hasAttachments",
  "iCalUId",
];

/** Where a series is cut: before this slot. */
export interface Cut {
  readonly rule: RecurrenceRule;
  readonly slotDate: string;
  /** How many slots come before it, removed ones included. 0: it is the first, so nothing is cut. */
  readonly before: number;
  /** The rule of what comes before it. */
  readonly truncated: GraphRecurrence;
}

/** @throws AppError INVALID_INPUT for a series whose days cannot be counted. */
export function cutBefore(master: VersionedEvent, slot: VersionedEvent): Cut {
  const rule = countableRule(master);
  const slotDate = slotDateOf(slot, rule);
  const until = dayOf(slotDate);
  let [before, last] = [0, dayOf(rule.range.startDate)];
  for (const day of ruleDays(rule)) {
    if (day >= until) break;
    [before, last] = [before + 1, day];
  }
  const range = { ...rule.range, type: "END_DATE", endDate: dateOf(last), numberOfOccurrences: null } as const;
  return { rule, slotDate, before, truncated: toGraphRecurrence({ pattern: rule.pattern, range }) };
}

/** The later part of a series as an event of its own, and what cannot go with it. */
export interface LaterPart {
  readonly event: GraphEvent;
  /** Dates of the new series that were removed from the old one; null where Microsoft does not tell them. */
  readonly cancelled: readonly string[] | null;
  /** Dates of the old series whose occurrences had been changed: the new series has them unchanged. */
  readonly dropped: readonly string[];
  readonly lacksAttachments: boolean;
  readonly pairing: SlotPairing;
}

/** @throws AppError INVALID_INPUT where the change does not fit the series. */
export function laterPart(master: GraphSeries, cut: Cut, { draft, changes }: Change): LaterPart {
  const times = timesOf(master, cut, changes);
  const start = startOfChanges(times, null);
  const remaining = rest(cut);
  const moved = movedSeries({
    rule: remaining,
    slotDate: cut.slotDate,
    firstDate: cut.slotDate,
    wasAllDay: master.isAllDay ?? false,
    times,
    start,
  });
  const given = draft.recurrence && toRecurrenceRule(draft.recurrence, (zone) => startOfChanges(times, zone));
  const rule = draft.recurrence === undefined ? (moved.rule ?? remaining) : given;
  const { recurrence: _, body, ...written } = changes;
  const copiedBody = body ?? bodyWithoutMeeting(master);
  const later = cancelledDates(master.cancelledOccurrences ?? []).filter((date) => date >= cut.slotDate);
  const shift = dayOf(start.date) - dayOf(cut.slotDate);
  return {
    event: {
      ...copied(master),
      ...(copiedBody && { body: copiedBody }),
      ...written,
      ...times,
      ...(rule && { recurrence: toGraphRecurrence(rule) }),
    },
    // With a recurrence of its own, the new series has other days.
    cancelled:
      draft.recurrence === undefined
        ? master.cancelledOccurrences
          ? later.map((date) => dateOf(dayOf(date) + shift))
          : null
        : [],
    dropped: droppedDates(master, cut),
    lacksAttachments: master.hasAttachments ?? false,
    pairing: {
      formerZone: cut.rule.range.recurrenceTimeZone,
      presentZone: rule ? rule.range.recurrenceTimeZone : null,
      from: cut.slotDate,
      shiftDays: shift,
      isFirstOnly: draft.recurrence !== undefined,
    },
  };
}

function rest({ rule, slotDate, before }: Cut): RecurrenceRule {
  const { numberOfOccurrences } = rule.range;
  const remaining = numberOfOccurrences === null ? null : numberOfOccurrences - before;
  return { ...rule, range: { ...rule.range, startDate: slotDate, numberOfOccurrences: remaining } };
}

/** The slot's own times where none are given, not those that it was moved to. */
function timesOf(master: GraphEvent, { rule, slotDate }: Cut, changes: GraphEvent) {
  const { start, end, isAllDay } = changes;
  if (start && end) return { start, end, isAllDay: isAllDay ?? false };
  const zone = rule.range.recurrenceTimeZone;
  const timeZone = toWindowsZone(zone) ?? zone;
  const shift = dayOf(slotDate) - dayOf(rule.range.startDate);
  const on = (event: GraphEvent) => {
    const { date, time } = ruleStartOf(event, zone);
    return { dateTime: `${dateOf(dayOf(date) + shift)}T${time}`, timeZone };
  };
  return {
    start: on(master),
    end: on({ ...master, ...(master.end && { start: master.end }) }),
    isAllDay: master.isAllDay ?? false,
  };
}

function copied(master: GraphSeries): GraphEvent {
  const event: Record<string, unknown> = {};
  for (const name of COPIED_MEMBERS) {
    const value = master[name as keyof GraphSeries];
    if (!NOT_COPIED.has(name) && value !== undefined && value !== null) event[name] = value;
  }
  const { attendees, isOnlineMeeting } = master;
  return {
    ...event,
    // Their answers were to the old series.
    ...(attendees && {
      attendees: attendees.map(({ emailAddress, type }) => ({
        emailAddress: emailAddress ?? null,
        type: type ?? "required",
      })),
    }),
    ...(isOnlineMeeting && { isOnlineMeeting, onlineMeetingProvider: master.onlineMeetingProvider ?? null }),
  };
}

/** What only the service writes, or what is copied in another form. */
const NOT_COPIED = new Set([
  "body",
  "attendees",
  "isOnlineMeeting",
  "onlineMeetingProvider",
  "onlineMeeting",
  "hasAttachments",
  "iCalUId",
]);

function droppedDates(master: GraphSeries, { rule, slotDate }: Cut): readonly string[] {
  const dates = (master.exceptionOccurrences ?? []).map((exception) => slotDateOf(exception, rule));
  return dates.filter((date) => date >= slotDate).sort();
}
