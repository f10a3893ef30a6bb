import { attachmentRoutes } from "./attachments/attachments.routes.js";
import { uploadSessionRoutes } from "./attachments/upload-sessions.routes.js";
import { calendarGroupRoutes } from "./calendars/calendar-groups.routes.js";
import { calendarRoutes } from "./calendars/calendars.routes.js";
import { deltaRoutes } from "./delta/delta.routes.js";
import { calendarViewRoutes } from "./events/calendar-view.routes.js";
import { eventReadRoutes } from "./events/event-reads.routes.js";
import { eventWriteRoutes } from "./events/event-writes.routes.js";
import { permanentDeleteRoutes } from "./events/permanent-delete.routes.js";
import { extensionRoutes } from "./extensions/extensions.routes.js";
import type { GraphRoute } from "./graph-call.js";
import { groupRoutes } from "./groups/groups.routes.js";
import { meetingActionRoutes } from "./meetings/meeting-actions.routes.js";
import { reminderActionRoutes } from "./meetings/reminder-actions.routes.js";
import { countRoutes } from "./odata/count-segment.js";
import { placeRoutes } from "./places/places.routes.js";
import { instanceRoutes } from "./recurrence/instances.routes.js";
import { findMeetingTimesRoutes } from "./schedule/find-meeting-times.routes.js";
import { getScheduleRoutes } from "./schedule/get-schedule.routes.js";
import { reminderViewRoutes } from "./schedule/reminder-view.routes.js";
import { mailboxSettingsRoutes } from "./settings/mailbox-settings.routes.js";
import { masterCategoryRoutes } from "./settings/master-categories.routes.js";
import { supportedListRoutes } from "./settings/supported-lists.routes.js";
import { calendarPermissionRoutes } from "./sharing/calendar-permissions.routes.js";
import { subscriptionRoutes } from "./subscriptions/subscriptions.routes.js";
import { managerRoutes } from "./users/managers.routes.js";
import { translateIdsRoutes } from "./users/translate-ids.routes.js";
import { userWriteRoutes } from "./users/user-writes.routes.js";
import { userRoutes } from "./users/users.routes.js";

/** A new resource is a new file and a line here. */
const resourceRoutes: readonly GraphRoute[] = [
  ...userRoutes,
  ...userWriteRoutes,
  ...calendarGroupRoutes,
  ...calendarRoutes,
  ...calendarViewRoutes,
  ...deltaRoutes,
  ...eventReadRoutes,
  ...eventWriteRoutes,
  ...meetingActionRoutes,
  ...reminderActionRoutes,
  ...getScheduleRoutes,
  ...findMeetingTimesRoutes,
  ...reminderViewRoutes,
  ...mailboxSettingsRoutes,
  ...masterCategoryRoutes,
  ...supportedListRoutes,
  ...calendarPermissionRoutes,
  ...placeRoutes,
  ...attachmentRoutes,
  ...uploadSessionRoutes,
  ...extensionRoutes,
  ...permanentDeleteRoutes,
  ...translateIdsRoutes,
  ...subscriptionRoutes,
  ...instanceRoutes,
  ...managerRoutes,
  ...groupRoutes,
];

/** Every endpoint of the emulated Graph but `$batch`. */
export const graphRoutes: readonly GraphRoute[] = [...resourceRoutes, ...countRoutes(resourceRoutes)];
