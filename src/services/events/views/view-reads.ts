import { calendarView, type GraphClient, GraphError, type GraphEvent } from "../../../graph/index.js";
import { AppError, isAppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import { JoinedWork } from "../../../lib/joined-work.js";
import type { CalendarEvent } from "../event.model.js";
import { toCalendarEvent } from "../event-mapper.js";
import { expandForFields, pickedMembers, selectForFields } from "../event-members.js";
import { orderOf } from "../event-times.js";
import { holdsWindow, isSameWindow, narrowed } from "../event-window.js";
import { type CalendarView, placeKey, type ViewPlace } from "./view.model.js";
import { coversFields, type ViewQuestion } from "./view-plan.js";

/** Above this a window is refused rather than half answered. */
export const MAX_EVENTS_PER_WINDOW = 5_000;

/** A view with what else was read of its series. */
export interface ReadView extends CalendarView {
  /** Masters of occurrences, by the occurrence's id; only where they were asked for. */
  readonly seriesOf: ReadonlyMap<string, string>;
}

interface Flight {
  readonly question: ViewQuestion;
  readonly isBackground: boolean;
  readonly work: JoinedWork<ReadView>;
}

/** Reads calendar views from Graph. What a read under way will answer as well is not read again. */
export class ViewReads {
  /** By connection, and then by place. */
  readonly #flights = new Map<string, Map<string, Set<Flight>>>();

  constructor(private readonly deps: { readonly graph: GraphClient; readonly clock: Clock }) {}

  /** Exactly what Graph answers for this window, with at least the fields that were asked for. Rejects with GraphError or AppError. */
  async read(place: ViewPlace, question: ViewQuestion, call: Call): Promise<CalendarView> {
    const flight = this.#covering(place, question, call);
    if (flight === undefined) return this.#open(place, question, call).join(call);
    const { sharedRequests = 0 } = call.meter;
    call.meter.sharedRequests = sharedRequests + 1;
    const shared = flight.work.join(call);
    const own = await this.narrow(shared, flight.question, question);
    return own ?? this.#open(place, question, call).join(call);
  }

  /** The part of a wider read's answer that a question asks for; undefined where the question has to be read itself. */
  async narrow(wide: Promise<CalendarView>, read: ViewQuestion, question: ViewQuestion) {
    if (isSameWindow(read, question)) return wide;
    try {
      const view = await wide;
      const events = narrowed(view.events, question);
      return events && { events, asOf: view.asOf };
    } catch (error) {
      if (isAboutWindow(error)) return undefined;
      throw error;
    }
  }

  /** Past every read under way. With `withSeries`, tells which series each occurrence is of. */
  async readNow(
    { mailbox, calendarGraphId }: ViewPlace,
    { start, end, fields }: ViewQuestion,
    call: Call,
    withSeries = false,
  ): Promise<ReadView> {
    const asOf = new Date(this.deps.clock.now());
    const input = {
      mailbox: mailbox.graphUser,
      calendarId: calendarGraphId ?? undefined,
      startDateTime: start.toISOString(),
      endDateTime: end.toISOString(),
      select: withSeries ? [...selectForFields(fields), "seriesMasterId"] : selectForFields(fields),
      expand: expandForFields(fields),
      maxItems: MAX_EVENTS_PER_WINDOW,
    };
    const { items, isCut, isWhole } = await calendarView(this.deps.graph, mailbox.connection, input, call);
    if (isCut) throw tooManyEvents(items.length);
    // What was answered without being asked for is nobody's, least of all of a connection that may not show it.
    const isMore = isWhole || (withSeries && !fields.includes("seriesMasterId"));
    const asked = isMore ? items.map((event) => pickedMembers(event, fields)) : items;
    const { id, fallbackZone } = mailbox;
    const showsUid = fields.includes("iCalUId");
    const events = asked.map((event) => toCalendarEvent(id, event, fallbackZone, showsUid)).sort(byStartThenId);
    return { events, asOf, seriesOf: seriesAmong(items) };
  }

  /** A write of the connection has ended, or of any: nobody joins a read from before it. */
  forget(connectionId?: string): void {
    if (connectionId === undefined) this.#flights.clear();
    else this.#flights.delete(connectionId);
  }

  #covering({ mailbox, calendarGraphId }: ViewPlace, question: ViewQuestion, call: Call): Flight | undefined {
    const open = this.#flights.get(mailbox.connection.id)?.get(placeKey({ mailbox, calendarGraphId }));
    // An urgent read does not wait behind background work.
    const isUrgent = call.priority !== "background";
    return [...(open ?? [])].find(
      (flight) =>
        holdsWindow(flight.question, question) &&
        coversFields(flight.question.fields, question.fields) &&
        !(isUrgent && flight.isBackground),
    );
  }

  #open(place: ViewPlace, question: ViewQuestion, call: Call): JoinedWork<ReadView> {
    const connectionId = place.mailbox.connection.id;
    const places = this.#flights.get(connectionId) ?? new Map<string, Set<Flight>>();
    this.#flights.set(connectionId, places);
    const key = placeKey(place);
    const flights = places.get(key) ?? new Set();
    places.set(key, flights);
    const land = () => {
      flights.delete(flight);
      if (flights.size === 0 && places.get(key) === flights) places.delete(key);
      if (places.size === 0 && this.#flights.get(connectionId) === places) this.#flights.delete(connectionId);
    };
    const work = new JoinedWork(call, (shared) => this.readNow(place, question, shared), land);
    const flight: Flight = { question, isBackground: call.priority === "background", work };
    flights.add(flight);
    return work;
  }
}

/** Graph's order is by start; ours is total, so that pages never overlap. */
export function byStartThenId(a: CalendarEvent, b: CalendarEvent): number {
  return orderOf(a.start) - orderOf(b.start) || (a.graphId < b.graphId ? -1 : Number(a.graphId > b.graphId));
}

function seriesAmong(items: readonly GraphEvent[]): ReadonlyMap<string, string> {
  return new Map(items.flatMap(({ id, seriesMasterId }) => (id && seriesMasterId ? [[id, seriesMasterId]] : [])));
}

function tooManyEvents(actual: number): AppError {
  return new AppError(
    "LIMIT_EXCEEDED",
    `This window holds more than ${MAX_EVENTS_PER_WINDOW} events. Ask for a shorter one.`,
    { path: ["end"], limit: { name: "eventsPerWindow", max: MAX_EVENTS_PER_WINDOW, actual } },
  );
}

/** Whether a narrower window may well be answered where a wider one was not. */
function isAboutWindow(error: unknown): boolean {
  if (isAppError(error, "LIMIT_EXCEEDED")) return true;
  if (!(error instanceof GraphError)) return false;
  return error.status === 400 || error.status >= 500 || error.code === "AnswerTooLarge";
}
