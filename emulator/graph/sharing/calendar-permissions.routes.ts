import { groupByMail } from "../../core/groups.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { CalendarRow } from "../../core/mailbox.model.js";
import { CALENDAR_ROLES, type CalendarRole, type PermissionRow } from "../../core/mailbox-parts.model.js";
import { functionArguments } from "../../core/path-segments.js";
import { calendarById, calendarOfPath } from "../calendars/calendar-path.js";
import { EVENT_PATHS, eventOfPath } from "../events/event-reads.routes.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { badRequest, GraphFailure, itemNotFound, parseUriFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, readJsonBody } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { collection, complex, type EntityType, primitive } from "../odata/entity-type.js";
import { allowedRolesFor, permissionIdOf, permissionsOf, putPermissions } from "./calendar-permissions.js";
import { acceptSharedCalendar } from "./shared-calendars.js";

const permissionType: EntityType<PermissionRow> = {
  members: {
    id: primitive(({ id }) => id),
    isRemovable: primitive(({ isRemovable }) => isRemovable),
    isInsideOrganization: primitive(({ isInsideOrganization }) => isInsideOrganization),
    role: primitive(({ role }) => role),
    allowedRoles: collection(({ allowedRoles }) => allowedRoles),
    emailAddress: complex(({ emailAddress }) => emailAddress, "name", "address"),
  },
  always: ["id"],
  unknownMember: (name) =>
    parseUriFailure(
      `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.CalendarPermission'.`,
    ),
};

const contextPath = (call: MailboxCall) => `users('${call.user.id}')/calendar/calendarPermissions`;
const invalidRequest = (message: string) => new GraphFailure(400, "ErrorInvalidRequest", message);

/** The calendar in the path, or the one that holds the event in the path. */
function sharedCalendar(call: MailboxCall): CalendarRow {
  return call.params.event === undefined
    ? calendarOfPath(call)
    : calendarById(call.mailbox, eventOfPath(call).calendarId);
}

function permissionOfPath(call: MailboxCall): PermissionRow {
  const row = permissionsOf(call.mailbox, sharedCalendar(call)).find(({ id }) => id === call.params.permission);
  if (row === undefined) throw itemNotFound();
  return row;
}

function listPermissions(call: MailboxCall): HttpAnswer {
  return pageAnswer(call, permissionType, permissionsOf(call.mailbox, sharedCalendar(call)), contextPath(call));
}

function getPermission(call: MailboxCall): HttpAnswer {
  return entityAnswer(call, permissionType, permissionOfPath(call), contextPath(call));
}

function createPermission(call: MailboxCall): HttpAnswer {
  const { mailbox, world, caller } = call;
  const calendar = sharedCalendar(call);
  const body = readJsonBody(call);
  const given = isJsonObject(body.emailAddress) ? body.emailAddress : {};
  const { address, name } = given;
  if (typeof address !== "string" || !address.includes("@"))
    throw invalidRequest("A permission needs an emailAddress.");
  const user = world.store.userByMail(caller.tenant, address);
  const group = groupByMail(caller.tenant, address);
  const isInside = user !== undefined || group !== undefined;
  // A group is given what its members have in common; a delegate is somebody.
  const allowedRoles = allowedRolesFor(isInside, group === undefined ? calendar : { ...calendar, isDefault: false });
  const rows = permissionsOf(mailbox, calendar);
  const id = permissionIdOf(address);
  if (rows.some((row) => row.id === id)) throw invalidRequest("The calendar is shared with this address already.");
  const row: PermissionRow = {
    id,
    role: readRole(body.role, allowedRoles),
    allowedRoles,
    emailAddress: {
      name: user?.displayName ?? group?.displayName ?? (typeof name === "string" ? name : address),
      address,
    },
    isInsideOrganization: isInside,
    isRemovable: true,
  };
  putPermissions(mailbox, calendar, [...rows, row]);
  if (user?.mailbox !== undefined && world.switches.sharedCalendarsAppear === "atOnce") {
    acceptSharedCalendar(world.store, user.mailbox, mailbox, calendar.id);
  }
  return entityAnswer(call, permissionType, row, contextPath(call), { status: world.switches.permissionCreateStatus });
}

function updatePermission(call: MailboxCall): HttpAnswer {
  const before = permissionOfPath(call);
  const { role, ...others } = readJsonBody(call);
  const wrong = Object.keys(others).find((member) => !member.includes("@odata."));
  if (wrong !== undefined && !Object.hasOwn(permissionType.members, wrong))
    throw bodyUnreadable(`'${wrong}' is unknown.`);
  if (wrong !== undefined) throw invalidRequest("Only the role of a permission can be changed.");
  const after = { ...before, role: readRole(role, before.allowedRoles) };
  replace(call, before, [after]);
  return entityAnswer(call, permissionType, after, contextPath(call));
}

function deletePermission(call: MailboxCall): HttpAnswer {
  const row = permissionOfPath(call);
  if (!row.isRemovable) throw invalidRequest("This permission cannot be removed.");
  replace(call, row, []);
  return { status: 204, headers: {} };
}

function replace(call: MailboxCall, row: PermissionRow, by: readonly PermissionRow[]): void {
  const calendar = sharedCalendar(call);
  const rows = permissionsOf(call.mailbox, calendar).flatMap((other) => (other.id === row.id ? by : [other]));
  putPermissions(call.mailbox, calendar, rows);
}

function listRoles(call: MailboxCall): HttpAnswer {
  const address = functionArguments(call.params.arguments ?? "").get("user");
  if (address === undefined) throw badRequest("The function needs the parameter 'User'.");
  const isInside = call.world.store.userByMail(call.caller.tenant, address) !== undefined;
  const context = `${call.world.origin()}/v1.0/$metadata#Collection(microsoft.graph.calendarRoleType)`;
  const value = allowedRolesFor(isInside, sharedCalendar(call));
  return { status: 200, headers: {}, json: { "@odata.context": context, value } };
}

function readRole(value: unknown, allowed: readonly CalendarRole[]): CalendarRole {
  const role = CALENDAR_ROLES.find((known) => known.toLowerCase() === jsonText(value).toLowerCase());
  if (typeof value !== "string" || role === undefined)
    throw bodyUnreadable(`'${jsonText(value)}' is no calendarRoleType.`);
  if (!allowed.includes(role)) throw invalidRequest(`The role '${role}' is not allowed here.`);
  return role;
}

const CALENDARS = ["/calendar", "/calendars/{calendar}", "/calendarGroups/{group}/calendars/{calendar}"];
const SHARED = [...CALENDARS, ...EVENT_PATHS.map((path) => `${path}/{event}/calendar`)];

export const calendarPermissionRoutes: readonly MailboxRoute[] = SHARED.flatMap((calendar): MailboxRoute[] => {
  const path = `${calendar}/calendarPermissions`;
  return [
    { kind: "mailbox", method: "GET", path, needs: "read", handle: listPermissions },
    { kind: "mailbox", method: "POST", path, needs: "write", handle: createPermission },
    { kind: "mailbox", method: "GET", path: `${path}/{permission}`, needs: "read", handle: getPermission },
    { kind: "mailbox", method: "PATCH", path: `${path}/{permission}`, needs: "write", handle: updatePermission },
    { kind: "mailbox", method: "DELETE", path: `${path}/{permission}`, needs: "write", handle: deletePermission },
    {
      kind: "mailbox",
      method: "GET",
      path: `${calendar}/allowedCalendarSharingRoles/{arguments}`,
      needs: "read",
      handle: listRoles,
    },
  ];
});
