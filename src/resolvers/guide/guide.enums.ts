import type {
  CalendarUse,
  MailboxAudience,
  PermissionKind,
  ScriptKind,
  SettingsUse,
} from "../../services/guide/guide.model.js";
import { graphqlEnum } from "../common/enums.js";

export const MailboxAudienceEnum = graphqlEnum<MailboxAudience>(
  "MailboxAudience",
  "Whose calendars are to be reached, and with whose help.",
  {
    WHOLE_ORGANIZATION: "Everybody's, set up once by an administrator; users are not involved.",
    SOME_MAILBOXES: "Those of some people and rooms, set up once by an administrator and enforced by the tenant.",
    EACH_PERSON_CONNECTS: "Those of people who each sign in once; for small organizations and single users.",
  },
);

export const SettingsUseEnum = graphqlEnum<SettingsUse>(
  "SettingsUse",
  "What is done with mailboxes' settings and lists of categories.",
  {
    NONE: "Nothing.",
    READ: "They are only read: MailboxSettings.Read.",
    READ_WRITE: "They are read and changed: MailboxSettings.ReadWrite.",
  },
);

export const CalendarUseEnum = graphqlEnum<CalendarUse>(
  "CalendarUse",
  "What is done with calendars; the least permission follows from it.",
  {
    READ_WRITE: "Events are read, created and changed.",
    READ: "Events are only read.",
    FREE_BUSY:
      "Only when somebody is busy is read, with titles and people but without texts; of private events only the time.",
  },
);

export const PermissionKindEnum = graphqlEnum<PermissionKind>(
  "PermissionKind",
  "The two kinds of permissions on Entra's API permissions page.",
  {
    APPLICATION: "Of the application itself, without a user.",
    DELEGATED: "Of the application on behalf of a user who signed in.",
  },
);

export const ScriptKindEnum = graphqlEnum<ScriptKind>("ScriptKind", "What a script is written for.", {
  AZURE_CLI: "The Azure CLI, in bash.",
  GRAPH_POWERSHELL: "Microsoft Graph PowerShell.",
  TERRAFORM: "Terraform with the azuread provider.",
  MANIFEST: "The registration's Manifest page, or Graph's `POST /applications`.",
  EXCHANGE_POWERSHELL:
    "Exchange Online PowerShell: limits the application to some mailboxes, by RBAC for Applications.",
  EXCHANGE_ACCESS_POLICY: "Exchange Online PowerShell: the same by an application access policy, the older way.",
});
