import type { HttpAnswer } from "../../core/http-message.js";
import type { Mailbox } from "../../core/mailbox.model.js";
import type { CalendarGroupRow } from "../../core/mailbox-parts.model.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { badRequest, GraphFailure, parseUriFailure } from "../graph-failure.js";
import { bodyUnreadable, readJsonBody } from "../json-body.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { type EntityType, primitive } from "../odata/entity-type.js";
import { groupById } from "./calendar-path.js";

/** Well-known class of the default group. */
const DEFAULT_CLASS_ID = "0006f0b7-0000-0000-c000-000000000046";

const calendarGroupType: EntityType<CalendarGroupRow> = {
  members: {
    id: primitive((group) => group.id),
    name: primitive((group) => group.name),
    classId: primitive((group) => group.classId),
    changeKey: primitive((group) => group.changeKey),
  },
  always: ["id"],
  expand: {},
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.CalendarGroup'.`),
};

const contextPath = (call: MailboxCall) => `users('${call.user.id}')/calendarGroups`;

/** The group every mailbox has; it holds the default calendar. */
function defaultGroup(mailbox: Mailbox): CalendarGroupRow {
  const changeKey = mailbox.calendars.get(mailbox.defaultCalendarId)?.changeKey ?? "";
  return { id: mailbox.defaultGroupId, name: "My Calendars", classId: DEFAULT_CLASS_ID, changeKey };
}

const groupsOf = (mailbox: Mailbox) => [defaultGroup(mailbox), ...(mailbox.groups?.values() ?? [])];

function groupOfPath({ mailbox, params }: MailboxCall): CalendarGroupRow {
  return groupById(mailbox, params.group ?? "") ?? defaultGroup(mailbox);
}

function listGroups(call: MailboxCall): HttpAnswer {
  return pageAnswer(call, calendarGroupType, groupsOf(call.mailbox), contextPath(call));
}

function getGroup(call: MailboxCall): HttpAnswer {
  return entityAnswer(call, calendarGroupType, groupOfPath(call), contextPath(call));
}

function createGroup(call: MailboxCall): HttpAnswer {
  const { ids } = call.world.store;
  const name = readName(call, undefined);
  const group = { id: ids.itemId("calendarGroup"), name, classId: ids.guid(), changeKey: ids.changeKey() };
  putGroup(call.mailbox, group);
  const path = `/v1.0/users/${call.user.id}/calendarGroups/${encodeURIComponent(group.id)}`;
  return entityAnswer(call, calendarGroupType, group, contextPath(call), {
    status: 201,
    headers: { Location: `${call.world.origin()}${path}` },
  });
}

function updateGroup(call: MailboxCall): HttpAnswer {
  const before = groupOfPath(call);
  const after = { ...before, name: readName(call, before), changeKey: call.world.store.ids.changeKey() };
  if (before.id === call.mailbox.defaultGroupId) throw invalidRequest("The default calendar group cannot be renamed.");
  putGroup(call.mailbox, after);
  return entityAnswer(call, calendarGroupType, after, contextPath(call));
}

function deleteGroup(call: MailboxCall): HttpAnswer {
  const { mailbox, world } = call;
  const group = groupOfPath(call);
  if (group.id === mailbox.defaultGroupId) throw invalidRequest("The default calendar group cannot be deleted.");
  const calendars = [...mailbox.calendars.values()].filter(({ groupId }) => groupId === group.id);
  const isKept = world.switches.groupDelete === "emptyOnly" || calendars.some(({ isDefault }) => isDefault);
  if (calendars.length > 0 && isKept) throw invalidRequest("A calendar group that holds calendars cannot be deleted.");
  for (const calendar of calendars) world.store.removeCalendar(mailbox, calendar.id);
  mailbox.groups?.delete(group.id);
  return { status: 204, headers: {} };
}

function putGroup(mailbox: Mailbox, group: CalendarGroupRow): void {
  mailbox.groups ??= new Map();
  mailbox.groups.set(group.id, group);
}

/** The name in the body, which no other group of the mailbox has, in any case. */
function readName(call: MailboxCall, own: CalendarGroupRow | undefined): string {
  let name = own?.name;
  for (const [member, value] of Object.entries(readJsonBody(call))) {
    if (!Object.hasOwn(calendarGroupType.members, member) && !member.includes("@odata.")) {
      throw bodyUnreadable(`The property '${member}' does not exist on type 'microsoft.graph.calendarGroup'.`);
    }
    if (member !== "name") continue;
    if (typeof value !== "string") throw bodyUnreadable("The value of 'name' has the wrong type.");
    name = value.trim();
  }
  if (name === undefined || name === "") throw badRequest("A calendar group needs a name.");
  const wanted = name.toLowerCase();
  if (groupsOf(call.mailbox).some((group) => group.id !== own?.id && group.name.toLowerCase() === wanted)) {
    throw new GraphFailure(409, "ErrorFolderExists", "A calendar group with the specified name already exists.");
  }
  return name;
}

const invalidRequest = (message: string) => new GraphFailure(400, "ErrorInvalidRequest", message);

const LIST = "/calendarGroups";
const ONE = "/calendarGroups/{group}";

export const calendarGroupRoutes: readonly MailboxRoute[] = [
  { kind: "mailbox", method: "GET", path: LIST, needs: "basic", handle: listGroups },
  { kind: "mailbox", method: "POST", path: LIST, needs: "write", handle: createGroup },
  { kind: "mailbox", method: "GET", path: ONE, needs: "basic", handle: getGroup },
  { kind: "mailbox", method: "PATCH", path: ONE, needs: "write", handle: updateGroup },
  { kind: "mailbox", method: "DELETE", path: ONE, needs: "write", handle: deleteGroup },
];
