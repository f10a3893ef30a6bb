import type { RoomList, User } from "../../core/directory.model.js";
import { badRequest } from "../graph-failure.js";
import { collection, complex, type EntityType, type Member, primitive } from "../odata/entity-type.js";

const unknownMember = (type: string) => (name: string) =>
  badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`);

const placeOf = (room: User) => room.mailbox?.place ?? {};
const fact = (name: string, otherwise: unknown = null): Member<User> =>
  primitive((room) => placeOf(room)[name] ?? otherwise);
const part = (name: string): Member<User> => complex((room) => placeOf(room)[name] ?? null);

/** A room: its mailbox tells the name and the address, the directory of places the rest. */
export const roomType: EntityType<User> = {
  members: {
    id: primitive((room) => room.id),
    placeId: primitive((room) => room.id),
    displayName: primitive((room) => placeOf(room).displayName ?? room.displayName),
    emailAddress: primitive((room) => room.mail),
    nickname: fact("nickname"),
    label: fact("label"),
    capacity: fact("capacity"),
    building: fact("building"),
    floorNumber: fact("floorNumber"),
    floorLabel: fact("floorLabel"),
    phone: fact("phone", ""),
    parentId: fact("parentId"),
    bookingType: fact("bookingType", "standard"),
    isWheelChairAccessible: fact("isWheelChairAccessible", false),
    audioDeviceName: fact("audioDeviceName"),
    videoDeviceName: fact("videoDeviceName"),
    displayDeviceName: fact("displayDeviceName"),
    teamsEnabledState: fact("teamsEnabledState", "unknown"),
    tags: collection((room) => placeOf(room).tags ?? []),
    address: part("address"),
    geoCoordinates: part("geoCoordinates"),
  },
  always: ["id"],
  unknownMember: unknownMember("room"),
};

export const roomListType: EntityType<RoomList> = {
  members: {
    id: primitive(({ id }) => id),
    placeId: primitive(({ id }) => id),
    displayName: primitive(({ displayName }) => displayName),
    emailAddress: primitive(({ emailAddress }) => emailAddress),
    phone: primitive(() => ""),
    address: complex(() => null),
    geoCoordinates: complex(() => null),
  },
  always: ["id"],
  unknownMember: unknownMember("roomList"),
};
