import { toIanaZone } from "../../graph/index.js";
import type { TimeZoneSource } from "./event.model.js";

/** A zone that `Intl` takes, and how it was found. */
export interface BoundZone {
  readonly timeZone: string;
  readonly timeZoneSource: TimeZoneSource;
}

/** What stands in where an event names no zone that is understood. Who knows the mailbox's own zone gives that instead. */
export const FALLBACK_ZONE: BoundZone = { timeZone: "UTC", timeZoneSource: "FALLBACK_UTC" };

type ZoneName = string | null | undefined;

/** What was found for the names of bounds that say enough; a calendar's events have the same few. */
const found = new Map<string, BoundZone>();
const MOST_NAMES = 1_000;

/**
 * The zone of one bound of an event. It is, the first that there is: the zone that the bound names (IANA or Windows); the
 * zone of the offset that its name says, such as `GMT+6:30`; the zone that the event's other bound names; the fallback.
 * Old clients wrote zones of their own making, of which Microsoft tells no more than `tzone://Microsoft/Custom`.
 */
export function zoneOfBound(own: ZoneName, other: ZoneName, fallback: BoundZone = FALLBACK_ZONE): BoundZone {
  const known = found.get(own ?? "");
  if (known !== undefined) return known;
  const zone = zoneByName(own ?? "");
  if (zone === undefined) {
    const { timeZone, timeZoneSource } = zoneByName(other ?? "") ?? FALLBACK_ZONE;
    return timeZoneSource === "EVENT" ? { timeZone, timeZoneSource: "OTHER_BOUND" } : fallback;
  }
  if (found.size >= MOST_NAMES) found.clear();
  found.set(own ?? "", zone);
  return zone;
}

function zoneByName(name: string): BoundZone | undefined {
  const { zone, source } = toIanaZone(name);
  if (source === "IANA" || source === "WINDOWS") return { timeZone: zone, timeZoneSource: "EVENT" };
  return source === "OFFSET" ? { timeZone: zone, timeZoneSource: "EVENT_OFFSET" } : undefined;
}
