import type { WorkingHours } from "../scheduling/working-hours.js";
import type { DayOfWeek } from "../scheduling/zone-days.js";

/** Upstream enums end in UNKNOWN: a value that Microsoft adds later must not break an answer. */
export type AutomaticRepliesStatus = "DISABLED" | "ALWAYS_ENABLED" | "SCHEDULED" | "UNKNOWN";
export type ExternalAudience = "NONE" | "CONTACTS_ONLY" | "ALL" | "UNKNOWN";

/** Who gets the invitations and answers of a mailbox that has a delegate; the principal is its owner. */
export type DelegateMeetingMessageDelivery =
  | "SEND_TO_DELEGATE_ONLY"
  | "SEND_TO_DELEGATE_AND_PRINCIPAL"
  | "SEND_TO_DELEGATE_AND_INFORMATION_TO_PRINCIPAL"
  | "UNKNOWN";
/** Who or what a mailbox is for, in Exchange's words. */
export type MailboxPurpose = "USER" | "LINKED" | "SHARED" | "ROOM" | "EQUIPMENT" | "OTHERS" | "UNKNOWN";

export interface AutomaticReplies {
  readonly status: AutomaticRepliesStatus;
  readonly externalAudience: ExternalAudience;
  /** HTML, as Microsoft stores it. */
  readonly internalMessage: string | null;
  readonly externalMessage: string | null;
  /** The span of SCHEDULED; null for the others, whose span Microsoft keeps all the same. */
  readonly start: Date | null;
  readonly end: Date | null;
}

/** How the owner of a mailbox has set it up. */
export interface MailboxSettings {
  /** IANA name; null where the zone has none that is known. */
  readonly timeZone: string | null;
  /** As Microsoft has it, often a Windows name. */
  readonly timeZoneName: string | null;
  readonly workingHours: WorkingHours | null;
  readonly automaticReplies: AutomaticReplies | null;
  /** For example `en-GB`. */
  readonly locale: string | null;
  readonly dateFormat: string | null;
  readonly timeFormat: string | null;
  readonly delegateMeetingMessageDeliveryOptions: DelegateMeetingMessageDelivery | null;
  readonly userPurpose: MailboxPurpose | null;
}

/** What is to become of working hours; what is left out stays. */
export interface WorkingHoursChange {
  readonly daysOfWeek?: readonly DayOfWeek[] | null;
  /** On a clock: `09:00`. */
  readonly startTime?: string | null;
  readonly endTime?: string | null;
  /** IANA or Windows name. */
  readonly timeZone?: string | null;
}

/** What is to become of automatic replies; what is left out stays. */
export interface AutomaticRepliesChange {
  readonly status?: AutomaticRepliesStatus | null;
  readonly externalAudience?: ExternalAudience | null;
  /** HTML; an empty text removes the message. */
  readonly internalMessage?: string | null;
  readonly externalMessage?: string | null;
  readonly start?: Date | null;
  readonly end?: Date | null;
}

/** What is to become of a mailbox's settings; what is left out stays. */
export interface MailboxSettingsChange {
  /** IANA or Windows name. */
  readonly timeZone?: string | null;
  readonly workingHours?: WorkingHoursChange | null;
  readonly automaticReplies?: AutomaticRepliesChange | null;
  readonly locale?: string | null;
  readonly dateFormat?: string | null;
  readonly timeFormat?: string | null;
  readonly delegateMeetingMessageDeliveryOptions?: DelegateMeetingMessageDelivery | null;
}
