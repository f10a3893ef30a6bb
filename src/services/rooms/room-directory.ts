import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import { type GraphClient, GraphError, listRoomLists, listRooms, type ReadList } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Database } from "../../store/database.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import { notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import { placeOrder } from "./place-order.js";
import type { Room, RoomList } from "./room.model.js";
import { toRoom, toRoomList } from "./room-mapper.js";

/** Rooms or lists of one tenant that are read at most: 20 requests. */
const MOST_PLACES = 2_000;

/** The directory of places of a connection's tenant, read whole: Microsoft's own finders stop at 100 rooms. */
export class RoomDirectory {
  constructor(
    private readonly deps: { readonly db: Database; readonly graph: GraphClient; readonly access: ConnectionAccess },
  ) {}

  /** Rooms by name; with `roomList` those of one list. @throws AppError CONSENT_MISSING, NOT_FOUND and others. */
  async rooms(viewer: Viewer, connectionId: string, roomList: string | null, call: Call): Promise<readonly Room[]> {
    const connection = await this.#open(viewer, connectionId);
    const input = { maxItems: MOST_PLACES, ...(roomList !== null && { roomListAddress: roomList }) };
    const rooms = await read(() => listRooms(this.deps.graph, connection, input, call));
    return rooms.map((room) => toRoom(connectionId, room)).sort(byName);
  }

  async roomLists(viewer: Viewer, connectionId: string, call: Call): Promise<readonly RoomList[]> {
    const connection = await this.#open(viewer, connectionId);
    const lists = await read(() => listRoomLists(this.deps.graph, connection, MOST_PLACES, call));
    return lists.map((list) => toRoomList(connectionId, list)).sort(byName);
  }

  async #open(viewer: Viewer, connectionId: string) {
    const row: ConnectionRow | undefined = (
      await this.deps.db.connections.byIds([connectionId], viewer.organizationId)
    ).get(connectionId);
    if (row === undefined) throw notFound("connection");
    assertCan(viewer, "event:read", row.organizationId);
    return this.deps.access.open(row);
  }
}

/** A refusal here says nothing of the connection's calendars, so its health is not told of it. */
async function read<T>(work: () => Promise<ReadList<T>>): Promise<readonly T[]> {
  try {
    const { items, isCut } = await work();
    if (isCut) {
      throw new AppError(
        "LIMIT_EXCEEDED",
        `The tenant has more than ${MOST_PLACES} rooms. Ask for those of a room list.`,
        {
          limit: { name: "rooms", max: MOST_PLACES, actual: MOST_PLACES + 1 },
        },
      );
    }
    return items;
  } catch (error) {
    if (error instanceof GraphError && error.status === 403) throw withoutConsent(error);
    if (error instanceof GraphError && error.status === 404) throw notFound("room list", ["roomList"]);
    throw fromUpstream(error);
  }
}

function withoutConsent({ code, status, requestId }: GraphError): AppError {
  return new AppError(
    "CONSENT_MISSING",
    "The application may not read rooms: the permission Place.Read.All lacks an administrator's consent.",
    { upstream: { code, status, ...(requestId !== "" && { requestId }) } },
  );
}

function byName(a: Room | RoomList, b: Room | RoomList): number {
  const [left, right] = [placeOrder(a), placeOrder(b)];
  return left < right ? -1 : Number(left > right);
}
