import type { CalendarUse, GraphPermission, GuideAnswers, PermissionKind, SettingsUse } from "./guide.model.js";

/** Microsoft Graph itself, as `resourceAppId` of a registration; the same in all clouds. */
export const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

const OIDC_REASON = "Tells whose mailbox was connected.";

/**
 * The ids are those of Microsoft's permissions reference
 * (https://learn.microsoft.com/graph/permissions-reference); they are the same in all tenants and clouds.
 */
const APPLICATION: Readonly<Record<CalendarUse, GraphPermission>> = {
  READ_WRITE: application(
    "Calendars.ReadWrite",
    "ef54d2bf-783f-4e0f-bca1-3210c0444d99",
    "Reads and writes events in the calendars of the specified mailboxes.",
  ),
  READ: application(
    "Calendars.Read",
    "798ee544-9d2d-430c-a058-570e29e34338",
    "Reads events in the calendars of the specified mailboxes and changes nothing.",
  ),
  FREE_BUSY: application(
    "Calendars.ReadBasic.All",
    "8ba4a692-bc31-4128-9094-475872af8a53",
    "Reads when the specified mailboxes are busy, without the texts and attachments of events.",
  ),
};

const DELEGATED: Readonly<Record<CalendarUse, GraphPermission>> = {
  READ_WRITE: delegated(
    "Calendars.ReadWrite",
    "1ec239c2-d7c9-4623-a91a-a9775856bb36",
    "Reads and writes events in the calendars of the person who signs in.",
  ),
  READ: delegated(
    "Calendars.Read",
    "465a38f9-76ea-45b9-9f34-9e8b0d4b0b42",
    "Reads events in the calendars of the person who signs in and changes nothing.",
  ),
  FREE_BUSY: delegated(
    "Calendars.ReadBasic",
    "662d75ba-a364-42ad-adee-f5f880ea4878",
    "Reads when the person who signs in is busy, without the texts and attachments of events.",
  ),
};

const SIGN_IN: readonly GraphPermission[] = [
  delegated("openid", "37f7f235-527c-4136-accd-4a02d197296e", OIDC_REASON),
  delegated("profile", "14dad69e-099b-42c9-810b-d002981feec1", OIDC_REASON),
  delegated(
    "offline_access",
    "7427e0e9-2fba-42fe-b0c0-848c9e6a8182",
    "Keeps the connection alive without asking for a sign-in each hour.",
  ),
  delegated("User.Read", "e1fe6dd8-ba31-4d61-89e7-88639da4683d", "Finds out which mailbox belongs to the sign-in."),
];

const DIRECTORY: readonly GraphPermission[] = [
  application(
    "User.ReadBasic.All",
    "97235f07-e226-4f63-ace3-39588e11d3a1",
    "Finds people by name or address when mailboxes are specified.",
  ),
  application(
    "GroupMember.Read.All",
    "98830695-27a2-44f7-8c18-0c3ebc9698f6",
    "Takes the members of a group when mailboxes are specified by group.",
  ),
];

/** Time zones, working hours, automatic replies and categories; the permissions on calendars do not include them. */
const SETTINGS: Readonly<Record<PermissionKind, Readonly<Record<Exclude<SettingsUse, "NONE">, GraphPermission>>>> = {
  APPLICATION: {
    READ: application(
      "MailboxSettings.Read",
      "40f97065-369a-49f4-947c-6a255697ae91",
      "Reads time zone, working hours, automatic replies and categories of the specified mailboxes.",
    ),
    READ_WRITE: application(
      "MailboxSettings.ReadWrite",
      "6931bccd-447a-43d1-b442-00a195474933",
      "Reads and changes time zone, working hours, automatic replies and categories of the specified mailboxes.",
    ),
  },
  DELEGATED: {
    READ: delegated(
      "MailboxSettings.Read",
      "87f447af-9fa4-4c32-9dfa-4a57a73d18ce",
      "Reads time zone, working hours, automatic replies and categories of the person who signs in.",
    ),
    READ_WRITE: delegated(
      "MailboxSettings.ReadWrite",
      "818c620a-27a9-40bd-a6a5-d96f7d610b4b",
      "Reads and changes time zone, working hours, automatic replies and categories of the person who signs in.",
    ),
  },
};

const ROOMS = application(
  "Place.Read.All",
  "913b9306-0ce1-42b8-9137-6a7df690a760",
  "Finds the organization's rooms by their place, size and features.",
);

type Needs = Pick<GuideAnswers, "mailboxes" | "use" | "directorySearch"> &
  Partial<Pick<GuideAnswers, "settings" | "rooms">>;

/** The least permissions that serve the answers. */
export function permissionsFor(needs: Needs): readonly GraphPermission[] {
  const { mailboxes, use, directorySearch, settings = "NONE", rooms = false } = needs;
  const kind = mailboxes === "EACH_PERSON_CONNECTS" ? "DELEGATED" : "APPLICATION";
  const ofSettings = settings === "NONE" ? [] : [SETTINGS[kind][settings]];
  if (kind === "DELEGATED") return [DELEGATED[use], ...ofSettings, ...SIGN_IN];
  return [APPLICATION[use], ...ofSettings, ...(directorySearch ? DIRECTORY : []), ...(rooms ? [ROOMS] : [])];
}

function application(name: string, id: string, reason: string): GraphPermission {
  return { name, kind: "APPLICATION", id, reason, needsAdministrator: true };
}

function delegated(name: string, id: string, reason: string): GraphPermission {
  return { name, kind: "DELEGATED", id, reason, needsAdministrator: false };
}
