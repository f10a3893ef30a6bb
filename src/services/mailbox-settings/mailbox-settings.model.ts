import type { WorkingHours } from "../scheduling/working-hours.js";

/** Upstream enums end in UNKNOWN: a value that Microsoft adds later must not break an answer. */
export type AutomaticRepliesStatus = "DISABLED" | "ALWAYS_ENABLED" | "SCHEDULED" | "UNKNOWN";
export type ExternalAudience = "NONE" | "CONTACTS_ONLY" | "ALL" | "UNKNOWN";

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
}
