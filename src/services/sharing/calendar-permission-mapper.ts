import type { GraphCalendarPermission } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { CalendarPermission, CalendarRole } from "./calendar-permission.model.js";

/** Base64 of "Default": the row for everybody in the organization, which every calendar has. */
const MY_ORGANIZATION_ID = "RGVmYXVsdA==";

const ROLES = {
  NONE: "none",
  FREE_BUSY_READ: "freeBusyRead",
  LIMITED_READ: "limitedRead",
  READ: "read",
  WRITE: "write",
  DELEGATE_WITHOUT_PRIVATE_EVENT_ACCESS: "delegateWithoutPrivateEventAccess",
  DELEGATE_WITH_PRIVATE_EVENT_ACCESS: "delegateWithPrivateEventAccess",
  CUSTOM: "custom",
} as const;
const ROLES_BY_WORD = new Map(Object.entries(ROLES).map(([role, word]) => [word.toLowerCase(), role]));

export type WritableRole = Exclude<CalendarRole, "CUSTOM" | "UNKNOWN">;

export function toCalendarPermission(
  place: { readonly mailboxId: string; readonly calendarGraphId: string },
  { id, role, allowedRoles, isInsideOrganization, isRemovable, emailAddress }: GraphCalendarPermission,
): CalendarPermission {
  return {
    kind: "CalendarPermission",
    ...place,
    permissionGraphId: id ?? "",
    role: toRole(role),
    allowedRoles: (allowedRoles ?? []).map(toRole),
    isInsideOrganization: isInsideOrganization ?? null,
    isRemovable: isRemovable ?? null,
    isMyOrganization: id === MY_ORGANIZATION_ID,
    grantee: { name: emailAddress?.name ?? null, address: emailAddress?.address ?? null },
  };
}

export function toRole(word: string | null | undefined): CalendarRole {
  return (ROLES_BY_WORD.get(word?.toLowerCase() ?? "") ?? "UNKNOWN") as CalendarRole;
}

export function toGraphRole(role: WritableRole): (typeof ROLES)[WritableRole] {
  return ROLES[role];
}

/** @throws AppError INVALID_INPUT for roles that can be read but not given. */
export function assertWritableRole(role: CalendarRole): WritableRole {
  if (role !== "CUSTOM" && role !== "UNKNOWN") return role;
  throw new AppError("INVALID_INPUT", `${role} can be read but not given.`, { path: ["role"] });
}
