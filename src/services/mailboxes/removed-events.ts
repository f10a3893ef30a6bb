import { readOccurrenceUid } from "../../graph/index.js";
import type { Clock } from "../../lib/clock.js";
import type { AliasPlace } from "../../store/event-alias.repository.js";
import type { KnownEvent, SeenEvent } from "../../store/event-identity.repository.js";
import { BoundedMap } from "./bounded-map.js";

/** How long what was removed is not remembered again: answers from before the removal may still be on their way. */
const REMOVED_MS = 10 * 60_000;
const MOST_REMOVED = 10_000;
/** Stands for any series, where it cannot be found out which one is removed; no `iCalUId` is like it. */
export const ANY_SERIES = "*";

/** What was taken out of mailboxes a short while ago, and must not be followed or remembered. */
export class RemovedEvents {
  /** Until when, in milliseconds since the Unix epoch. */
  readonly #ids = new BoundedMap<number>(MOST_REMOVED);
  readonly #series = new BoundedMap<number>(MOST_REMOVED);

  constructor(private readonly clock: Pick<Clock, "now">) {}

  add({ mailboxId }: AliasPlace, graphId: string): void {
    this.#ids.set(`${mailboxId} ${graphId}`, this.clock.now() + REMOVED_MS);
  }

  /** What was removed may have been a series with this `iCalUId`. */
  addSeries({ mailboxId }: AliasPlace, iCalUId: string): void {
    this.#series.set(`${mailboxId} ${iCalUId}`, this.clock.now() + REMOVED_MS);
  }

  has({ mailboxId }: AliasPlace, graphId: string): boolean {
    return this.#ids.size > 0 && this.#isRecent(this.#ids.get(`${mailboxId} ${graphId}`));
  }

  /** Whether an event is of a series that was removed, under whichever id; or may be, where nobody knows of which it is. */
  hasSeriesOf(place: AliasPlace, { slot, iCalUId }: KnownEvent): boolean {
    if (slot !== null && this.has(place, slot.masterGraphId)) return true;
    // Thousands of events are asked about at a time, and hardly ever was a series removed.
    if (this.#series.size === 0) return false;
    const seriesUid = readOccurrenceUid(iCalUId)?.seriesUid;
    if (seriesUid === undefined) return false;
    const wanted = slot === null ? [seriesUid, ANY_SERIES] : [seriesUid];
    return wanted.some((uid) => this.#isRecent(this.#series.get(`${place.mailboxId} ${uid}`)));
  }

  holds(seen: SeenEvent): boolean {
    return this.has(seen.place, seen.graphId) || this.hasSeriesOf(seen.place, seen);
  }

  #isRecent(until: number | undefined): boolean {
    return (until ?? 0) > this.clock.now();
  }
}
