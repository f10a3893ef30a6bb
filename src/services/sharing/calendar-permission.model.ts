/** What somebody may do with a calendar, in Microsoft's words and from least to most. */
export const CALENDAR_ROLES = [
  "NONE",
  "FREE_BUSY_READ",
  "LIMITED_READ",
  "READ",
  "WRITE",
  "DELEGATE_WITHOUT_PRIVATE_EVENT_ACCESS",
  "DELEGATE_WITH_PRIVATE_EVENT_ACCESS",
  "CUSTOM",
  "UNKNOWN",
] as const;
export type CalendarRole = (typeof CALENDAR_ROLES)[number];

/** Where a permission is found. */
export interface CalendarPermissionKey {
  readonly mailboxId: string;
  readonly calendarGraphId: string;
  readonly permissionGraphId: string;
}

/** What one person, or everybody in the organization, may do with a calendar. */
export interface CalendarPermission extends CalendarPermissionKey {
  readonly kind: "CalendarPermission";
  readonly role: CalendarRole;
  readonly allowedRoles: readonly CalendarRole[];
  readonly isInsideOrganization: boolean | null;
  readonly isRemovable: boolean | null;
  readonly isMyOrganization: boolean;
  readonly grantee: { readonly name: string | null; readonly address: string | null };
}
