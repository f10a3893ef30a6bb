import type { CalendarPermission, CalendarRoleType } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment, withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { type CalendarPlace, calendarPath } from "./calendar-path.js";

/** One permission of a calendar. */
export interface CalendarPermissionPlace extends CalendarPlace {
  readonly permissionId: string;
}

/** Who may see or write a calendar; the row of "My Organization" is always among them. */
export function listCalendarPermissions(
  client: GraphClient,
  connection: GraphConnection,
  { maxItems = 1_000, ...place }: CalendarPlace & { readonly maxItems?: number },
  call: Call,
): Promise<ReadList<CalendarPermission>> {
  const path = withQuery(permissionsPath(place), { $top: Math.min(100, maxItems) });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  return readAll<CalendarPermission>(client, connection, request, call, { maxItems });
}

export async function getCalendarPermission(
  client: GraphClient,
  connection: GraphConnection,
  place: CalendarPermissionPlace,
  call: Call,
): Promise<CalendarPermission> {
  const request = { method: "GET", path: permissionPath(place), mailbox: place.mailbox } as const;
  const { body } = await client.send<CalendarPermission>(connection, request, call);
  return body;
}

/** The roles that an address can be given. */
export async function allowedCalendarSharingRoles(
  client: GraphClient,
  connection: GraphConnection,
  { address, ...place }: CalendarPlace & { readonly address: string },
  call: Call,
): Promise<readonly CalendarRoleType[]> {
  // A quote inside a literal of OData is doubled.
  const user = pathSegment(address.replaceAll("'", "''"));
  const path = `${calendarPath(place)}/allowedCalendarSharingRoles(User='${user}')`;
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const { body } = await client.send<{ readonly value?: readonly CalendarRoleType[] }>(connection, request, call);
  return body.value ?? [];
}

/** Shares a calendar. Graph's pages differ on whether it answers 200 or 201; both are good. */
export async function createCalendarPermission(
  client: GraphClient,
  connection: GraphConnection,
  { permission, ...place }: CalendarPlace & { readonly permission: CalendarPermission },
  call: Call,
): Promise<CalendarPermission> {
  const request = { method: "POST", path: permissionsPath(place), mailbox: place.mailbox, body: permission } as const;
  const { body } = await client.send<CalendarPermission>(connection, request, call);
  return body;
}

/** Changes the role, the one member that can be changed. */
export async function updateCalendarPermission(
  client: GraphClient,
  connection: GraphConnection,
  { role, ...place }: CalendarPermissionPlace & { readonly role: CalendarRoleType },
  call: Call,
): Promise<CalendarPermission> {
  const request = { method: "PATCH", path: permissionPath(place), mailbox: place.mailbox, body: { role } } as const;
  const { body } = await client.send<CalendarPermission>(connection, { ...request, repeatable: true }, call);
  return body;
}

/** Ends a sharing. Of the row of "My Organization": 400. */
export async function deleteCalendarPermission(
  client: GraphClient,
  connection: GraphConnection,
  place: CalendarPermissionPlace,
  call: Call,
): Promise<void> {
  await client.send(connection, { method: "DELETE", path: permissionPath(place), mailbox: place.mailbox }, call);
}

const permissionsPath = (place: CalendarPlace) => `${calendarPath(place)}/calendarPermissions`;
const permissionPath = ({ permissionId, ...place }: CalendarPermissionPlace) =>
  `${permissionsPath(place)}/${pathSegment(permissionId)}`;
