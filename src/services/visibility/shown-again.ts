import type { Viewer } from "../../auth/viewer.js";
import type { CalendarEvent } from "../events/event.model.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { shownEvent } from "./event-visibility.js";
import { reaches } from "./visibility-rule.js";

/** Shows outcomes that were stored once more: by the rule of now, and never more of them than was shown then. */
export class ShownAgain {
  constructor(private readonly mailboxes: MailboxAccess) {}

  /**
   * The outcome with its events as their mailboxes show them now. What holds a hidden event is null, but for the outcome.
   *
   * @throws AppError where the viewer may not see the mailbox any more.
   */
  async outcome(viewer: Viewer, stored: object): Promise<object> {
    const ids = mailboxIdsIn(stored);
    if (ids.size === 0) return stored;
    const opened = new Map<string, OpenMailbox>();
    for (const id of ids) opened.set(id, await this.mailboxes.open(viewer, "event:read", id));
    const shown = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shown);
      if (!isPlainObject(value)) return value;
      if (isEvent(value)) return shownOnceMore(opened.get(value.mailboxId), value);
      const members = membersOf(value);
      return members.some(([, [was, is]]) => is === null && was !== null) ? null : shownMembers(members);
    };
    const membersOf = (value: object) =>
      Object.entries(value).map(([name, was]): [string, readonly [unknown, unknown]] => [name, [was, shown(was)]]);
    return shownMembers(membersOf(stored));
  }
}

function shownMembers(members: readonly [string, readonly [unknown, unknown]][]): object {
  return Object.fromEntries(members.map(([name, [, is]]) => [name, is]));
}

function shownOnceMore(mailbox: OpenMailbox | undefined, stored: CalendarEvent): CalendarEvent | null {
  if (mailbox === undefined) return null;
  const shown = shownEvent(mailbox, stored);
  // A copy that held less then does not become more.
  return shown !== null && reaches(shown.visibility, stored.visibility) ? stored : shown;
}

function mailboxIdsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) mailboxIdsIn(item, found);
  else if (isPlainObject(value)) {
    if (isEvent(value)) found.add(value.mailboxId);
    else for (const member of Object.values(value)) mailboxIdsIn(member, found);
  }
  return found;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

function isEvent(value: object): value is CalendarEvent {
  return "kind" in value && value.kind === "Event";
}
