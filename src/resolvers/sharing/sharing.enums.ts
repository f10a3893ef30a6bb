import type { CalendarRole } from "../../services/sharing/calendar-permission.model.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";

export const CalendarRoleEnum = graphqlEnum<CalendarRole>("CalendarRole", "What somebody may do with a calendar.", {
  NONE: "Nothing.",
  FREE_BUSY_READ: "See when time is taken.",
  LIMITED_READ: "See also subjects and places.",
  READ: "See all of events, but for private ones.",
  WRITE: "Also make, change and delete events.",
  DELEGATE_WITHOUT_PRIVATE_EVENT_ACCESS: "A delegate: write and handle invitations; private events stay hidden.",
  DELEGATE_WITH_PRIVATE_EVENT_ACCESS: "A delegate who sees private events too.",
  CUSTOM: "A set of rights that Outlook made; it can be read but not given.",
  UNKNOWN,
});
