import { AppError } from "../../lib/app-error.js";
import type { CalendarPermissionKey } from "../../services/sharing/calendar-permission.model.js";
import { mailboxObjectGlobalId, parseMailboxObjectGlobalId } from "../common/global-id.js";

/** No id of Graph holds it: calendars' are URL-safe base64, and permissions' base64. */
const SEPARATOR = "|";

/** A permission is found by its calendar and its own id there. */
export function permissionGlobalId({ mailboxId, calendarGraphId, permissionGraphId }: CalendarPermissionKey): string {
  const graphId = `${calendarGraphId}${SEPARATOR}${permissionGraphId}`;
  return mailboxObjectGlobalId("CalendarPermission", { mailboxId, graphId });
}

/** @throws AppError INVALID_INPUT as `parseMailboxObjectGlobalId`. */
export function parsePermissionGlobalId(id: string, path: readonly string[] = ["id"]): CalendarPermissionKey {
  const { mailboxId, graphId } = parseMailboxObjectGlobalId("CalendarPermission", id, path);
  const [calendarGraphId, permissionGraphId, ...rest] = graphId.split(SEPARATOR);
  if (calendarGraphId && permissionGraphId && rest.length === 0) {
    return { mailboxId, calendarGraphId, permissionGraphId };
  }
  throw new AppError("INVALID_INPUT", "This is not an id of this gateway. Use it as it was answered, unchanged.", {
    path,
  });
}
