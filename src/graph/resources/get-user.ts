import type { User } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { selectOf, userPath } from "./calendar-path.js";

export interface GetUserInput {
  /** Graph user id or user principal name. */
  readonly user: string;
  readonly select: readonly string[];
}

/** A user of the directory. It spends no mailbox's budget, and says nothing about whether a mailbox exists. */
export async function getUser(
  client: GraphClient,
  connection: GraphConnection,
  { user, select }: GetUserInput,
  call: Call,
): Promise<User> {
  const path = withQuery(userPath(user), { $select: selectOf(select) });
  const { body } = await client.send<User>(connection, { method: "GET", path, mailbox: null }, call);
  return body;
}
