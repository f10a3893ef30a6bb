import type {
  MeetingHours,
  MeetingReasonKind,
  NoMeetingReasonKind,
} from "../../services/meeting-times/meeting-times.model.js";
import type { ScheduleSource } from "../../services/schedules/schedule.model.js";
import type { ScheduleErrorReason } from "../../services/schedules/schedule-failure.js";
import type { SlotStatus } from "../../services/scheduling/meeting-slots.js";
import type { DayOfWeek } from "../../services/scheduling/zone-days.js";
import { graphqlEnum } from "../common/enums.js";

export const ScheduleSourceEnum = graphqlEnum<ScheduleSource>(
  "ScheduleSource",
  "Where free and busy times come from.",
  {
    GET_SCHEDULE: "Microsoft's getSchedule, asked at `asOf`.",
  },
);

export const ScheduleErrorReasonEnum = graphqlEnum<ScheduleErrorReason>(
  "ScheduleErrorReason",
  "Why free and busy times are not known.",
  {
    NOT_SPECIFIED: "It is no specified mailbox, and no connection may tell of others.",
    NOT_FOUND: "Nobody in the tenant has this address.",
    TOO_MANY_ITEMS: "The calendar holds more than Microsoft answers.",
    NO_ACCESS: "Microsoft does not tell the connection.",
    PERSONAL_ACCOUNT: "Microsoft tells nothing of personal accounts.",
    MAILBOX_UNAVAILABLE: "The asking mailbox cannot be reached.",
    CONNECTION_UNUSABLE: "The connection cannot be used.",
    THROTTLED: "Microsoft asked to wait.",
    UNAVAILABLE: "Microsoft could not be reached or failed.",
    UNKNOWN: "Another reason; the message says which.",
  },
);

export const ScheduleDayEnum = graphqlEnum<DayOfWeek>("ScheduleDay", "A day of the week.", {
  SUNDAY: "Sunday.",
  MONDAY: "Monday.",
  TUESDAY: "Tuesday.",
  WEDNESDAY: "Wednesday.",
  THURSDAY: "Thursday.",
  FRIDAY: "Friday.",
  SATURDAY: "Saturday.",
});

export const AttendanceStatusEnum = graphqlEnum<SlotStatus>(
  "AttendanceStatus",
  "How somebody stands to a suggested time with its buffers.",
  {
    FREE: "Free, or working elsewhere.",
    TENTATIVE: "Has something tentative.",
    UNKNOWN: "Not known.",
    BUSY: "Busy or out of office.",
  },
);

export const MeetingHoursEnum = graphqlEnum<MeetingHours>("MeetingHours", "At which hours a meeting may be.", {
  WORKING_HOURS: "Within the working hours of all required people, each in their own zone.",
  ANY_HOURS: "At any hour.",
});

export const MeetingReasonKindEnum = graphqlEnum<MeetingReasonKind>(
  "MeetingReasonKind",
  "What speaks for or against a suggested time.",
  {
    ALL_REQUIRED_FREE: "All required people are free.",
    REQUIRED_TENTATIVE: "A required person has something tentative.",
    REQUIRED_UNKNOWN: "Of a required person nothing is known.",
    ALL_OPTIONAL_FREE: "All optional people are free.",
    OPTIONAL_MISSING: "Some optional people may be missing.",
    WITHIN_WORKING_HOURS: "It is within everybody's working hours.",
    ROOMS_FREE: "Rooms are free.",
  },
);

export const NoMeetingReasonKindEnum = graphqlEnum<NoMeetingReasonKind>(
  "NoMeetingReasonKind",
  "Why no time was found: the first condition that left nothing.",
  {
    WINDOW_TOO_SHORT: "The meeting does not fit into the window.",
    NOTICE_TOO_LONG: "The window ends before the notice does.",
    ALL_EXCLUDED: "The excluded ranges leave nothing.",
    REQUIRED_UNKNOWN: "Of a required person nothing is known, and `allowUnknown` is false.",
    NO_COMMON_WORKING_HOURS: "There is no time in the working hours of all.",
    REQUIRED_BUSY: "Somebody who is required is always busy.",
    TOO_FEW_OPTIONAL: "Too few optional people can.",
    NO_ROOM_FREE: "Too few rooms are free.",
  },
);
