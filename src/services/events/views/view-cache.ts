import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import { JoinedWork } from "../../../lib/joined-work.js";
import { type CalendarView, placeKey, type ViewPlace } from "./view.model.js";
import { coversFields, unionOf, type ViewQuestion } from "./view-plan.js";
import type { ViewRefresher } from "./view-refresher.js";
import type { StoredView, ViewKey, ViewStore } from "./view-store.js";

export interface ViewCacheDeps {
  readonly store: ViewStore;
  readonly refresher: ViewRefresher;
  readonly clock: Clock;
}

interface Flight {
  readonly fields: ViewQuestion["fields"];
  readonly isBackground: boolean;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly work: JoinedWork<StoredView>;
}

/** Answers that are no older than a caller allows; what is too old is brought up to date once for all who wait. */
export class ViewCache {
  /** Refreshes under way, by the connection and then by the view's id. */
  readonly #flights = new Map<string, Map<string, Flight>>();

  constructor(private readonly deps: ViewCacheDeps) {}

  /** The view as Microsoft had it at most `maxAgeMs` ago. Rejects as a read does: an answer too old never stands in. */
  async read(place: ViewPlace, question: ViewQuestion, maxAgeMs: number, call: Call): Promise<CalendarView> {
    const key = keyOf(place, question);
    const stored = await this.deps.store.get(key);
    if (this.#isGood(stored, question, maxAgeMs)) {
      call.meter.cachedReads = (call.meter.cachedReads ?? 0) + 1;
      return toView(stored);
    }
    const flight = this.#flights.get(key.scope)?.get(key.id);
    if (flight !== undefined && this.#mayJoin(flight, question, maxAgeMs, call)) {
      call.meter.sharedRequests = (call.meter.sharedRequests ?? 0) + 1;
      return toView(await flight.work.join(call));
    }
    return toView(await this.#open(key, place, question, stored, call).join(call));
  }

  /** Drops what is known of a connection, or everything; what is under way is answered to those who wait, and not kept. */
  async forget(connectionId?: string): Promise<void> {
    if (connectionId === undefined) this.#flights.clear();
    else this.#flights.delete(connectionId);
    await this.deps.store.drop(connectionId);
  }

  #isGood(view: StoredView | undefined, question: ViewQuestion, maxAgeMs: number): view is StoredView {
    if (view === undefined || !coversFields(view.fields, question.fields)) return false;
    const age = this.deps.clock.now() - view.asOf;
    // A clock that was set back would make an answer good for ever.
    return age >= 0 && age <= maxAgeMs;
  }

  #mayJoin(flight: Flight, question: ViewQuestion, maxAgeMs: number, call: Call): boolean {
    // An urgent read does not wait behind background work.
    if (flight.isBackground && call.priority !== "background") return false;
    return coversFields(flight.fields, question.fields) && this.deps.clock.now() - flight.startedAt <= maxAgeMs;
  }

  #open(
    key: ViewKey,
    place: ViewPlace,
    question: ViewQuestion,
    stored: StoredView | undefined,
    call: Call,
  ): JoinedWork<StoredView> {
    const flights = this.#flights.get(key.scope) ?? new Map<string, Flight>();
    this.#flights.set(key.scope, flights);
    const fields = unionOf(stored?.fields ?? [], question.fields);
    const land = () => {
      if (flights.get(key.id) === flight) flights.delete(key.id);
      if (flights.size === 0 && this.#flights.get(key.scope) === flights) this.#flights.delete(key.scope);
    };
    const refresh = async (shared: Call) => {
      const view = await this.deps.refresher.refresh(place, question, stored, shared);
      // A write of the connection has ended meanwhile: this may be from before it.
      if (this.#flights.get(key.scope)?.get(key.id) !== flight) return view;
      return this.deps.store.set(key, view);
    };
    const work = new JoinedWork(call, refresh, land);
    const isBackground = call.priority === "background";
    const flight: Flight = { fields, isBackground, startedAt: this.deps.clock.now(), work };
    flights.set(key.id, flight);
    return work;
  }
}

/** Views are kept as Microsoft answered them: what a viewer is not shown is taken out behind them, for each answer. */
function keyOf(place: ViewPlace, { start, end }: ViewQuestion): ViewKey {
  const id = JSON.stringify([placeKey(place), start.getTime(), end.getTime()]);
  return { scope: place.mailbox.connection.id, id };
}

function toView({ events, asOf }: StoredView): CalendarView {
  return { events, asOf: new Date(asOf) };
}
