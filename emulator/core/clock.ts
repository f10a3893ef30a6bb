/** The emulator's only source of time: real time plus an offset, so that it flows and can be moved. */
export interface EmulatorClock {
  /** Milliseconds since the Unix epoch, as the emulated tenant sees it. */
  now(): number;
  /** How far emulated time is ahead of real time, in milliseconds; negative when behind. */
  offsetMs(): number;
  /** Moves time by that many milliseconds; a negative number moves it back. */
  advance(ms: number): void;
  /** Makes "now" this instant; time flows on from there. */
  set(instant: number | string | Date): void;
  /** Back to real time. */
  reset(): void;
  /** Calls `listener` after time was moved, not while it flows; returns what stops it. */
  onMove(listener: () => void): () => void;
}

/** A clock over `source`; tests may pass a source that stands still. Throws `RangeError` on an unreadable instant. */
export function createClock(source: () => number = Date.now): EmulatorClock {
  let offset = 0;
  const listeners = new Set<() => void>();
  const moveTo = (next: number) => {
    offset = next;
    for (const listener of listeners) listener();
  };
  return {
    now: () => source() + offset,
    offsetMs: () => offset,
    advance(ms) {
      if (!Number.isFinite(ms)) throw new RangeError("The clock can only be moved by a finite number of milliseconds.");
      moveTo(offset + ms);
    },
    set(instant) {
      const at = new Date(instant).getTime();
      if (Number.isNaN(at)) throw new RangeError(`"${String(instant)}" is not an instant; use ISO 8601.`);
      moveTo(at - source());
    },
    reset() {
      moveTo(0);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
