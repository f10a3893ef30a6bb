import type { Calendar, CalendarGroup } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment, withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { selectOf, userPath } from "./calendar-path.js";

const PAGE_SIZE = 100;

/** A group's place: its mailbox by Graph user id or address, and its id there. */
export interface CalendarGroupPlace {
  readonly mailbox: string;
  readonly groupId: string;
}

interface Selection {
  readonly select: readonly string[];
  /** Items to return at most; default 1,000. */
  readonly maxItems?: number;
}

/** The calendar groups of a mailbox, the default one among them. */
export function listCalendarGroups(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, select, maxItems = 1_000 }: Selection & { readonly mailbox: string },
  call: Call,
): Promise<ReadList<CalendarGroup>> {
  const path = withQuery(groupsPath(mailbox), { $select: selectOf(select), $top: PAGE_SIZE });
  return readAll<CalendarGroup>(client, connection, { method: "GET", path, mailbox }, call, { maxItems });
}

/** The calendars in a group. An unknown group is a `GraphError` with status 404. */
export function listCalendarsOfGroup(
  client: GraphClient,
  connection: GraphConnection,
  { select, maxItems = 1_000, ...place }: Selection & CalendarGroupPlace,
  call: Call,
): Promise<ReadList<Calendar>> {
  const query = { $select: selectOf(select), $top: Math.min(PAGE_SIZE, maxItems) };
  const path = withQuery(`${groupPath(place)}/calendars`, query);
  return readAll<Calendar>(client, connection, { method: "GET", path, mailbox: place.mailbox }, call, { maxItems });
}

export async function getCalendarGroup(
  client: GraphClient,
  connection: GraphConnection,
  { select, ...place }: Selection & CalendarGroupPlace,
  call: Call,
): Promise<CalendarGroup> {
  const path = withQuery(groupPath(place), { $select: selectOf(select) });
  const { body } = await client.send<CalendarGroup>(connection, { method: "GET", path, mailbox: place.mailbox }, call);
  return body;
}

/** Makes a group. A name that another one has: 409. */
export async function createCalendarGroup(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, name }: { readonly mailbox: string; readonly name: string },
  call: Call,
): Promise<CalendarGroup> {
  const request = { method: "POST", path: groupsPath(mailbox), mailbox, body: { name } } as const;
  const { body } = await client.send<CalendarGroup>(connection, request, call);
  return body;
}

/** Renames a group. A name that another one has: 409. */
export async function renameCalendarGroup(
  client: GraphClient,
  connection: GraphConnection,
  { name, ...place }: CalendarGroupPlace & { readonly name: string },
  call: Call,
): Promise<CalendarGroup> {
  const request = { method: "PATCH", path: groupPath(place), mailbox: place.mailbox, body: { name } } as const;
  const { body } = await client.send<CalendarGroup>(connection, { ...request, repeatable: true }, call);
  return body;
}

/** Deletes a group. What becomes of calendars in it is not documented: see that there are none. */
export async function deleteCalendarGroup(
  client: GraphClient,
  connection: GraphConnection,
  place: CalendarGroupPlace,
  call: Call,
): Promise<void> {
  await client.send(connection, { method: "DELETE", path: groupPath(place), mailbox: place.mailbox }, call);
}

const groupsPath = (mailbox: string) => `${userPath(mailbox)}/calendarGroups`;
const groupPath = ({ mailbox, groupId }: CalendarGroupPlace) => `${groupsPath(mailbox)}/${pathSegment(groupId)}`;
