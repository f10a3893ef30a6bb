import { findZone, type Zone } from "../../core/time-zones.js";
import { GraphFailure } from "../graph-failure.js";

/** What the caller asked for in `Prefer`. */
export interface Preferences {
  /** The zone to show times in; undefined is UTC. */
  readonly zone: Zone | undefined;
  readonly bodyType: "text" | "html" | undefined;
  readonly immutableIds: boolean;
  readonly maxPageSize: number | undefined;
  /** The values for `Preference-Applied`. */
  readonly applied: readonly string[];
}

const PREFERENCE = /([A-Za-z][\w.-]*)\s*=\s*(?:"([^"]*)"|([^,;\s]+))/g;

/** Reads the header, which may hold several preferences. Throws 400 `TimeZoneNotSupportedException` for a bad zone. */
export function readPreferences(header: string | undefined): Preferences {
  let zone: Zone | undefined;
  let bodyType: "text" | "html" | undefined;
  let immutableIds = false;
  let maxPageSize: number | undefined;
  const applied: string[] = [];
  for (const [, rawName = "", quoted, bare] of (header ?? "").matchAll(PREFERENCE)) {
    const value = quoted ?? bare ?? "";
    switch (rawName.toLowerCase()) {
      case "outlook.timezone":
        zone = findZone(value);
        if (zone === undefined) throw unknownZone(value);
        applied.push(`outlook.timezone="${value}"`);
        break;
      case "outlook.body-content-type": {
        const wanted = value.toLowerCase();
        if (wanted !== "text" && wanted !== "html") break;
        bodyType = wanted;
        applied.push(`outlook.body-content-type="${wanted}"`);
        break;
      }
      case "idtype":
        if (value.toLowerCase() !== "immutableid") break;
        immutableIds = true;
        applied.push('IdType="ImmutableId"');
        break;
      case "odata.maxpagesize":
        if (!/^[1-9]\d{0,5}$/.test(value)) break;
        maxPageSize = Number(value);
        break;
    }
  }
  return { zone, bodyType, immutableIds, maxPageSize, applied };
}

export function unknownZone(name: string): GraphFailure {
  return new GraphFailure(
    400,
    "TimeZoneNotSupportedException",
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}
