import type {
  AutomaticRepliesStatus,
  DelegateMeetingMessageDelivery,
  ExternalAudience,
  MailboxPurpose,
} from "../../services/mailbox-settings/mailbox-settings.model.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";

export const AutomaticRepliesStatusEnum = graphqlEnum<AutomaticRepliesStatus>(
  "AutomaticRepliesStatus",
  "Whether a mailbox answers mail by itself.",
  {
    DISABLED: "It does not.",
    ALWAYS_ENABLED: "It does, until somebody ends it.",
    SCHEDULED: "It does within a span of time.",
    UNKNOWN,
  },
);

export const ExternalAudienceEnum = graphqlEnum<ExternalAudience>(
  "ExternalAudience",
  "Who outside of the organization gets automatic replies.",
  { NONE: "Nobody.", CONTACTS_ONLY: "The owner's contacts.", ALL: "Everybody.", UNKNOWN },
);

export const DelegateMeetingMessageDeliveryEnum = graphqlEnum<DelegateMeetingMessageDelivery>(
  "DelegateMeetingMessageDelivery",
  "Who gets invitations and answers where the owner of a mailbox, its principal, has a delegate.",
  {
    SEND_TO_DELEGATE_ONLY: "The delegate alone.",
    SEND_TO_DELEGATE_AND_PRINCIPAL: "Both.",
    SEND_TO_DELEGATE_AND_INFORMATION_TO_PRINCIPAL: "The delegate, and the owner for information.",
    UNKNOWN,
  },
);

export const MailboxPurposeEnum = graphqlEnum<MailboxPurpose>("MailboxPurpose", "Who or what a mailbox is for.", {
  USER: "A person.",
  LINKED: "A person whose account is in another directory.",
  SHARED: "Several people together.",
  ROOM: "A room.",
  EQUIPMENT: "Equipment, such as a car.",
  OTHERS: "None of these.",
  UNKNOWN,
});
