import { type GraphMailboxSettings, graphDateTimeToInstant, toIanaZone } from "../../graph/index.js";
import { member, membersOf } from "../events/graph-words.js";
import { toWorkingHours } from "../schedules/schedule-mapper.js";
import type { AutomaticReplies, MailboxSettings } from "./mailbox-settings.model.js";
import { AUDIENCES, DELEGATE_DELIVERIES, PURPOSES, REPLY_STATUSES } from "./settings-words.js";

type GraphReplies = NonNullable<GraphMailboxSettings["automaticRepliesSetting"]>;

const STATUS_MEMBERS = membersOf(REPLY_STATUSES);
const AUDIENCE_MEMBERS = membersOf(AUDIENCES);
const DELIVERY_MEMBERS = membersOf(DELEGATE_DELIVERIES);
const PURPOSE_MEMBERS = membersOf(PURPOSES);

export function toMailboxSettings(settings: GraphMailboxSettings): MailboxSettings {
  const { timeZone, automaticRepliesSetting, language, dateFormat, timeFormat, userPurpose } = settings;
  const { delegateMeetingMessageDeliveryOptions: delivery } = settings;
  return {
    timeZone: ianaName(timeZone),
    timeZoneName: timeZone || null,
    workingHours: toWorkingHours(settings.workingHours),
    automaticReplies: automaticRepliesSetting ? toReplies(automaticRepliesSetting) : null,
    locale: language?.locale || null,
    dateFormat: dateFormat || null,
    timeFormat: timeFormat || null,
    delegateMeetingMessageDeliveryOptions: delivery ? member(DELIVERY_MEMBERS, delivery) : null,
    userPurpose: userPurpose ? member(PURPOSE_MEMBERS, userPurpose) : null,
  };
}

/** Null for a zone that nobody knows: one that is guessed would move every time that is shown in it. */
export function ianaName(name: string | null | undefined): string | null {
  const { zone, source } = toIanaZone(name ?? "");
  return source === "IANA" || source === "WINDOWS" ? zone : null;
}

function toReplies(replies: GraphReplies): AutomaticReplies {
  const status = member(STATUS_MEMBERS, replies.status);
  const isScheduled = status === "SCHEDULED";
  return {
    status,
    externalAudience: member(AUDIENCE_MEMBERS, replies.externalAudience),
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
