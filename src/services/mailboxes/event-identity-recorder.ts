import type { GraphEvent } from "../../graph/index.js";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { AliasPlace } from "../../store/event-alias.repository.js";
import type { EventIdentityRepository, KnownEvent, SeenEvent } from "../../store/event-identity.repository.js";
import { BoundedMap } from "./bounded-map.js";
import { seenEvent } from "./seen-event.js";

/** A transaction costs a disk flush: one a second at most, and no longer than other writes wait gladly. */
const WRITE_EVERY_MS = 1_000;
const ROWS_PER_WRITE = 500;
/** Events that wait to be written, at half a kilobyte each; what comes beyond is not remembered. */
const MOST_WAITING = 20_000;
/** Ids that are known to be written, so that reading an event again writes nothing. */
const MOST_WRITTEN = 50_000;
/** When an id was last seen is exact to this. */
const SEEN_AGAIN_MS = 24 * 3_600_000;
/** How long an id that was removed is not remembered again: answers from before the removal may still be on their way. */
const REMOVED_MS = 10 * 60_000;
const MOST_REMOVED = 10_000;

export interface EventIdentityRecorderDeps {
  readonly identities: Pick<EventIdentityRepository, "find" | "remember" | "forget">;
  readonly clock: Clock;
  readonly log: Logger;
}

interface Written {
  readonly at: number;
  readonly kind: SeenEvent["kind"];
}

/**
 * Remembers which meetings ids are of, in the background: no answer waits for it, and a write that fails loses nothing but
 * the memory of some ids. Reading the same event again writes nothing for a day.
 */
export class EventIdentityRecorder {
  /** By mailbox and id; not written yet. */
  readonly #waiting = new Map<string, SeenEvent>();
  /** Lists as they were told: they are looked through when it is written, not while they are answered. */
  #lists: { readonly place: AliasPlace; readonly events: readonly GraphEvent[] }[] = [];
  #listed = 0;
  readonly #written = new BoundedMap<Written>(MOST_WRITTEN);
  /** Until when, in milliseconds since the Unix epoch. */
  readonly #removed = new BoundedMap<number>(MOST_REMOVED);
  #leaving: ReadonlyMap<string, SeenEvent> = new Map();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #hasFailed = false;
  #isClosed = false;

  constructor(private readonly deps: EventIdentityRecorderDeps) {}

  seen(place: AliasPlace, events: readonly GraphEvent[]): void {
    if (this.#isClosed || this.#waiting.size + this.#listed + events.length > MOST_WAITING) return;
    const [event] = events;
    if (events.length === 1 && event) this.#note(place, event);
    else {
      this.#lists.push({ place, events });
      this.#listed += events.length;
    }
    if (this.#waiting.size + this.#listed > 0) this.#plan();
  }

  /** Which event that id was seen to be, written or not; null where it was not, or was removed since. */
  async find(place: AliasPlace, graphId: string): Promise<KnownEvent | null> {
    if (this.#isRemoved(place, graphId)) return null;
    this.#takeLists();
    const key = keyOf(place, graphId);
    const unwritten = this.#waiting.get(key) ?? this.#leaving.get(key);
    const known = unwritten ?? (await this.deps.identities.find(place, graphId));
    return known?.slot && this.#isRemoved(place, known.slot.masterGraphId) ? null : known;
  }

  /** That event is about to be removed: it is forgotten before it is, and with a master its occurrences. Never rejects. */
  async forget(place: AliasPlace, graphId: string): Promise<void> {
    const key = keyOf(place, graphId);
    this.#removed.set(key, this.deps.clock.now() + REMOVED_MS);
    this.#takeLists();
    for (const [other, seen] of this.#waiting) if (this.#isGone(seen)) this.#waiting.delete(other);
    await this.#writing;
    this.#written.delete(key);
    try {
      await this.deps.identities.forget(place, graphId);
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
    const seen = seenEvent(place, event, now);
    if (seen === undefined) return;
    const key = keyOf(place, seen.graphId);
    const earlier = this.#waiting.get(key) ?? this.#leaving.get(key);
    if (seen.kind === "LISTED" && earlier !== undefined) return;
    const written = this.#written.get(key);
    const tellsMore = written?.kind === "LISTED" && seen.kind !== "LISTED";
    if (written !== undefined && !tellsMore && now - written.at < SEEN_AGAIN_MS) return;
    if (!this.#isGone(seen)) this.#waiting.set(key, seen);
  }

  #takeLists(): void {
    const lists = this.#lists;
    [this.#lists, this.#listed] = [[], 0];
    for (const { place, events } of lists) for (const event of events) this.#note(place, event);
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
    this.#takeLists();
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

  #isGone({ place, graphId, slot }: SeenEvent): boolean {
    return this.#isRemoved(place, graphId) || (slot !== null && this.#isRemoved(place, slot.masterGraphId));
  }

  #isRemoved(place: AliasPlace, graphId: string): boolean {
    return (this.#removed.get(keyOf(place, graphId)) ?? 0) > this.deps.clock.now();
  }
}

function keyOf({ mailboxId }: AliasPlace, graphId: string): string {
  return `${mailboxId} ${graphId}`;
}
