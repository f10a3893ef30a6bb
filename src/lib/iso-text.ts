const MINUTE_MS = 60_000;

/** Texts of whole minutes, made when they are first needed: the times of events repeat all the time. */
const instants = new Map<number, string>();
/** Some two megabytes of them. */
const MOST_INSTANTS = 20_000;

/** `Date.prototype.toISOString`, many times as fast for whole minutes. Throws a `RangeError` for an invalid date. */
export function isoText(date: Date): string {
  const time = date.getTime();
  const known = instants.get(time);
  if (known !== undefined) return known;
  const text = date.toISOString();
  if (time % MINUTE_MS !== 0) return text;
  // They come without end; making one again is only slower.
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(time, text);
  return text;
}
