import type { HttpAnswer } from "../../core/http-message.js";
import type { Mailbox } from "../../core/mailbox.model.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { parseUriFailure } from "../graph-failure.js";
import { pageAnswer } from "../odata/answers.js";
import { type EntityType, primitive } from "../odata/entity-type.js";

/** Well-known class of the default group. */
const DEFAULT_CLASS_ID = "0006f0b7-0000-0000-c000-000000000046";

/** The group every mailbox has; it holds all calendars. */
const calendarGroupType: EntityType<Mailbox> = {
  members: {
    id: primitive((mailbox) => mailbox.defaultGroupId),
    name: primitive(() => "My Calendars"),
    classId: primitive(() => DEFAULT_CLASS_ID),
    changeKey: primitive((mailbox) => mailbox.calendars.get(mailbox.defaultCalendarId)?.changeKey),
  },
  always: ["id"],
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.CalendarGroup'.`),
};

function listGroups(call: MailboxCall): HttpAnswer {
  return pageAnswer(call, calendarGroupType, [call.mailbox], `users('${call.user.id}')/calendarGroups`);
}

export const calendarGroupRoutes: readonly MailboxRoute[] = [
  { kind: "mailbox", method: "GET", path: "/calendarGroups", needs: "basic", handle: listGroups },
];
