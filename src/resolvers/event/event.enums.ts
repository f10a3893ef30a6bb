import type {
  AttendeeType,
  BodyType,
  EventType,
  Importance,
  ResponseStatus,
  Sensitivity,
  ShowAs,
  TimeZoneSource,
} from "../../services/events/event.model.js";
import { graphqlEnum } from "../common/enums.js";

const UNKNOWN = "A value that Microsoft added later.";

export const EventTypeEnum = graphqlEnum<EventType>("EventType", "What an event is to a series.", {
  SINGLE_INSTANCE: "It stands alone.",
  OCCURRENCE: "An unchanged instance of a series.",
  EXCEPTION: "A changed instance of a series.",
  SERIES_MASTER: "The series itself.",
  UNKNOWN,
});

export const ShowAsEnum = graphqlEnum<ShowAs>("ShowAs", "What others see of the time.", {
  FREE: "Free.",
  TENTATIVE: "Tentative.",
  BUSY: "Busy.",
  OUT_OF_OFFICE: "Out of office.",
  WORKING_ELSEWHERE: "Working elsewhere.",
  UNKNOWN,
});

export const SensitivityEnum = graphqlEnum<Sensitivity>("Sensitivity", "How confidential an event is.", {
  NORMAL: "Normal.",
  PERSONAL: "Personal.",
  PRIVATE: "Private: Outlook shows others only that the time is taken.",
  CONFIDENTIAL: "Confidential.",
  UNKNOWN,
});

export const ImportanceEnum = graphqlEnum<Importance>("Importance", "How important an event is.", {
  LOW: "Low.",
  NORMAL: "Normal.",
  HIGH: "High.",
  UNKNOWN,
});

export const AttendeeTypeEnum = graphqlEnum<AttendeeType>("AttendeeType", "How an attendee is invited.", {
  REQUIRED: "Required.",
  OPTIONAL: "Optional.",
  RESOURCE: "A room or a thing.",
  UNKNOWN,
});

export const ResponseStatusEnum = graphqlEnum<ResponseStatus>("ResponseStatus", "An answer to an invitation.", {
  NOT_RESPONDED: "No answer yet.",
  ORGANIZER: "The organizer, who needs no answer.",
  TENTATIVELY_ACCEPTED: "Tentatively accepted.",
  ACCEPTED: "Accepted.",
  DECLINED: "Declined.",
  UNKNOWN,
});

export const BodyTypeEnum = graphqlEnum<BodyType>("BodyType", "The format of a body.", {
  TEXT: "Plain text.",
  HTML: "HTML as Microsoft stores it. It is not sanitised: do not put it into a page as it is.",
  UNKNOWN,
});

export const TimeZoneSourceEnum = graphqlEnum<TimeZoneSource>("TimeZoneSource", "Where a time's zone comes from.", {
  EVENT: "The event names it.",
  FALLBACK_UTC: "The event names a zone that is custom or unknown; UTC stands in. The instant is right all the same.",
});
