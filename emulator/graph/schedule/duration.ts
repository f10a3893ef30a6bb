const DURATION = /^(-)?P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,12})?)S)?)?$/;

/** An `Edm.Duration` (days to seconds of ISO 8601) in milliseconds; undefined for text that is none. */
export function readDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || /[PT]$/.test(text)) return undefined;
  const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return total * (sign === undefined ? 1_000 : -1_000);
}
