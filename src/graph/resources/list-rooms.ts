import type { Room } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { selectOf } from "./calendar-path.js";

const PAGE_SIZE = 100;

/** The rooms of the tenant. */
export function listRooms(
  client: GraphClient,
  connection: GraphConnection,
  { select, maxItems }: { readonly select: readonly string[]; readonly maxItems: number },
  call: Call,
): Promise<ReadList<Room>> {
  const path = withQuery("/places/microsoft.graph.room", { $select: selectOf(select), $top: PAGE_SIZE });
  return readAll<Room>(client, connection, { method: "GET", path, mailbox: null }, call, { maxItems });
}
