/** One permission of Microsoft Graph, as consent screens show it. */
interface PermissionFacts {
  /** Title of the application permission; undefined where there is none. */
  readonly role?: string;
  /** Title of the delegated permission; undefined where there is none. */
  readonly scope?: string;
  /** Whether the delegated permission needs an administrator by nature. */
  readonly adminOnly?: true;
  /** Whether Microsoft's default policy keeps users from consenting to it. */
  readonly sensitive?: true;
}

const CATALOG: Readonly<Record<string, PermissionFacts>> = {
  openid: { scope: "Sign you in" },
  profile: { scope: "View your basic profile" },
  email: { scope: "View your email address" },
  offline_access: { scope: "Maintain access to data you have given it access to" },
  "User.Read": { scope: "Sign you in and read your profile" },
  "User.ReadBasic.All": { role: "Read all users' basic profiles", scope: "Read all users' basic profiles" },
  "User.Read.All": { role: "Read all users' full profiles", scope: "Read all users' full profiles", adminOnly: true },
  "Calendars.ReadBasic.All": { role: "Read basic details of calendars in all mailboxes" },
  "Calendars.ReadBasic": { scope: "Read basic details of your calendars", sensitive: true },
  "Calendars.Read": { role: "Read calendars in all mailboxes", scope: "Read your calendars", sensitive: true },
  "Calendars.ReadWrite": {
    role: "Read and write calendars in all mailboxes",
    scope: "Have full access to your calendars",
    sensitive: true,
  },
  "Calendars.Read.Shared": { scope: "Read calendars you can access", sensitive: true },
  "Calendars.ReadWrite.Shared": { scope: "Read and write calendars you can access", sensitive: true },
  "MailboxSettings.Read": { role: "Read all mailbox settings", scope: "Read your mailbox settings", sensitive: true },
  "MailboxSettings.ReadWrite": {
    role: "Read and write all mailbox settings",
    scope: "Read and write your mailbox settings",
    sensitive: true,
  },
  "Mail.Read": { role: "Read mail in all mailboxes", scope: "Read your mail", sensitive: true },
  "Mail.Send": { role: "Send mail as any user", scope: "Send mail as you", sensitive: true },
  "OnlineMeetings.Read": { scope: "Read your online meetings", sensitive: true },
  "OnlineMeetings.ReadWrite": { scope: "Read and create your online meetings", sensitive: true },
  "People.Read": { scope: "Read your relevant people list", sensitive: true },
  "Contacts.ReadWrite": {
    role: "Read and write contacts in all mailboxes",
    scope: "Have full access to your contacts",
    sensitive: true,
  },
  "Tasks.Read": { scope: "Read your tasks", sensitive: true },
  "Tasks.ReadWrite": { scope: "Create, read, update and delete your tasks", sensitive: true },
  "Place.Read.All": { role: "Read all company places", scope: "Read all company places", adminOnly: true },
  "Group.ReadWrite.All": { role: "Read and write all groups", scope: "Read and write all groups", adminOnly: true },
  "GroupMember.Read.All": { role: "Read all group memberships", scope: "Read group memberships", adminOnly: true },
  "Organization.Read.All": {
    role: "Read organization information",
    scope: "Read organization information",
    adminOnly: true,
  },
  "Directory.Read.All": { role: "Read directory data", scope: "Read directory data", adminOnly: true },
  "Application.Read.All": { role: "Read all applications", scope: "Read applications", adminOnly: true },
  "Application.ReadWrite.OwnedBy": { role: "Manage apps that this app creates or owns" },
  "AppRoleAssignment.ReadWrite.All": {
    role: "Manage app permission grants and app role assignments",
    scope: "Manage app permission grants and app role assignments",
    adminOnly: true,
  },
};

const BY_LOWER_CASE = new Map(Object.entries(CATALOG).map(([name, facts]) => [name.toLowerCase(), { name, facts }]));

/** The name in Microsoft's own letter case, if Graph has such a delegated permission. */
export function delegatedPermission(text: string): string | undefined {
  const found = BY_LOWER_CASE.get(text.toLowerCase());
  return found?.facts.scope === undefined ? undefined : found.name;
}

export function permissionTitle(kind: "Role" | "Scope", name: string): string {
  const facts = BY_LOWER_CASE.get(name.toLowerCase())?.facts;
  return (kind === "Role" ? facts?.role : facts?.scope) ?? name;
}

export function needsAdministrator(name: string): boolean {
  return BY_LOWER_CASE.get(name.toLowerCase())?.facts.adminOnly === true;
}

/** Whether the setting that Microsoft manages for new tenants excludes it from users' consent. */
export function isSensitive(name: string): boolean {
  return BY_LOWER_CASE.get(name.toLowerCase())?.facts.sensitive === true;
}
