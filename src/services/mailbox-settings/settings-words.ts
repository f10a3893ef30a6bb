import type {
  AutomaticRepliesStatus,
  DelegateMeetingMessageDelivery,
  ExternalAudience,
  MailboxPurpose,
} from "./mailbox-settings.model.js";

type Known<Member extends string> = Exclude<Member, "UNKNOWN">;
/** Graph's words for the members of an enum of ours. */
type Words<Member extends string, Word extends string = string> = Readonly<Record<Known<Member>, Word>>;

export const REPLY_STATUSES = {
  DISABLED: "disabled",
  ALWAYS_ENABLED: "alwaysEnabled",
  SCHEDULED: "scheduled",
} as const satisfies Words<AutomaticRepliesStatus>;

export const AUDIENCES = {
  NONE: "none",
  CONTACTS_ONLY: "contactsOnly",
  ALL: "all",
} as const satisfies Words<ExternalAudience>;

export const DELEGATE_DELIVERIES = {
  SEND_TO_DELEGATE_ONLY: "sendToDelegateOnly",
  SEND_TO_DELEGATE_AND_PRINCIPAL: "sendToDelegateAndPrincipal",
  SEND_TO_DELEGATE_AND_INFORMATION_TO_PRINCIPAL: "sendToDelegateAndInformationToPrincipal",
} as const satisfies Words<DelegateMeetingMessageDelivery>;

export const PURPOSES = {
  USER: "user",
  LINKED: "linked",
  SHARED: "shared",
  ROOM: "room",
  EQUIPMENT: "equipment",
  OTHERS: "others",
} as const satisfies Words<MailboxPurpose>;
