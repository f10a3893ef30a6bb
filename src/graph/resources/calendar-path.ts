import { pathSegment } from "../graph-url.js";

/** Where a calendar lives. Without `calendarId` it is the mailbox's default calendar. */
export interface CalendarPlace {
  /** Graph user id or address. */
  readonly mailbox: string;
  readonly calendarId?: string | undefined;
}

export function calendarPath({ mailbox, calendarId }: CalendarPlace): string {
  const user = userPath(mailbox);
  return calendarId === undefined ? `${user}/calendar` : `${user}/calendars/${pathSegment(calendarId)}`;
}

export function userPath(mailbox: string): string {
  return `/users/${pathSegment(mailbox)}`;
}

/** A `$select` value; `id` is always among the members, because lists are told apart by it. */
export function selectOf(members: readonly string[]): string {
  return [...new Set(["id", ...members])].join(",");
}
