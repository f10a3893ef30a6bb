import {
  type GraphEvent,
  graphDateTimeToInstant,
  instantToWallTime,
  toIanaZone,
  wallTimeToInstant,
} from "../../../graph/index.js";
import { toEventTime } from "../event-times.js";
import { toExtendedData } from "../extended-data.js";

/** What stands between an event and another calendar: a copy would mail people, or would not be the same event. */
export const MOVE_OBSTACLES = ["NOT_ORGANIZER", "ATTENDEES", "SERIES", "ONLINE_MEETING", "ATTACHMENTS"] as const;
export type MoveObstacle = (typeof MOVE_OBSTACLES)[number];

/** Members that are the same in the copy. */
const COPIED = [
  "subject",
  "body",
  "locations",
  "categories",
  "importance",
  "sensitivity",
  "showAs",
  "isReminderOn",
  "reminderMinutesBeforeStart",
  "hideAttendees",
  "responseRequested",
  "allowNewTimeProposals",
] as const satisfies readonly (keyof GraphEvent)[];

/** What has to be read of an event to tell whether it can be copied, and to copy it. */
export const COPY_SELECT: readonly string[] = [
  ...COPIED,
  "start",
  "end",
  "isAllDay",
  "originalStartTimeZone",
  "originalEndTimeZone",
  "attendees",
  "type",
  "isOnlineMeeting",
  "hasAttachments",
  "lastModifiedDateTime",
];

/** Why an event cannot be moved by copying it; empty when it can. */
export function obstaclesOf(event: GraphEvent): readonly MoveObstacle[] {
  const { isOrganizer, attendees, type, isOnlineMeeting, hasAttachments, body } = event;
  // Images in the text are attachments that Graph does not count.
  const hasImages = /\bcid:/i.test(body?.content ?? "");
  const isThere: Readonly<Record<MoveObstacle, boolean>> = {
    NOT_ORGANIZER: isOrganizer === false,
    ATTENDEES: (attendees ?? []).length > 0,
    SERIES: type !== "singleInstance",
    ONLINE_MEETING: isOnlineMeeting === true,
    ATTACHMENTS: hasAttachments === true || hasImages,
  };
  return MOVE_OBSTACLES.filter((obstacle) => isThere[obstacle]);
}

/** The members of a copy: the same times in the same zones, and all that people see. */
export function copyOf(event: GraphEvent): GraphEvent {
  const isAllDay = event.isAllDay ?? false;
  const startZone = event.originalStartTimeZone;
  return {
    ...Object.fromEntries(COPIED.flatMap((member) => (event[member] == null ? [] : [[member, event[member]]]))),
    isAllDay,
    start: inZone(event.start, startZone, isAllDay),
    // The bounds of whole days have to be in one zone.
    end: inZone(event.end, isAllDay ? startZone : event.originalEndTimeZone, isAllDay),
  };
}

/** The gateway's own extended data of an event; what other applications keep there cannot be listed. */
export function extendedDataOf({ extensions }: GraphEvent): Readonly<Record<string, string>> {
  return Object.fromEntries(toExtendedData(extensions ?? null).map(({ key, value }) => [key, value]));
}

function inZone(time: GraphEvent["start"], original: string | null | undefined, isAllDay: boolean) {
  const { zone, source } = toIanaZone(original ?? "UTC");
  const isKnown = source === "IANA" || source === "WINDOWS";
  const timeZone = isKnown ? (original ?? "UTC") : "UTC";
  const bound = toEventTime(time, { timeZone: zone, timeZoneSource: "EVENT" }, isAllDay);
  if (bound.kind === "AllDay") return { dateTime: `${bound.date}T00:00:00`, timeZone };
  const instant = graphDateTimeToInstant({ dateTime: time?.dateTime ?? "", timeZone: time?.timeZone ?? "UTC" });
  const { local: dateTime } = instantToWallTime(instant, isKnown ? zone : "UTC");
  // The second pass of an hour that comes twice can only be said in UTC.
  if (wallTimeToInstant(dateTime, isKnown ? zone : "UTC").getTime() === instant.getTime())
    return { dateTime, timeZone };
  return { dateTime: instant.toISOString().slice(0, -1), timeZone: "UTC" };
}
