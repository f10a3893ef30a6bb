import type { MailboxState } from "../../services/mailboxes/mailbox.model.js";
import { graphqlEnum } from "../common/enums.js";

export const MailboxStateEnum = graphqlEnum<MailboxState>("MailboxState", "Whether a mailbox can be reached.", {
  UNVERIFIED: "Not tried yet.",
  ACTIVE: "Its calendar could be read.",
  UNREACHABLE: "Its calendar could not be read; `stateReason` says why.",
  NEEDS_RECONNECT: "Its owner must sign in (again); `stateReason` says why.",
});
