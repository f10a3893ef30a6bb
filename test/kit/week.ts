const DAY_MS = 86_400_000;

/** A window of seven days around a moment, as the API takes it. */
export function weekAround(now: number): { start: string; end: string } {
  return { start: new Date(now - 3 * DAY_MS).toISOString(), end: new Date(now + 4 * DAY_MS).toISOString() };
}
