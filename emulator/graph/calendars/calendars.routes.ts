import { Builders } from "../../core/builders.js";
import type { HttpAnswer } from "../../core/http-message.js";
import { CALENDAR_COLORS, type CalendarRow } from "../../core/mailbox.model.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { badRequest, GraphFailure, itemNotFound } from "../graph-failure.js";
import { bodyUnreadable, type JsonObject, readJsonBody } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { calendarItem, isListed } from "../sharing/shared-calendars.js";
import { calendarType } from "./calendar.resource.js";
import { calendarOfPath, groupById } from "./calendar-path.js";

const contextPath = (call: MailboxCall) => `users('${call.user.id}')/calendars`;

function listCalendars(call: MailboxCall): HttpAnswer {
  const { group } = call.params;
  if (group !== undefined) groupById(call.mailbox, group);
  const items = [...call.mailbox.calendars.values()]
    .filter((calendar) => (group === undefined || calendar.groupId === group) && isListed(call, calendar))
    .map((calendar) => calendarItem(call, calendar));
  return pageAnswer(call, calendarType, items, contextPath(call));
}

function getCalendar(call: MailboxCall): HttpAnswer {
  const calendar = calendarOfPath(call);
  if (!isListed(call, calendar)) throw itemNotFound();
  return entityAnswer(call, calendarType, calendarItem(call, calendar), contextPath(call));
}

function createCalendar(call: MailboxCall): HttpAnswer {
  const groupId = call.params.group ?? call.mailbox.defaultGroupId;
  groupById(call.mailbox, groupId);
  const { name, color } = readCalendarBody(readJsonBody(call));
  if (name === undefined) throw badRequest("A calendar needs a name.");
  assertNameIsFree(call, name, undefined);
  const calendar = new Builders(call.world.store).addCalendar(call.mailbox, { groupId, name, color: color ?? "auto" });
  const path = `/v1.0/users/${call.user.id}/calendars/${encodeURIComponent(calendar.id)}`;
  return entityAnswer(call, calendarType, calendarItem(call, calendar), contextPath(call), {
    status: 201,
    headers: { Location: `${call.world.origin()}${path}` },
  });
}

function updateCalendar(call: MailboxCall): HttpAnswer {
  const before = calendarOfPath(call);
  const { name, color, isDefault } = readCalendarBody(readJsonBody(call));
  if (name !== undefined) assertNameIsFree(call, name, before.id);
  if (before.sharedFrom !== undefined && (color !== undefined || isDefault !== undefined)) {
    throw new GraphFailure(400, "ErrorInvalidRequest", "Of a shared calendar only the name can be changed.");
  }
  const { store } = call.world;
  const after: CalendarRow = {
    ...before,
    name: name ?? before.name,
    color: color ?? before.color,
    isDefault: before.isDefault || isDefault === true,
    changeKey: store.ids.changeKey(),
  };
  const former = call.mailbox.calendars.get(call.mailbox.defaultCalendarId);
  if (after.isDefault && former !== undefined && former.id !== after.id) {
    store.putCalendar(call.mailbox, { ...former, isDefault: false, changeKey: store.ids.changeKey() });
  }
  store.putCalendar(call.mailbox, after);
  return entityAnswer(call, calendarType, calendarItem(call, after), contextPath(call));
}

function deleteCalendar(call: MailboxCall): HttpAnswer {
  const calendar = calendarOfPath(call);
  if (calendar.isDefault) throw new GraphFailure(400, "ErrorInvalidRequest", "The default calendar cannot be deleted.");
  call.world.store.removeCalendar(call.mailbox, calendar.id);
  return { status: 204, headers: {} };
}

/** Exchange's folder rule: names are unique in a mailbox, in any case. */
function assertNameIsFree(call: MailboxCall, name: string, ownId: string | undefined): void {
  for (const other of call.mailbox.calendars.values()) {
    if (other.id !== ownId && other.name.toLowerCase() === name.toLowerCase()) {
      throw new GraphFailure(409, "ErrorFolderExists", "A folder with the specified name already exists.");
    }
  }
}

function readCalendarBody(body: JsonObject): { name?: string; color?: CalendarRow["color"]; isDefault?: boolean } {
  const result: { name?: string; color?: CalendarRow["color"]; isDefault?: boolean } = {};
  for (const [member, value] of Object.entries(body)) {
    if (member === "name" && typeof value === "string") {
      if (value.trim() === "") throw badRequest("A calendar's name cannot be empty.");
      result.name = value;
    } else if (member === "color") {
      const color = CALENDAR_COLORS.find((known) => known.toLowerCase() === jsonText(value).toLowerCase());
      if (color === undefined) throw bodyUnreadable(`'${jsonText(value)}' is no calendarColor.`);
      result.color = color;
    } else if (member === "isDefaultCalendar" && typeof value === "boolean") {
      result.isDefault = value;
    } else if (!Object.hasOwn(calendarType.members, member) && !member.startsWith("@odata.")) {
      throw bodyUnreadable(`The property '${member}' does not exist on type 'microsoft.graph.calendar'.`);
    } else if (member === "name" || member === "isDefaultCalendar") {
      throw bodyUnreadable(`The value of '${member}' has the wrong type.`);
    }
  }
  return result;
}

const LISTS = ["/calendars", "/calendarGroups/{group}/calendars"];
const SINGLES = ["/calendar", "/calendars/{calendar}", "/calendarGroups/{group}/calendars/{calendar}"];

export const calendarRoutes: readonly MailboxRoute[] = [
  ...LISTS.flatMap((path): MailboxRoute[] => [
    { kind: "mailbox", method: "GET", path, needs: "basic", handle: listCalendars },
    { kind: "mailbox", method: "POST", path, needs: "write", handle: createCalendar },
  ]),
  ...SINGLES.flatMap((path): MailboxRoute[] => [
    { kind: "mailbox", method: "GET", path, needs: "basic", handle: getCalendar },
    { kind: "mailbox", method: "PATCH", path, needs: "write", handle: updateCalendar },
    { kind: "mailbox", method: "DELETE", path, needs: "write", handle: deleteCalendar },
  ]),
];
