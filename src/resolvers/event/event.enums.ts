import type { BodyFormat } from "../../services/events/body-format.js";
import type {
  AttendeeType,
  BodyType,
  EventType,
  Importance,
  LocationType,
  OnlineMeetingProvider,
  PhoneType,
  ResponseStatus,
  Sensitivity,
  ShowAs,
  TimeZoneSource,
} from "../../services/events/event.model.js";
import type { EventVisibility } from "../../services/visibility/visibility-rule.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";

export const EventTypeEnum = graphqlEnum<EventType>("EventType", "What an event is to a series.", {
  SINGLE_INSTANCE: "It stands alone.",
  OCCURRENCE: "An unchanged instance of a series.",
  EXCEPTION: "A changed instance of a series.",
  SERIES_MASTER: "The series itself.",
  UNKNOWN,
});

export const EventVisibilityEnum = graphqlEnum<EventVisibility>(
  "EventVisibility",
  "How much of an event a copy of it shows; the least that API key, connection, and permission level allow.",
  {
    FULL: "All that the event has.",
    BASIC: "All but texts and extended data: what the permission level FREE_BUSY reads.",
    LIMITED: "Times, titles and places; links are left out of places.",
    BUSY_ONLY: "When time is taken, and how it is shown to others.",
  },
);

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

export const LocationTypeEnum = graphqlEnum<LocationType>("LocationType", "What kind of place it is.", {
  DEFAULT: "Nothing more is known than its name.",
  CONFERENCE_ROOM: "A room of the organization.",
  HOME_ADDRESS: "A home.",
  BUSINESS_ADDRESS: "An office.",
  GEO_COORDINATES: "A point on the map.",
  STREET_ADDRESS: "A street address.",
  HOTEL: "A hotel.",
  RESTAURANT: "A restaurant.",
  LOCAL_BUSINESS: "A shop or another business.",
  POSTAL_ADDRESS: "A postal address.",
  UNKNOWN,
});

export const OnlineMeetingProviderEnum = graphqlEnum<OnlineMeetingProvider>(
  "OnlineMeetingProvider",
  "Who holds an online meeting.",
  {
    TEAMS_FOR_BUSINESS: "Microsoft Teams with a work or school account.",
    SKYPE_FOR_BUSINESS: "Skype for Business.",
    SKYPE_FOR_CONSUMER: "Skype.",
    UNKNOWN,
  },
);

export const PhoneTypeEnum = graphqlEnum<PhoneType>("PhoneType", "What kind of number it is.", {
  HOME: "At home.",
  BUSINESS: "At work.",
  MOBILE: "Mobile.",
  OTHER: "Another one.",
  ASSISTANT: "Of an assistant.",
  HOME_FAX: "A fax at home.",
  BUSINESS_FAX: "A fax at work.",
  OTHER_FAX: "Another fax.",
  PAGER: "A pager.",
  RADIO: "A radio.",
  UNKNOWN,
});

export const BodyFormatEnum = graphqlEnum<BodyFormat>("BodyFormat", "The form in which a body is answered.", {
  HTML: "HTML as Microsoft stores it, or made of plain text. It is not sanitised: do not put it into a page as it is.",
  TEXT: "Plain text; of HTML, its readable text with line breaks, list marks and the addresses of links.",
  SANITIZED_HTML:
    "HTML that can be put into a page: no scripts, styles from a short list, links that open apart, images of the event's own (`cid:`) only.",
});

export const BodyTypeEnum = graphqlEnum<BodyType>("BodyType", "The format of a body.", {
  TEXT: "Plain text.",
  HTML: "HTML as Microsoft stores it. It is not sanitised: do not put it into a page as it is.",
  UNKNOWN,
});

export const TimeZoneSourceEnum = graphqlEnum<TimeZoneSource>(
  "TimeZoneSource",
  "Where a time's zone comes from: the first of these that there is. The instant is right in every case.",
  {
    EVENT: "The event names it, by its IANA or Windows name.",
    EVENT_OFFSET: "The event names an offset from UTC, such as `GMT+6:30`; this is a zone that always has it.",
    OTHER_BOUND: "The event names a zone that is custom or unknown; this is the zone of its other bound.",
    MAILBOX:
      "The event names no zone that is known; this is the mailbox's own, which the gateway knows because its settings were read or written within a day.",
    FALLBACK_UTC: "The event names no zone that is known; UTC stands in.",
  },
);
