import { setImmediate as turn } from "node:timers/promises";
import { type GraphEvent, readOccurrenceUid } from "../../graph/index.js";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { AliasPlace } from "../../store/event-alias.repository.js";
import {
  type EventIdentityRepository,
  type KnownEvent,
  SEEN_AGAIN_MS,
  type SeenEvent,
} from "../../store/event-identity.repository.js";
import { BoundedMap } from "./bounded-map.js";
import { ANY_SERIES, RemovedEvents } from "./removed-events.js";
import { seenEvent, tellsPlace } from "./seen-event.js";

/** A transaction costs a disk flush: one a second at most, and no longer than other writes wait gladly. */
const WRITE_EVERY_MS = 1_000;
const ROWS_PER_WRITE = 500;
/** As many as take a few milliseconds to look at. */
const EVENTS_PER_TURN = 500;
/** Events that wait to be written, at half a kilobyte each; what comes beyond is not remembered. */
const MOST_WAITING = 20_000;
/** Room beside it for events that were answered singly: lists do not take the place of what is used. */
const MOST_SINGLE = 2_000;
/** Ids that are known to be written, so that reading an event again writes nothing. */
const MOST_WRITTEN = 50_000;

export interface EventIdentityRecorderDeps {
  readonly identities: Pick<EventIdentityRepository, "find" | "uidInSeries" | "remember" | "forget">;
  readonly clock: Clock;
  readonly log: Logger;
}

interface Written {
  readonly at: number;
  readonly kind: SeenEvent["kind"];
}

/** A list as it was told: it is looked through when it is written, not while it is answered. */
interface ListToLookThrough {
  readonly place: AliasPlace;
  readonly events: readonly GraphEvent[];
  /** Where to go on. */
  next: number;
}

/**
 * Remembers which meetings ids are of, in the background: no answer waits for it, and a write that fails loses nothing but
 * the memory of some ids. Reading the same event again writes nothing for a day.
 */
export class EventIdentityRecorder {
  /** By mailbox and id; not written yet. */
  readonly #waiting = new Map<string, SeenEvent>();
  readonly #lists: ListToLookThrough[] = [];
  #listed = 0;
  readonly #written = new BoundedMap<Written>(MOST_WRITTEN);
  /** Since when what was written in a mailbox may be gone again, by mailbox; in milliseconds since the Unix epoch. */
  readonly #rewritten = new BoundedMap<number>(MOST_WRITTEN);
  readonly #removed: RemovedEvents;
  #leaving: ReadonlyMap<string, SeenEvent> = new Map();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #hasFailed = false;
  #isClosed = false;

  constructor(private readonly deps: EventIdentityRecorderDeps) {
    this.#removed = new RemovedEvents(deps.clock);
  }

