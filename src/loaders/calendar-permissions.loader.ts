import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { CalendarKey } from "../services/calendars/calendar.service.js";
import type { CalendarPermission, CalendarPermissionKey } from "../services/sharing/calendar-permission.model.js";
import type { CalendarSharingService } from "../services/sharing/calendar-sharing.service.js";

/** All permissions of a calendar. */
export function permissionsOfCalendarLoader(
  viewer: Viewer,
  sharing: CalendarSharingService,
  call: Call,
): DataLoader<CalendarKey, readonly CalendarPermission[], string> {
  return new DataLoader<CalendarKey, readonly CalendarPermission[], string>(
    (keys) => sharing.listMany(viewer, keys, call),
    {
      name: "permissionsOfCalendar",
      cacheKeyFn: ({ mailboxId, graphId }) => `${mailboxId}|${graphId}`,
      maxBatchSize: 200,
    },
  );
}

/** One permission of a calendar. */
export function calendarPermissionByKeyLoader(
  viewer: Viewer,
  sharing: CalendarSharingService,
  call: Call,
): DataLoader<CalendarPermissionKey, CalendarPermission, string> {
  return new DataLoader<CalendarPermissionKey, CalendarPermission, string>(
    (keys) => sharing.getMany(viewer, keys, call),
    {
      name: "calendarPermissionByKey",
      cacheKeyFn: ({ mailboxId, calendarGraphId, permissionGraphId }) =>
        [mailboxId, calendarGraphId, permissionGraphId].join("|"),
      maxBatchSize: 200,
    },
  );
}
