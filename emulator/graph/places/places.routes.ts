import type { RoomList, User } from "../../core/directory.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { DirectoryRoute, GraphCall } from "../graph-call.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, readJsonBody } from "../json-body.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { roomListType, roomType } from "./place.resource.js";

const READERS = ["Place.Read.All", "Place.ReadWrite.All"];
const WRITERS = ["Place.ReadWrite.All"];
const PAGE = { defaultTop: 100, maxTop: 1_000 };

type Kind = "text" | "number" | "flag" | "texts" | "object";
/** Members of a room that an administrator can change, with the kind of their values. */
const WRITABLE: Readonly<Record<string, Kind>> = {
  displayName: "text",
  nickname: "text",
  label: "text",
  capacity: "number",
  building: "text",
  floorNumber: "number",
  floorLabel: "text",
  phone: "text",
  bookingType: "text",
  isWheelChairAccessible: "flag",
  audioDeviceName: "text",
  videoDeviceName: "text",
  displayDeviceName: "text",
  tags: "texts",
  address: "object",
  geoCoordinates: "object",
};

const isKind: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isInteger(value),
  flag: (value) => typeof value === "boolean",
  texts: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  object: (value) => typeof value === "object" && !Array.isArray(value),
};

const roomsOf = ({ caller }: GraphCall) =>
  [...caller.tenant.users.values()].filter(({ mailbox }) => mailbox?.purpose === "room");
const listsOf = ({ caller }: GraphCall) => caller.tenant.roomLists ?? [];

function listRooms(call: GraphCall): HttpAnswer {
  return pageAnswer(call, roomType, roomsOf(call), "places/microsoft.graph.room", PAGE);
}

function listRoomLists(call: GraphCall): HttpAnswer {
  return pageAnswer(call, roomListType, listsOf(call), "places/microsoft.graph.roomList", PAGE);
}

/** Workspaces are a kind of place that the emulated organizations do not have. */
function listWorkspaces(call: GraphCall): HttpAnswer {
  return pageAnswer(call, roomType, [], "places/microsoft.graph.workspace", PAGE);
}

function listRoomsOfList(call: GraphCall): HttpAnswer {
  const list = named(listsOf(call), call);
  if (list === undefined) throw notFound(call);
  const addresses = new Set(list.rooms.map((address) => address.toLowerCase()));
  const rooms = roomsOf(call).filter(({ mail }) => addresses.has(mail?.toLowerCase() ?? ""));
  const path = `places('${list.id}')/microsoft.graph.roomList/rooms`;
  return pageAnswer(call, roomType, rooms, path, PAGE);
}

function getPlace(call: GraphCall): HttpAnswer {
  const room = roomOfPath(call);
  if (room !== undefined) return typed(entityAnswer(call, roomType, room, "places"), "room");
  const list = named(listsOf(call), call);
  if (list === undefined) throw notFound(call);
  return typed(entityAnswer(call, roomListType, list, "places"), "roomList");
}

function updatePlace(call: GraphCall): HttpAnswer {
  const room = roomOfPath(call);
  if (room?.mailbox === undefined) throw notFound(call);
  const { "@odata.type": type, ...members } = readJsonBody(call);
  if (typeof type !== "string" || !/^#?microsoft\.graph\.room$/i.test(type)) {
    throw badRequest("A change of a place needs its '@odata.type', here '#microsoft.graph.room'.");
  }
  for (const [member, value] of Object.entries(members)) {
    const kind = Object.hasOwn(WRITABLE, member) ? WRITABLE[member] : undefined;
    if (kind === undefined) throw bodyUnreadable(`'${member}' cannot be changed on type 'microsoft.graph.room'.`);
    if (value !== null && !isKind[kind](value)) throw bodyUnreadable(`The value of '${member}' has the wrong type.`);
  }
  room.mailbox.place = { ...room.mailbox.place, ...members };
  return typed(entityAnswer(call, roomType, room, "places"), "room");
}

function roomOfPath(call: GraphCall): User | undefined {
  const wanted = (call.params.place ?? "").toLowerCase();
  return roomsOf(call).find(({ id, mail }) => id === wanted || mail?.toLowerCase() === wanted);
}

function named(lists: readonly RoomList[], call: GraphCall): RoomList | undefined {
  const wanted = (call.params.place ?? "").toLowerCase();
  return lists.find(({ id, emailAddress }) => id.toLowerCase() === wanted || emailAddress.toLowerCase() === wanted);
}

function typed(answer: HttpAnswer, type: string): HttpAnswer {
  const { "@odata.context": context, ...members } = answer.json as Record<string, unknown>;
  return { ...answer, json: { "@odata.context": context, "@odata.type": `#microsoft.graph.${type}`, ...members } };
}

function notFound(call: GraphCall): GraphFailure {
  return new GraphFailure(404, "ResourceNotFound", `There is no place '${call.params.place ?? ""}'.`);
}

const get = (path: string, handle: DirectoryRoute["handle"]): DirectoryRoute => ({
  kind: "directory",
  method: "GET",
  path: `/places/${path}`,
  anyOf: READERS,
  handle,
});

export const placeRoutes: readonly DirectoryRoute[] = [
  get("microsoft.graph.room", listRooms),
  get("microsoft.graph.roomlist", listRoomLists),
  get("microsoft.graph.workspace", listWorkspaces),
  get("{place}/microsoft.graph.roomlist/rooms", listRoomsOfList),
  get("{place}", getPlace),
  { kind: "directory", method: "PATCH", path: "/places/{place}", anyOf: WRITERS, handle: updatePlace },
];
