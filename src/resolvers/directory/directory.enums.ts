import type { DirectoryGroupKind, DirectoryMailboxHint } from "../../services/directory/directory.model.js";
import { graphqlEnum } from "../common/enums.js";

export const DirectoryMailboxHintEnum = graphqlEnum<DirectoryMailboxHint>(
  "DirectoryMailboxHint",
  "What the directory says about somebody's mailbox. Whether it can be reached shows only when it is asked.",
  {
    LICENSED: "Has an address and a licence for Exchange Online.",
    ADDRESS_ONLY: "Has an address and no licence: a room, a shared mailbox, a mailbox on-premises, or none.",
    NONE: "Has no address, so there is no mailbox.",
    GUEST: "A guest, whose mailbox is in another tenant.",
    UNKNOWN: "Has an address; licences can be read with `User.Read.All` only.",
  },
);

export const DirectoryGroupKindEnum = graphqlEnum<DirectoryGroupKind>(
  "DirectoryGroupKind",
  "What kind of group it is.",
  {
    MICROSOFT_365: "A Microsoft 365 group, as teams have.",
    DISTRIBUTION: "A distribution list.",
    MAIL_ENABLED_SECURITY: "A security group with an address.",
    SECURITY: "A security group without an address.",
  },
);
