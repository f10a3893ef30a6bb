import type { Viewer } from "../../auth/viewer.js";
import { type GraphClient, getCalendar, listCalendars } from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import type { Calendar } from "./calendar.model.js";
import { CALENDAR_SELECT, toCalendar } from "./calendar-mapper.js";

export interface CalendarListKey {
  readonly mailboxId: string;
  /** True when further requests wait for the list, as views of each calendar do: it then waits for no envelope. */
  readonly isAwaited: boolean;
}

export interface CalendarKey {
  readonly mailboxId: string;
  readonly graphId: string;
}

/** Calendars of the specified mailboxes. Every key gets its own outcome; one that fails fails alone. */
export class CalendarService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
  ) {}

  /** All calendars of each mailbox, the default one first; each mailbox's as soon as they are known. */
  async listMany(
    viewer: Viewer,
    keys: readonly CalendarListKey[],
    call: Call,
  ): Promise<readonly Promise<readonly Calendar[] | Error>[]> {
    const ids = keys.map((key) => key.mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return keys.map(({ mailboxId, isAwaited }) =>
      onMailbox(opened.get(mailboxId), (mailbox) => this.#list(mailbox, isAwaited, call)),
    );
  }

  async getMany(viewer: Viewer, keys: readonly CalendarKey[], call: Call): Promise<readonly (Calendar | Error)[]> {
    const ids = keys.map((key) => key.mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map(({ mailboxId, graphId }) =>
        onMailbox(opened.get(mailboxId), async (mailbox) => {
          const place = { mailbox: mailbox.graphUser, calendarId: graphId, select: CALENDAR_SELECT };
          return toCalendar(mailbox.id, await getCalendar(this.graph, mailbox.connection, place, call));
        }),
      ),
    );
  }

  async #list(mailbox: OpenMailbox, isAwaited: boolean, call: Call): Promise<readonly Calendar[]> {
    const input = { mailbox: mailbox.graphUser, select: CALENDAR_SELECT, isAwaited };
    const { items } = await listCalendars(this.graph, mailbox.connection, input, call);
    const calendars = items.map((calendar) => toCalendar(mailbox.id, calendar));
    return calendars.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  }
}
