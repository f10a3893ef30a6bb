import { type GraphMailboxSettings, graphDateTimeToInstant, toIanaZone } from "../../graph/index.js";
import { member } from "../events/graph-words.js";
import { toWorkingHours } from "../schedules/schedule-mapper.js";
import type {
  AutomaticReplies,
  AutomaticRepliesStatus,
  ExternalAudience,
  MailboxSettings,
} from "./mailbox-settings.model.js";

type GraphReplies = NonNullable<GraphMailboxSettings["automaticRepliesSetting"]>;

const STATUSES: Readonly<Record<string, AutomaticRepliesStatus>> = {
  disabled: "DISABLED",
  alwaysenabled: "ALWAYS_ENABLED",
  scheduled: "SCHEDULED",
};
const AUDIENCES: Readonly<Record<string, ExternalAudience>> = {
  none: "NONE",
  contactsonly: "CONTACTS_ONLY",
  all: "ALL",
};

export function toMailboxSettings(settings: GraphMailboxSettings): MailboxSettings {
  const { timeZone, automaticRepliesSetting, language, dateFormat, timeFormat } = settings;
  return {
    timeZone: ianaName(timeZone),
    timeZoneName: timeZone || null,
    workingHours: toWorkingHours(settings.workingHours),
    automaticReplies: automaticRepliesSetting ? toReplies(automaticRepliesSetting) : null,
    locale: language?.locale || null,
    dateFormat: dateFormat || null,
    timeFormat: timeFormat || null,
  };
}

/** A zone that is guessed would move every time that is shown in it. */
function ianaName(name: string | null | undefined): string | null {
  const { zone, source } = toIanaZone(name ?? "");
  return source === "IANA" || source === "WINDOWS" ? zone : null;
}

function toReplies(replies: GraphReplies): AutomaticReplies {
  const status = member(STATUSES, replies.status);
  const isScheduled = status === "SCHEDULED";
  return {
    status,
    externalAudience: member(AUDIENCES, replies.externalAudience),
    internalMessage: replies.internalReplyMessage || null,
    externalMessage: replies.externalReplyMessage || null,
    start: isScheduled ? instantOf(replies.scheduledStartDateTime) : null,
    end: isScheduled ? instantOf(replies.scheduledEndDateTime) : null,
  };
}

function instantOf(time: GraphReplies["scheduledStartDateTime"]): Date | null {
  if (!time?.dateTime) return null;
  return graphDateTimeToInstant({ dateTime: time.dateTime, timeZone: time.timeZone ?? "UTC" });
}
