import type { CalendarRow, Mailbox } from "../../core/mailbox.model.js";
import type { CalendarRole, PermissionRow } from "../../core/mailbox-parts.model.js";

/** Base64 of "Default": the row of "My Organization", which every calendar has. */
const DEFAULT_ID = "RGVmYXVsdA==";
const OUTSIDE_ROLES: readonly CalendarRole[] = ["freeBusyRead", "limitedRead", "read"];
const INSIDE_ROLES: readonly CalendarRole[] = [...OUTSIDE_ROLES, "write"];
const DELEGATE_ROLES: readonly CalendarRole[] = ["delegateWithoutPrivateEventAccess", "delegateWithPrivateEventAccess"];

/** Whether it is the row of "My Organization". */
export const isDefaultRow = ({ id }: PermissionRow) => id === DEFAULT_ID;

/** What a calendar is shared as: its default row first. */
export function permissionsOf(mailbox: Mailbox, calendar: CalendarRow): readonly PermissionRow[] {
  return mailbox.permissions?.get(calendar.id) ?? [defaultRow()];
}

export function putPermissions(mailbox: Mailbox, calendar: CalendarRow, rows: readonly PermissionRow[]): void {
  mailbox.permissions ??= new Map();
  mailbox.permissions.set(calendar.id, rows);
}

/** The roles that somebody can be given. Delegates are people of the organization, and of the default calendar. */
export function allowedRolesFor(isInside: boolean, calendar: CalendarRow): readonly CalendarRole[] {
  if (!isInside) return OUTSIDE_ROLES;
  return calendar.isDefault ? [...INSIDE_ROLES, ...DELEGATE_ROLES] : INSIDE_ROLES;
}

/** The id of a permission is made from the address that it is for. */
export const permissionIdOf = (address: string) => Buffer.from(address.toLowerCase()).toString("base64");

function defaultRow(): PermissionRow {
  return {
    id: DEFAULT_ID,
    role: "freeBusyRead",
    allowedRoles: ["none", "freeBusyRead", "limitedRead", "read", "write"],
    emailAddress: { name: "My Organization" },
    isInsideOrganization: true,
    isRemovable: false,
  };
}
