import { findIana, findWindows, IANA_ALIAS_MAP, WINDOWS_TO_IANA_MAP } from "windows-iana";
import { fixedZone } from "./fixed-zone.js";

/**
 * Where an IANA zone came from: the name itself, a Windows name, an offset that the name says (`OFFSET`), or the fallback
 * `UTC` for the custom zones of old clients (`CUSTOM`) and for names that nobody knows (`UNKNOWN`).
 */
export type TimeZoneSource = "IANA" | "WINDOWS" | "OFFSET" | "CUSTOM" | "UNKNOWN";

export interface IanaZone {
  /** A name that `Intl` takes. */
  readonly zone: string;
  readonly source: TimeZoneSource;
}

/** Zones that Exchange makes up for rules of a client's own, for example `tzone://Microsoft/Custom`. They are never sent back. */
const MADE_UP_ZONE = /^(tzone:\/\/microsoft\/|customized time zone$)/i;

/** Windows names as Graph writes them, by their lower-case form. */
const WINDOWS_NAMES = new Map(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]));

/** IANA names in their usual spelling, by their lower-case form: `Intl` takes any case, other software does not. */
const IANA_NAMES = new Map(
  [...Intl.supportedValuesOf("timeZone"), ...IANA_ALIAS_MAP.flatMap(({ alias }): readonly string[] => alias)].map(
    (name) => [name.toLowerCase(), name],
  ),
);

/** What was looked up: an answer of Graph names the same few zones thousands of times. */
const zones = new Map<string, IanaZone>();
const MOST_ZONES = 1_000;

/** True for an IANA or Windows name in any case; false for offsets such as `+02:00` and for made-up zones. */
export function isKnownTimeZone(name: string): boolean {
  return ianaName(name) !== undefined || WINDOWS_NAMES.has(name.toLowerCase());
}

/**
 * The IANA zone of any name that Graph may show. A Windows name gives its main zone; `tzone://Microsoft/Utc` is UTC; a
 * name that says an offset (`GMT+6:30`) gives the zone that always has it; a custom or unknown zone falls back to `UTC`,
 * and `source` says so.
 */
export function toIanaZone(name: string): IanaZone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  // Made-up names come without end; looking one up again is only slower.
  if (zones.size >= MOST_ZONES) zones.clear();
  const zone = lookUpZone(name);
  zones.set(name, zone);
  return zone;
}

function lookUpZone(name: string): IanaZone {
  const iana = ianaName(name);
  if (iana !== undefined) return { zone: iana, source: "IANA" };
  const windows = WINDOWS_NAMES.get(name.toLowerCase());
  const [zone] = windows === undefined ? [] : findIana(windows);
  if (zone !== undefined) return { zone, source: "WINDOWS" };
  if (/^tzone:\/\/microsoft\/utc$/i.test(name)) return { zone: "UTC", source: "WINDOWS" };
  const fixed = fixedZone(name);
  if (fixed !== undefined) return { zone: fixed, source: "OFFSET" };
  return { zone: "UTC", source: MADE_UP_ZONE.test(name) ? "CUSTOM" : "UNKNOWN" };
}

/** The Windows name of an IANA or Windows zone; undefined when Windows has none for it. */
export function toWindowsZone(name: string): string | undefined {
  const windows = WINDOWS_NAMES.get(name.toLowerCase());
  if (windows !== undefined) return windows;
  const iana = ianaName(name);
  if (iana === undefined) return undefined;
  // The table knows zones by their older names, which are those that Intl settles on.
  const settled = new Intl.DateTimeFormat("en-US", { timeZone: iana }).resolvedOptions().timeZone;
  return [...findWindows(iana), ...findWindows(settled)][0];
}

function ianaName(name: string): string | undefined {
  const known = IANA_NAMES.get(name.toLowerCase());
  if (known !== undefined) return known;
  // Newer Node versions take offsets for zones; they are no names.
  if (!/^[a-z][\w+-]*(\/[\w+-]+)*$/i.test(name)) return undefined;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}