  seen(place: AliasPlace, events: readonly GraphEvent[]): void {
    const [event] = events;
    const isSingle = events.length === 1;
    const most = isSingle ? MOST_WAITING + MOST_SINGLE : MOST_WAITING;
    if (this.#isClosed || this.#waiting.size + this.#listed + events.length > most) return;
    if (isSingle && event) this.#note(place, event);
    else {
      this.#lists.push({ place, events, next: 0 });
      this.#listed += events.length;
    }
    if (this.#waiting.size + this.#listed > 0) this.#plan();
  }

  /** Which event that id was seen to be, written or not; null where it was not, or was removed since. */
  async find(place: AliasPlace, graphId: string): Promise<KnownEvent | null> {
    if (this.#removed.has(place, graphId)) return null;
    this.#noteListed(place, graphId);
    const known = this.#unwritten(place, graphId) ?? (await this.deps.identities.find(place, graphId));
    return known !== null && this.#removed.hasSeriesOf(place, known) ? null : known;
  }

  /** That event is about to be removed: it is forgotten before it is, and with a master its occurrences. Never rejects. */
  async forget(place: AliasPlace, graphId: string): Promise<void> {
    this.#noteListed(place, graphId);
    this.#removed.add(place, graphId);
    // Whatever removes an event has looked at it just before.
    const uid = await this.#uidOf(place, graphId).catch(() => ANY_SERIES);
    if (uid !== null) this.#removed.addSeries(place, uid);
    for (const [key, seen] of this.#waiting) if (this.#removed.holds(seen)) this.#waiting.delete(key);
    await this.#writing;
    this.#written.delete(keyOf(place, graphId));
    try {
      const listed = await this.deps.identities.forget(place, graphId, uid);
      // Occurrences of another copy may have gone too: they are written when they are seen again.
      if (listed > 0) this.#rewritten.set(place.mailboxId, this.deps.clock.now());
    } catch (error) {
      // In this process it is forgotten all the same.
      this.#failed(error);
    }
  }

  /** Writes what waits. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    while (this.#waiting.size + this.#listed > 0) await this.#write();
    await this.#writing;
  }

  #note(place: AliasPlace, event: GraphEvent): void {
    const now = this.deps.clock.now();
    const key = keyOf(place, event.id ?? "");
    const written = this.#written.get(key);
    const isFresh = written !== undefined && now - written.at < SEEN_AGAIN_MS && !this.#mayBeGone(place, written);
    // Most events of lists end here: they were seen before.
    if (isFresh && (written.kind !== "LISTED" || !tellsPlace(event))) return;
    const seen = seenEvent(place, event, now);
    if (seen === undefined) return;
    if (seen.kind === "LISTED" && (isFresh || this.#unwritten(place, seen.graphId) !== undefined)) return;
    if (!this.#removed.holds(seen)) this.#waiting.set(key, seen);
  }

  #mayBeGone({ mailboxId }: AliasPlace, { at }: Written): boolean {
    return at <= (this.#rewritten.get(mailboxId) ?? Number.NEGATIVE_INFINITY);
  }

  #unwritten(place: AliasPlace, graphId: string): SeenEvent | undefined {
    const key = keyOf(place, graphId);
    return this.#waiting.get(key) ?? this.#leaving.get(key);
  }

  /** The `iCalUId` of an event, or that of an occurrence's series where it is one's master; null where neither was seen. */
  async #uidOf(place: AliasPlace, graphId: string): Promise<string | null> {
    const { identities } = this.deps;
    const known = this.#unwritten(place, graphId) ?? (await identities.find(place, graphId));
    if (known !== null) return known.iCalUId;
    const unwritten = [...this.#waiting.values(), ...this.#leaving.values()].find(
      (seen) => seen.place.mailboxId === place.mailboxId && seen.slot?.masterGraphId === graphId,
    );
    const uid = unwritten?.iCalUId ?? (await identities.uidInSeries(place, graphId));
    return (uid === null ? undefined : readOccurrenceUid(uid)?.seriesUid) ?? null;
  }

  /** That one event, where a list told it that was not looked through yet. */
  #noteListed({ mailboxId }: AliasPlace, graphId: string): void {
    for (const { place, events } of this.#lists) {
      if (place.mailboxId !== mailboxId) continue;
      const event = events.find(({ id }) => id === graphId);
      if (event !== undefined) this.#note(place, event);
    }
  }

  /** In turns with whatever else this process does. */
  async #lookThroughLists(): Promise<void> {
    while (this.#listed > 0) {
      let left = EVENTS_PER_TURN;
      while (left > 0) {
        const [list] = this.#lists;
        if (list === undefined) break;
        const events = list.events.slice(list.next, list.next + left);
        for (const event of events) this.#note(list.place, event);
        list.next += events.length;
        left -= events.length;
        this.#listed -= events.length;
        if (list.next >= list.events.length) this.#lists.shift();
      }
      if (this.#listed > 0) await turn();
    }
  }

  #plan(): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#write().then(() => {
        if (this.#waiting.size + this.#listed > 0) this.#plan();
      });
    }, WRITE_EVERY_MS).unref();
  }

  /** One write at a time. */
  #write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeSome());
    return this.#writing;
  }

  async #writeSome(): Promise<void> {
    await this.#lookThroughLists();
    const batch = new Map<string, SeenEvent>();
    for (const [key, seen] of this.#waiting) {
      if (batch.size === ROWS_PER_WRITE) break;
      batch.set(key, seen);
    }
    for (const key of batch.keys()) this.#waiting.delete(key);
    if (batch.size === 0) return;
    this.#leaving = batch;
    try {
      await this.deps.identities.remember([...batch.values()]);
      this.#hasFailed = false;
      for (const [key, { seenAt, kind }] of batch) this.#written.set(key, { at: seenAt, kind });
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#leaving = new Map();
    }
  }

  #failed(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.deps.log.warn({ err: error }, "which meetings the ids of events are of could not be stored");
  }
}

function keyOf({ mailboxId }: AliasPlace, graphId: string): string {
  return `${mailboxId} ${graphId}`;
}
