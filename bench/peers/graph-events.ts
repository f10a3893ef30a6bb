import type { PlainEvent } from "./question.js";

/** The members of Graph's event that the question needs, as Graph sends them. */
export interface GraphEventJson {
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly location: { readonly displayName: string };
  readonly attendees: readonly { readonly emailAddress: { readonly name: string; readonly address: string } }[];
}

export const SELECT = "subject,start,end,location,attendees";

export function plainEvent({ subject, start, end, location, attendees }: GraphEventJson): PlainEvent {
  return {
    subject,
    start: instant(start.dateTime),
    end: instant(end.dateTime),
    location: location.displayName,
    attendees: attendees.flatMap(({ emailAddress: { name, address } }) => [name, address]),
  };
}

/** The same members as every other program delivers. */
export function onlyAsked({ subject, start, end, location, attendees }: GraphEventJson): GraphEventJson {
  return {
    subject,
    start: { dateTime: start.dateTime },
    end: { dateTime: end.dateTime },
    location: { displayName: location.displayName },
    attendees: attendees.map(({ emailAddress: { name, address } }) => ({ emailAddress: { name, address } })),
  };
}

/** Graph answers in UTC and writes no offset. */
function instant(dateTime: string): number {
  return Date.parse(`${dateTime.slice(0, 19)}Z`);
}

/** Paths as a careful user writes them: only what is needed, one page. */
export function viewPath(mailbox: string, start: string, end: string, calendarId?: string): string {
  const calendar = calendarId === undefined ? "calendar" : `calendars/${calendarId}`;
  const window = `startDateTime=${start}&endDateTime=${end}`;
  return `/users/${mailbox}/${calendar}/calendarView?${window}&$select=${SELECT}&$orderby=start/dateTime&$top=1000`;
}

export function listPath(mailbox: string): string {
  return `/users/${mailbox}/calendars?$select=id,name&$top=100`;
}
