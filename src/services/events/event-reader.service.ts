import type { Viewer } from "../../auth/viewer.js";
import { type GraphClient, getEvent } from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import { groupBy } from "../../lib/group-by.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import { notFound } from "../outcomes.js";
import { readableFields, shownEvents, shownOrNotFound } from "../visibility/event-visibility.js";
import type { CalendarEvent } from "./event.model.js";
import { toCalendarEvent } from "./event-mapper.js";
import { type EventField, expandForFields, selectForFields } from "./event-members.js";
import { assertWindow } from "./event-window.js";
import { assertMaxAge, type EventViews, type FreshQuestion } from "./views/event-views.js";
import type { CalendarView, ViewPlace } from "./views/view.model.js";
import { unionOf } from "./views/view-plan.js";

/** One calendar's events in a window; without `calendarGraphId` those of the mailbox's default calendar. */
export interface CalendarViewKey extends FreshQuestion {
  readonly mailboxId: string;
  readonly calendarGraphId: string | null;
}

export interface EventKey {
  readonly mailboxId: string;
  readonly graphId: string;
  readonly fields: readonly EventField[];
}

/**
 * Reads events. Every key gets its own outcome, in the order of the keys; one that fails fails alone. Keys that ask the
 * same of a mailbox are one request for all their fields: an answer may hold members that its key did not ask for.
 */
export class EventReaderService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
    private readonly views: EventViews,
  ) {}

  /**
   * All events that overlap each window, by start and then by id; each as soon as it is known. Series come as their
   * occurrences.
   */
  async viewMany(
    viewer: Viewer,
    keys: readonly CalendarViewKey[],
    call: Call,
  ): Promise<readonly Promise<CalendarView | Error>[]> {
    const ids = keys.map((key) => key.mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    const outcomes = new Map<CalendarViewKey, Promise<CalendarView | Error>>();
    for (const group of groupBy(keys, (key) => JSON.stringify([key.mailboxId, key.calendarGraphId]))) {
      const [{ mailboxId, calendarGraphId }] = group;
      const mailbox = opened.get(mailboxId);
      const answers = isOpen(mailbox)
        ? this.#answers({ mailbox, calendarGraphId }, group.filter(isSound), call)
        : undefined;
      for (const key of group) {
        outcomes.set(
          key,
          onMailbox(mailbox, () => answerTo(key, answers), asOfView),
        );
      }
    }
    return keys.map((key) => outcomes.get(key) ?? Promise.resolve(notFound("mailbox")));
  }

  async getMany(viewer: Viewer, keys: readonly EventKey[], call: Call): Promise<readonly (CalendarEvent | Error)[]> {
    const ids = keys.map((key) => key.mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    const outcomes = new Map<EventKey, Promise<CalendarEvent | Error>>();
    for (const group of groupBy(keys, (key) => JSON.stringify([key.mailboxId, key.graphId]))) {
      const [{ mailboxId, graphId }] = group;
      const fields = group.map((key) => key.fields).reduce(unionOf);
      const outcome = onMailbox(opened.get(mailboxId), (box) => this.#event(box, graphId, fields, call));
      for (const key of group) outcomes.set(key, outcome);
    }
    return inOrder(keys, outcomes);
  }

  #answers(
    place: ViewPlace & { readonly mailbox: OpenMailbox },
    keys: readonly CalendarViewKey[],
    call: Call,
  ): ReadonlyMap<CalendarViewKey, Promise<CalendarView>> {
    const { mailbox } = place;
    const questions = keys.map((key) => ({ ...key, key, fields: readableFields(mailbox, key.fields, call) }));
    const answers = this.views.answer(place, questions, call);
    return new Map(
      [...answers].map(([{ key }, answer]) => [
        key,
        answer.then(({ events, asOf }) => ({ events: shownEvents(mailbox, events), asOf })),
      ]),
    );
  }

  async #event(mailbox: OpenMailbox, graphId: string, fields: readonly EventField[], call: Call) {
    const readable = readableFields(mailbox, fields, call);
    if (mailbox.visibility.events === "HIDDEN") throw notFound("event");
    const parts = { select: selectForFields(readable), expand: expandForFields(readable) };
    const place = { mailbox: mailbox.graphUser, eventId: graphId, ...parts };
    const event = await getEvent(this.graph, mailbox.connection, place, call);
    return shownOrNotFound(mailbox, toCalendarEvent(mailbox.id, event, mailbox.fallbackZone));
  }
}

/** An answer that was kept says that the connection worked when it was read, and nothing about now. */
function asOfView({ asOf }: CalendarView): Date {
  return asOf;
}

function isOpen(mailbox: OpenMailbox | Error | undefined): mailbox is OpenMailbox {
  return mailbox !== undefined && !(mailbox instanceof Error);
}

function assertSound(question: FreshQuestion): void {
  assertWindow(question);
  assertMaxAge(question.maxAgeSeconds);
}

function isSound(question: FreshQuestion): boolean {
  try {
    assertSound(question);
    return true;
  } catch {
    return false;
  }
}

async function answerTo(key: CalendarViewKey, answers: ReadonlyMap<object, Promise<CalendarView>> | undefined) {
  assertSound(key);
  const answer = answers?.get(key);
  if (answer === undefined) throw notFound("mailbox");
  return answer;
}

/** What was asked together, in the order of the keys. */
function inOrder<K, T>(
  keys: readonly K[],
  outcomes: ReadonlyMap<K, Promise<T | Error>>,
): Promise<readonly (T | Error)[]> {
  return Promise.all(keys.map((key) => outcomes.get(key) ?? notFound("mailbox")));
}
