import { calendarGroupRoutes } from "./calendars/calendar-groups.routes.js";
import { calendarRoutes } from "./calendars/calendars.routes.js";
import { deltaRoutes } from "./delta/delta.routes.js";
import { calendarViewRoutes } from "./events/calendar-view.routes.js";
import { eventReadRoutes } from "./events/event-reads.routes.js";
import { eventWriteRoutes } from "./events/event-writes.routes.js";
import type { GraphRoute } from "./graph-call.js";
import { meetingActionRoutes } from "./meetings/meeting-actions.routes.js";
import { reminderActionRoutes } from "./meetings/reminder-actions.routes.js";
import { instanceRoutes } from "./recurrence/instances.routes.js";
import { userRoutes } from "./users/users.routes.js";

/** Every endpoint of the emulated Graph but `$batch`. A new resource is a new file and a line here. */
export const graphRoutes: readonly GraphRoute[] = [
  ...userRoutes,
  ...calendarGroupRoutes,
  ...calendarRoutes,
  ...calendarViewRoutes,
  ...deltaRoutes,
  ...eventReadRoutes,
  ...eventWriteRoutes,
  ...instanceRoutes,
  ...meetingActionRoutes,
  ...reminderActionRoutes,
];
