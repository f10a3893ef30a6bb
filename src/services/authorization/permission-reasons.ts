import { requiredPermissions } from "./authority-rules.js";

/** Permissions that are needed for one and the same thing, and what that is. */
export interface PermissionReason {
  readonly name: string;
  readonly reason: string;
}

/** What a connection asks for, in the words that people read before they consent. */
export function permissionReasons(row: Parameters<typeof requiredPermissions>[0]): readonly PermissionReason[] {
  const permissions = requiredPermissions(row);
  const reasons = [...new Set(permissions.map(({ reason }) => reason))];
  return reasons.map((reason): PermissionReason => {
    const names = permissions.filter((permission) => permission.reason === reason).map(({ name }) => name);
    return { name: names.join(", "), reason };
  });
}
