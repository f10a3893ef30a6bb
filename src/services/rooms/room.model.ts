/** What may be done to book a room. */
export type RoomBookingType = "STANDARD" | "RESERVED" | "UNKNOWN";

/** Whether a room is free in the time that was asked about. */
export type RoomAvailability = "FREE" | "TENTATIVE" | "BUSY" | "UNKNOWN";

export interface PostalAddress {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly countryOrRegion: string | null;
  readonly postalCode: string | null;
}

export interface Coordinates {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A room of a tenant's directory of places. Members are null where Microsoft tells nothing. */
export interface Room {
  readonly connectionId: string;
  readonly placeId: string;
  /** SMTP address in lower case; null for a room that cannot be booked by mail. */
  readonly address: string | null;
  readonly displayName: string | null;
  readonly nickname: string | null;
  readonly label: string | null;
  readonly capacity: number | null;
  readonly building: string | null;
  readonly floorNumber: number | null;
  readonly floorLabel: string | null;
  readonly phone: string | null;
  readonly bookingType: RoomBookingType;
  readonly isWheelChairAccessible: boolean | null;
  readonly audioDeviceName: string | null;
  readonly videoDeviceName: string | null;
  readonly displayDeviceName: string | null;
  readonly tags: readonly string[];
  readonly postalAddress: PostalAddress | null;
  readonly coordinates: Coordinates | null;
}

/** A list of rooms, mostly those of a building. */
export interface RoomList {
  readonly connectionId: string;
  readonly placeId: string;
  readonly address: string | null;
  readonly displayName: string | null;
  readonly phone: string | null;
  readonly postalAddress: PostalAddress | null;
}
