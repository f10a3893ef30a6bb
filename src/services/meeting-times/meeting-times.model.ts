import type { AppError } from "../../lib/app-error.js";
import type { RoomFilter } from "../rooms/room-filter.js";
import type { ScheduleSource } from "../schedules/schedule.model.js";
import type { SlotStatus } from "../scheduling/meeting-slots.js";
import type { WorkingHours } from "../scheduling/working-hours.js";

export interface TimeRange {
  readonly start: Date;
  readonly end: Date;
}

/** Rooms to choose from. */
export interface RoomWish {
  readonly mailboxIds: readonly string[];
  /** The connection in whose tenant rooms are looked for; null: only those that are named. */
  readonly connectionId: string | null;
  readonly filter: RoomFilter;
  /** How many must be free; 0: told where they are, needed nowhere. */
  readonly count: number;
}

/** Whose working hours a meeting must keep to. */
export type MeetingHours = "WORKING_HOURS" | "ANY_HOURS";

/** What somebody looks for. */
export interface MeetingWish extends TimeRange {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly rooms: RoomWish | null;
  readonly durationMinutes: number;
  readonly stepMinutes: number;
  readonly timeZone: string;
  readonly hours: MeetingHours;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minimumNoticeMinutes: number;
  readonly excluded: readonly TimeRange[];
  readonly allowTentative: boolean;
  readonly allowUnknown: boolean;
  readonly minimumOptionalShare: number;
  readonly maxResults: number;
}

/** What is known of somebody whose time was looked at. */
export interface ScheduleFacts {
  readonly address: string;
  readonly mailboxId: string | null;
  readonly asOf: Date | null;
  readonly source: ScheduleSource | null;
  readonly error: AppError | null;
}

export interface MeetingPerson extends ScheduleFacts {
  readonly isRequired: boolean;
  readonly workingHours: WorkingHours | null;
}

export interface MeetingRoom extends ScheduleFacts {
  readonly displayName: string | null;
  readonly capacity: number | null;
}

export type MeetingReasonKind =
  | "ALL_REQUIRED_FREE"
  | "REQUIRED_TENTATIVE"
  | "REQUIRED_UNKNOWN"
  | "ALL_OPTIONAL_FREE"
  | "OPTIONAL_MISSING"
  | "WITHIN_WORKING_HOURS"
  | "ROOMS_FREE";

export type NoMeetingReasonKind =
  | "WINDOW_TOO_SHORT"
  | "NOTICE_TOO_LONG"
  | "ALL_EXCLUDED"
  | "REQUIRED_UNKNOWN"
  | "NO_COMMON_WORKING_HOURS"
  | "REQUIRED_BUSY"
  | "TOO_FEW_OPTIONAL"
  | "NO_ROOM_FREE";

export interface Reason<Kind> {
  readonly kind: Kind;
  /** A sentence. */
  readonly message: string;
}

export interface Attendance {
  readonly person: MeetingPerson;
  readonly status: SlotStatus;
  readonly isInWorkingHours: boolean;
}

export interface MeetingSuggestion extends TimeRange {
  readonly timeZone: string;
  /** From 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason<MeetingReasonKind>[];
  readonly attendance: readonly Attendance[];
  /** Free then, the smallest that was asked for first. */
  readonly rooms: readonly MeetingRoom[];
}

export interface MeetingTimes {
  readonly suggestions: readonly MeetingSuggestion[];
  readonly emptyReasons: readonly Reason<NoMeetingReasonKind>[];
  readonly people: readonly MeetingPerson[];
  readonly rooms: readonly MeetingRoom[];
}
