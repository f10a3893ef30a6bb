import type { Viewer } from "../../auth/viewer.js";
import { calendarView, type GraphClient, getEvent } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import type { CalendarEvent } from "./event.model.js";
import { toCalendarEvent } from "./event-mapper.js";
import { type EventField, selectForFields } from "./event-members.js";
import { orderOf } from "./event-times.js";
import { readableFields, shownEvent } from "./free-busy.js";

/** Graph refuses longer views (reported by users since 2019; its reference names no number). */
const MAX_WINDOW_DAYS = 1_825;

/** Above this a window is refused rather than half answered. */
const MAX_EVENTS_PER_WINDOW = 5_000;

const DAY_MS = 86_400_000;

export interface EventWindow {
  readonly start: Date;
  readonly end: Date;
}

/** One calendar's events in a window; without `calendarGraphId` those of the mailbox's default calendar. */
export interface CalendarViewKey extends EventWindow {
  readonly mailboxId: string;
  readonly calendarGraphId: string | null;
  readonly fields: readonly EventField[];
}

export interface EventKey {
  readonly mailboxId: string;
  readonly graphId: string;
  readonly fields: readonly EventField[];
}

/** Reads events. Every key gets its own outcome, in the order of the keys; one that fails fails alone. */
export class EventReaderService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
  ) {}

  /** All events that overlap each window, by start and then by id. Series come as their occurrences. */
  async viewMany(
    viewer: Viewer,
    keys: readonly CalendarViewKey[],
    call: Call,
  ): Promise<readonly (readonly CalendarEvent[] | Error)[]> {
    const ids = keys.map((key) => key.mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(keys.map((key) => onMailbox(opened.get(key.mailboxId), (box) => this.#view(box, key, call))));
  }

  async getMany(viewer: Viewer, keys: readonly EventKey[], call: Call): Promise<readonly (CalendarEvent | Error)[]> {
    const ids = keys.map((key) => key.mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map(({ mailboxId, graphId, fields }) =>
        onMailbox(opened.get(mailboxId), async (mailbox) => {
          const select = selectForFields(readableFields(mailbox, fields, call));
          const place = { mailbox: mailbox.graphUser, eventId: graphId, select };
          const event = await getEvent(this.graph, mailbox.connection, place, call);
          return shownEvent(mailbox, toCalendarEvent(mailbox.id, event));
        }),
      ),
    );
  }

  async #view(mailbox: OpenMailbox, key: CalendarViewKey, call: Call): Promise<readonly CalendarEvent[]> {
    assertWindow(key);
    const input = {
      mailbox: mailbox.graphUser,
      calendarId: key.calendarGraphId ?? undefined,
      startDateTime: key.start.toISOString(),
      endDateTime: key.end.toISOString(),
      select: selectForFields(readableFields(mailbox, key.fields, call)),
      maxItems: MAX_EVENTS_PER_WINDOW,
    };
    const { items, isCut } = await calendarView(this.graph, mailbox.connection, input, call);
    if (isCut) {
      throw new AppError(
        "LIMIT_EXCEEDED",
        `This window holds more than ${MAX_EVENTS_PER_WINDOW} events. Ask for a shorter one.`,
        { path: ["end"], limit: { name: "eventsPerWindow", max: MAX_EVENTS_PER_WINDOW, actual: items.length } },
      );
    }
    return items.map((event) => shownEvent(mailbox, toCalendarEvent(mailbox.id, event))).sort(byStartThenId);
  }
}

/** @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that says what to change; nothing is asked upstream. */
export function assertWindow({ start, end }: EventWindow): void {
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (days <= 0) throw new AppError("INVALID_INPUT", "`end` must be after `start`.", { path: ["end"] });
  if (days > MAX_WINDOW_DAYS) {
    throw new AppError(
      "LIMIT_EXCEEDED",
      `The window is ${Math.ceil(days)} days long; Microsoft answers at most ${MAX_WINDOW_DAYS}. Ask for a shorter one.`,
      { path: ["end"], limit: { name: "windowDays", max: MAX_WINDOW_DAYS, actual: Math.ceil(days) } },
    );
  }
}

function byStartThenId(a: CalendarEvent, b: CalendarEvent): number {
  return orderOf(a.start) - orderOf(b.start) || (a.graphId < b.graphId ? -1 : Number(a.graphId > b.graphId));
}
