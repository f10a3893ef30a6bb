import type { GraphRoom, GraphRoomList } from "../../graph/index.js";
import type { PostalAddress, Room, RoomBookingType, RoomList } from "./room.model.js";

const BOOKING_TYPES: Readonly<Record<string, RoomBookingType>> = { standard: "STANDARD", reserved: "RESERVED" };

export function toRoom(connectionId: string, room: GraphRoom): Room {
  return {
    connectionId,
    placeId: room.placeId ?? room.id ?? "",
    address: room.emailAddress?.toLowerCase() || null,
    displayName: room.displayName || null,
    nickname: room.nickname || null,
    label: room.label || null,
    capacity: room.capacity ?? null,
    building: room.building || null,
    floorNumber: room.floorNumber ?? null,
    floorLabel: room.floorLabel || null,
    phone: room.phone || null,
    bookingType: BOOKING_TYPES[room.bookingType ?? ""] ?? "UNKNOWN",
    isWheelChairAccessible: room.isWheelChairAccessible ?? null,
    audioDeviceName: room.audioDeviceName || null,
    videoDeviceName: room.videoDeviceName || null,
    displayDeviceName: room.displayDeviceName || null,
    tags: room.tags ?? [],
    postalAddress: toPostalAddress(room.address),
    coordinates: room.geoCoordinates
      ? { latitude: room.geoCoordinates.latitude ?? null, longitude: room.geoCoordinates.longitude ?? null }
      : null,
  };
}

export function toRoomList(connectionId: string, list: GraphRoomList): RoomList {
  return {
    connectionId,
    placeId: list.placeId ?? list.id ?? "",
    address: list.emailAddress?.toLowerCase() || null,
    displayName: list.displayName || null,
    phone: list.phone || null,
    postalAddress: toPostalAddress(list.address),
  };
}

function toPostalAddress(address: GraphRoom["address"]): PostalAddress | null {
  if (!address) return null;
  return {
    street: address.street || null,
    city: address.city || null,
    state: address.state || null,
    countryOrRegion: address.countryOrRegion || null,
    postalCode: address.postalCode || null,
  };
}
