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

const EVENT_PATH = /^(\/users\/[^/?]+\/events\/)([^/?]+)/;

/** The event that a path made by {@link eventPath} leads to or into; undefined for any other path. */
export function eventIdIn(path: string): string | undefined {
  const segment = EVENT_PATH.exec(path)?.[2];
  return segment === undefined ? undefined : decodeURIComponent(segment);
}

const WITHIN_EVENT = /^\/users\/[^/?]+\/events\/[^/?]+\/[^/?]+\/[^/?]/;

/** Whether a path leads to something on an event, as an attachment by its id: that may be missing where the event is there. */
export function isWithinEvent(path: string): boolean {
  return WITHIN_EVENT.test(path);
}

/** The same path into another event of the mailbox. */
export function withEventId(path: string, eventId: string): string {
  return path.replace(EVENT_PATH, (_, place: string) => place + pathSegment(eventId));
}

/** Headers that bind a write to the version its caller has seen; Graph answers 412 when it is stale. */
export function ifMatchHeaders(ifMatch: string | undefined): { headers?: Readonly<Record<string, string>> } {
  return ifMatch === undefined ? {} : { headers: { "if-match": ifMatch } };
}
