import type { MailboxState } from "../../services/mailboxes/mailbox.model.js";
import type { MailboxRowOutcome } from "../../services/mailboxes/mailbox-import.service.js";
import { graphqlEnum } from "../common/enums.js";

export const MailboxStateEnum = graphqlEnum<MailboxState>("MailboxState", "Whether a mailbox can be reached.", {
  UNVERIFIED: "Not tried yet.",
  ACTIVE: "Its calendar could be read.",
  UNREACHABLE: "Its calendar could not be read; `stateReason` says why.",
  NEEDS_RECONNECT: "Its owner must sign in (again); `stateReason` says why.",
});

export const MailboxRowOutcomeEnum = graphqlEnum<MailboxRowOutcome>(
  "MailboxRowOutcome",
  "What became of an address that was to be specified.",
  {
    CREATED: "There is a mailbox for it now, or would be after a dry run.",
    ALREADY_SPECIFIED: "It is a mailbox already, by this or another of its addresses. Its name was left as it is.",
    REFUSED: "It cannot be used; `message` says why.",
  },
);
