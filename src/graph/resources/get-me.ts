import type { User } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { selectOf } from "./calendar-path.js";

/** The person whose token it is. Application tokens have none and are refused. */
export async function getMe(
  client: GraphClient,
  connection: GraphConnection,
  { select }: { readonly select: readonly string[] },
  call: Call,
): Promise<User> {
  const path = withQuery("/me", { $select: selectOf(select) });
  const { body } = await client.send<User>(connection, { method: "GET", path, mailbox: null }, call);
  return body;
}
