import { pathSegment } from "../graph-url.js";
import { userPath } from "./calendar-path.js";

/** Where an event lives. Its id is valid in its own mailbox only, whichever calendar of it holds the event. */
export interface EventPlace {
  /** Graph user id or address. */
  readonly mailbox: string;
  readonly eventId: string;
}

export function eventPath({ mailbox, eventId }: EventPlace): string {
  return `${userPath(mailbox)}/events/${pathSegment(eventId)}`;
}

/** Headers that bind a write to the version its caller has seen; Graph answers 412 when it is stale. */
export function ifMatchHeaders(ifMatch: string | undefined): { headers?: Readonly<Record<string, string>> } {
  return ifMatch === undefined ? {} : { headers: { "if-match": ifMatch } };
}
