import { graphDateTimeToInstant, type ScheduleInformation, toIanaZone } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { ShowAs } from "../events/event.model.js";
import type { WorkingHours } from "../scheduling/working-hours.js";
import { DAYS_OF_WEEK, type DayOfWeek } from "../scheduling/zone-days.js";
import type { ScheduleItem } from "./schedule.model.js";

type GraphItem = NonNullable<ScheduleInformation["scheduleItems"]>[number];
type GraphHours = NonNullable<ScheduleInformation["workingHours"]>;

const STATUSES: Readonly<Record<string, ShowAs>> = {
  free: "FREE",
  tentative: "TENTATIVE",
  busy: "BUSY",
  oof: "OUT_OF_OFFICE",
  workingElsewhere: "WORKING_ELSEWHERE",
};

export function toScheduleItem(item: GraphItem): ScheduleItem {
  // What a private item is about is nobody's business, whatever the answer holds.
  const isOpen = item.isPrivate !== true;
  return {
    status: STATUSES[item.status ?? ""] ?? "UNKNOWN",
    start: instantOf(item.start),
    end: instantOf(item.end),
    subject: (isOpen && item.subject) || null,
    location: (isOpen && item.location) || null,
    isPrivate: item.isPrivate ?? null,
  };
}

function instantOf(time: GraphItem["start"]): Date {
  if (!time?.dateTime) throw new AppError("UPSTREAM_REFUSED", "Microsoft answered a schedule without its times.");
  return graphDateTimeToInstant({ dateTime: time.dateTime, timeZone: time.timeZone ?? "UTC" });
}

/** Null where they are not told, or cannot be read: hours that are guessed would hide free time. */
export function toWorkingHours(hours: GraphHours | null | undefined): WorkingHours | null {
  const startMinute = minuteOf(hours?.startTime);
  const endMinute = minuteOf(hours?.endTime);
  if (!hours || startMinute === undefined || endMinute === undefined) return null;
  const daysOfWeek = (hours.daysOfWeek ?? []).map((day) => day.toUpperCase()).filter(isDay);
  return { daysOfWeek, startMinute, endMinute, ...zoneOf(hours.timeZone) };
}

function isDay(text: string): text is DayOfWeek {
  return (DAYS_OF_WEEK as readonly string[]).includes(text);
}

/** `17:00:00.0000000` */
function minuteOf(text: string | null | undefined): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(text ?? "") ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** A zone that Exchange does not know by name has its bias: minutes that UTC is ahead of standard time. */
function zoneOf(zone: GraphHours["timeZone"]): Pick<WorkingHours, "timeZone" | "utcOffsetMinutes"> {
  const { zone: name, source } = toIanaZone(zone?.name ?? "UTC");
  if (source === "IANA" || source === "WINDOWS") return { timeZone: name, utcOffsetMinutes: null };
  const bias = zone && "bias" in zone && typeof zone.bias === "number" ? zone.bias : undefined;
  return bias === undefined
    ? { timeZone: "UTC", utcOffsetMinutes: null }
    : { timeZone: null, utcOffsetMinutes: bias === 0 ? 0 : -bias };
}
