import type { Room, RoomList } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment, withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";

/** Also Graph's own default; larger pages are not documented. */
const PAGE_SIZE = 100;

/** Members that newer schemas have and the package of types lacks. */
export type GraphRoom = Room & { readonly placeId?: string | null; readonly teamsEnabledState?: string | null };
export type GraphRoomList = RoomList & { readonly placeId?: string | null };

export interface ListRoomsInput {
  /** Only rooms of the list with this address. */
  readonly roomListAddress?: string | undefined;
  /** Rooms to return at most. */
  readonly maxItems: number;
}

/**
 * The rooms of a tenant, page by page: one answer holds at most 100. Needs Place.Read.All.
 * https://learn.microsoft.com/graph/api/place-list
 */
export function listRooms(
  client: GraphClient,
  connection: GraphConnection,
  { roomListAddress, maxItems }: ListRoomsInput,
  call: Call,
): Promise<ReadList<GraphRoom>> {
  const place =
    roomListAddress === undefined
      ? "/places/microsoft.graph.room"
      : `/places/${pathSegment(roomListAddress)}/microsoft.graph.roomlist/rooms`;
  return listPlaces(client, connection, place, maxItems, call);
}

/** The room lists of a tenant, such as those of its buildings. Needs Place.Read.All. */
export function listRoomLists(
  client: GraphClient,
  connection: GraphConnection,
  maxItems: number,
  call: Call,
): Promise<ReadList<GraphRoomList>> {
  return listPlaces(client, connection, "/places/microsoft.graph.roomlist", maxItems, call);
}

function listPlaces<T extends { id?: string }>(
  client: GraphClient,
  connection: GraphConnection,
  place: string,
  maxItems: number,
  call: Call,
): Promise<ReadList<T>> {
  const path = withQuery(place, { $top: PAGE_SIZE });
  return readAll<T>(client, connection, { method: "GET", path, mailbox: null }, call, { maxItems });
}
