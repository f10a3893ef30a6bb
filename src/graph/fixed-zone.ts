/** A name that begins with an offset from UTC: `GMT+6:30`, `UTC-05:00`, `+02:00`, `(UTC+05:45) Kathmandu`. */
const OFFSET_NAME = /^\(?(?:gmt|utc)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?\)?(?:\s.*)?$/i;

/** Zones whose clocks never change today and stand at these minutes from UTC; IANA's own fixed zones have whole hours only. */
const BROKEN_HOURS: Readonly<Record<number, string>> = {
  [-570]: "Pacific/Marquesas",
  210: "Asia/Tehran",
  270: "Asia/Kabul",
  330: "Asia/Kolkata",
  345: "Asia/Kathmandu",
  390: "Asia/Yangon",
  525: "Australia/Eucla",
  570: "Australia/Darwin",
};

/** The zone of a name that says nothing but an offset, ahead of UTC being `+`; undefined for other names and where no zone has it. */
export function fixedZone(name: string): string | undefined {
  const [, sign, hours, minutes = "0"] = OFFSET_NAME.exec(name) ?? [];
  if (sign === undefined || hours === undefined) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (offset === 0) return "UTC";
  if (offset % 60 !== 0) return BROKEN_HOURS[offset];
  if (offset < -12 * 60 || offset > 14 * 60) return undefined;
  // The signs of these names are the other way round: https://data.iana.org/time-zones/tzdb/etcetera
  return `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset) / 60}`;
}
