import type { SlotStage } from "../scheduling/meeting-slots.js";
import type { WorkingHours } from "../scheduling/working-hours.js";
import type {
  Attendance,
  MeetingPerson,
  MeetingReasonKind,
  MeetingRoom,
  MeetingWish,
  NoMeetingReasonKind,
  Reason,
} from "./meeting-times.model.js";

/** Names in one sentence; the rest are counted. */
const MOST_NAMES = 5;

/** What speaks for a suggestion, and what against it. */
export function reasonsFor(
  attendance: readonly Attendance[],
  rooms: readonly MeetingRoom[],
  { hours }: Pick<MeetingWish, "hours">,
): readonly Reason<MeetingReasonKind>[] {
  const reasons: Reason<MeetingReasonKind>[] = [];
  const add = (kind: MeetingReasonKind, message: string) => reasons.push({ kind, message });
  const required = attendance.filter(({ person }) => person.isRequired);
  const optional = attendance.filter(({ person }) => !person.isRequired);
  const tentative = required.filter(({ status }) => status === "TENTATIVE");
  const unknown = required.filter(({ status }) => status === "UNKNOWN");
  if (required.length > 0 && required.every(({ status }) => status === "FREE")) {
    add(
      "ALL_REQUIRED_FREE",
      required.length === 1 ? "The required person is free." : `All ${required.length} required people are free.`,
    );
  }
  if (tentative.length > 0) add("REQUIRED_TENTATIVE", `Has a tentative appointment: ${named(tentative)}.`);
  if (unknown.length > 0) add("REQUIRED_UNKNOWN", `It is not known whether these are free: ${named(unknown)}.`);
  const missing = optional.filter(({ status, isInWorkingHours }) => status !== "FREE" || !isInWorkingHours);
  if (missing.length > 0) {
    add(
      "OPTIONAL_MISSING",
      `${missing.length} of ${optional.length} optional people may be missing: ${named(missing)}.`,
    );
  } else if (optional.length > 0) add("ALL_OPTIONAL_FREE", `All ${optional.length} optional people are free.`);
  if (hours === "WORKING_HOURS" && attendance.every(({ isInWorkingHours }) => isInWorkingHours)) {
    add("WITHIN_WORKING_HOURS", "It is within the working hours of everybody.");
  }
  if (rooms.length > 0)
    add("ROOMS_FREE", `Free rooms: ${list(rooms.map((room) => room.displayName ?? room.address))}.`);
  return reasons;
}

const KINDS: Readonly<Record<SlotStage, NoMeetingReasonKind>> = {
  GRID: "WINDOW_TOO_SHORT",
  NOTICE: "NOTICE_TOO_LONG",
  EXCLUDED: "ALL_EXCLUDED",
  KNOWN: "REQUIRED_UNKNOWN",
  HOURS: "NO_COMMON_WORKING_HOURS",
  REQUIRED: "REQUIRED_BUSY",
  OPTIONAL: "TOO_FEW_OPTIONAL",
  ROOMS: "NO_ROOM_FREE",
};

/** Why there is no suggestion: the condition that left nothing, and what the others did with what was left to them. */
export function reasonForNothing(
  stage: SlotStage,
  wish: MeetingWish,
  facts: {
    readonly people: readonly MeetingPerson[];
    readonly rooms: readonly MeetingRoom[];
    /** For each person, at how many times he or she is busy. */
    readonly busyStarts: readonly number[];
  },
): Reason<NoMeetingReasonKind> {
  return { kind: KINDS[stage], message: sentences[stage](wish, facts) };
}

type Facts = Parameters<typeof reasonForNothing>[2];

const sentences: Readonly<Record<SlotStage, (wish: MeetingWish, facts: Facts) => string>> = {
  GRID: ({ durationMinutes, stepMinutes }) =>
    `No meeting of ${durationMinutes} minutes fits into the window at a step of ${stepMinutes} minutes.`,
  NOTICE: ({ minimumNoticeMinutes }) => `The window ends before a notice of ${minimumNoticeMinutes} minutes does.`,
  EXCLUDED: () => "The excluded ranges leave no time.",
  KNOWN: (_, { people }) =>
    `Nothing is known of required people at any time: ${list(people.filter((person) => person.isRequired && person.error !== null).map(({ address }) => address))}.`,
  HOURS: (_, { people }) =>
    `No time in the working hours of all: ${list(people.filter(({ isRequired }) => isRequired).map(withHours))}.`,
  REQUIRED: (_, { people, busyStarts }) => {
    const busiest = people
      .map((person, index) => ({ person, count: busyStarts[index] ?? 0 }))
      .filter(({ person, count }) => person.isRequired && count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ person }) => person.address);
    return busiest.length === 0
      ? "At every time some required person is taken tentatively."
      : `At every time some required person is busy, most often: ${list(busiest)}.`;
  },
  OPTIONAL: ({ minimumOptionalShare }) =>
    `Whenever all required people can, fewer than ${Math.round(minimumOptionalShare * 100)} % of the optional ones can.`,
  ROOMS: ({ rooms: wanted }, { rooms }) =>
    rooms.length === 0
      ? "No room matches."
      : `Whenever the people can, fewer than ${wanted?.count ?? 0} of ${rooms.length} rooms are known to be free.`,
};

function withHours({ address, workingHours }: MeetingPerson): string {
  return workingHours === null ? `${address} (any time)` : `${address} (${hoursText(workingHours)})`;
}

function hoursText({ startMinute, endMinute, timeZone, utcOffsetMinutes, daysOfWeek }: WorkingHours): string {
  const zone = timeZone ?? `UTC ${(utcOffsetMinutes ?? 0) >= 0 ? "+" : "−"} ${Math.abs(utcOffsetMinutes ?? 0)} minutes`;
  const days = daysOfWeek.map((day) => `${day.charAt(0)}${day.slice(1, 3).toLowerCase()}`).join(" ");
  return `${clock(startMinute)}–${clock(endMinute)} ${zone}, ${days}`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function named(attendance: readonly Attendance[]): string {
  return list(attendance.map(({ person }) => person.address));
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
