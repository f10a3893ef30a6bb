import type { Calendar } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment } from "../graph-url.js";
import { calendarPath, userPath } from "./calendar-path.js";

export interface CreateCalendarInput {
  /** Graph user id or address. */
  readonly mailbox: string;
  /** The group that it is put into; default: the mailbox's default group. */
  readonly groupId?: string | undefined;
  readonly calendar: Pick<Calendar, "name" | "color">;
}

/** Makes a calendar. A name that another one has: 409. */
export async function createCalendar(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, groupId, calendar }: CreateCalendarInput,
  call: Call,
): Promise<Calendar> {
  const group = groupId === undefined ? "" : `/calendarGroups/${pathSegment(groupId)}`;
  const request = { method: "POST", path: `${userPath(mailbox)}${group}/calendars`, mailbox, body: calendar } as const;
  const { body } = await client.send<Calendar>(connection, request, call);
  return body;
}

interface OneCalendar {
  readonly mailbox: string;
  readonly calendarId: string;
}

export interface UpdateCalendarInput extends OneCalendar {
  readonly changes: Pick<Calendar, "name" | "color">;
}

/** Changes a calendar and answers the whole of it. A name that another one has: 409. */
export async function updateCalendar(
  client: GraphClient,
  connection: GraphConnection,
  { changes, ...place }: UpdateCalendarInput,
  call: Call,
): Promise<Calendar> {
  const request = { method: "PATCH", path: calendarPath(place), mailbox: place.mailbox, body: changes } as const;
  const { body } = await client.send<Calendar>(connection, { ...request, repeatable: true }, call);
  return body;
}

/** Deletes a calendar with its events. Of the default one: 400. Graph is known to answer 5xx to deletions that it did. */
export async function deleteCalendar(
  client: GraphClient,
  connection: GraphConnection,
  place: OneCalendar,
  call: Call,
): Promise<void> {
  await client.send(connection, { method: "DELETE", path: calendarPath(place), mailbox: place.mailbox }, call);
}
