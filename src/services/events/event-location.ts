import type { GraphEvent } from "../../graph/index.js";
import type { EventLocation, GeoCoordinates, LocationType, PhysicalAddress } from "./event.model.js";
import { member, membersOf, word } from "./graph-words.js";

type GraphLocation = NonNullable<GraphEvent["location"]>;

/** A place as callers give it. */
export interface LocationDraft {
  readonly displayName: string;
  readonly emailAddress?: string | null | undefined;
  readonly uri?: string | null | undefined;
  readonly type?: LocationType | null | undefined;
  readonly address?: { readonly [Member in keyof PhysicalAddress]?: string | null | undefined } | null | undefined;
  readonly coordinates?:
    | (Pick<GeoCoordinates, "latitude" | "longitude"> & {
        readonly [Member in keyof GeoCoordinates]?: number | null | undefined;
      })
    | null
    | undefined;
}

const LOCATION_TYPE = {
  DEFAULT: "default",
  CONFERENCE_ROOM: "conferenceRoom",
  HOME_ADDRESS: "homeAddress",
  BUSINESS_ADDRESS: "businessAddress",
  GEO_COORDINATES: "geoCoordinates",
  STREET_ADDRESS: "streetAddress",
  HOTEL: "hotel",
  RESTAURANT: "restaurant",
  LOCAL_BUSINESS: "localBusiness",
  POSTAL_ADDRESS: "postalAddress",
} as const;
const LOCATION_TYPES = membersOf<Exclude<LocationType, "UNKNOWN">>(LOCATION_TYPE);

/** Null for the empty place that Graph answers for events without one. */
export function toLocation(location: GraphLocation | null): EventLocation | null {
  if (!location) return null;
  const { displayName, locationEmailAddress, locationUri, locationType, uniqueId } = location;
  const address = toAddress(location.address);
  const coordinates = toCoordinates(location.coordinates);
  if (!displayName && !locationEmailAddress && !locationUri && address === null && coordinates === null) return null;
  return {
    displayName: displayName || null,
    emailAddress: locationEmailAddress || null,
    uri: locationUri || null,
    type: member(LOCATION_TYPES, locationType ?? "default"),
    address,
    coordinates,
    uniqueId: uniqueId || null,
  };
}

export function toLocations(locations: readonly GraphLocation[] | null): readonly EventLocation[] {
  return (locations ?? []).flatMap((location) => toLocation(location) ?? []);
}

/** @throws AppError INVALID_INPUT for a type that can only be read. */
export function toGraphLocation(draft: LocationDraft, ...path: string[]): GraphLocation {
  const { displayName, emailAddress, uri, type, address, coordinates } = draft;
  return {
    displayName,
    ...(emailAddress && { locationEmailAddress: emailAddress }),
    ...(uri && { locationUri: uri }),
    ...(type && { locationType: word(LOCATION_TYPE, type, ...path, "type") }),
    ...(address && { address: given<string>(address) }),
    ...(coordinates && { coordinates: given<number>(coordinates) }),
  };
}

function toAddress(address: GraphLocation["address"]): PhysicalAddress | null {
  if (!address) return null;
  const { street, city, state, postalCode, countryOrRegion } = address;
  if (!street && !city && !state && !postalCode && !countryOrRegion) return null;
  return {
    street: street || null,
    city: city || null,
    state: state || null,
    postalCode: postalCode || null,
    countryOrRegion: countryOrRegion || null,
  };
}

/** Graph writes numbers that JSON has no form for as texts: `"NaN"` where Outlook knows no coordinates. */
function toCoordinates(coordinates: GraphLocation["coordinates"]): GeoCoordinates | null {
  const { latitude, longitude, altitude, accuracy, altitudeAccuracy } = coordinates ?? {};
  if (!isNumber(latitude) || !isNumber(longitude)) return null;
  return {
    latitude,
    longitude,
    altitude: isNumber(altitude) ? altitude : null,
    accuracy: isNumber(accuracy) ? accuracy : null,
    altitudeAccuracy: isNumber(altitudeAccuracy) ? altitudeAccuracy : null,
  };
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** The members that were given; null and undefined are left out. */
function given<Value>(members: Readonly<Record<string, Value | null | undefined>>): Record<string, Value> {
  const pairs = Object.entries(members).filter((pair): pair is [string, Value] => (pair[1] ?? null) !== null);
  return Object.fromEntries(pairs);
}
