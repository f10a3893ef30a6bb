import type { Group, User } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment, withQuery } from "../graph-url.js";
import { selectOf } from "./calendar-path.js";
import { ADVANCED_QUERY, type DirectoryPage, directoryPage, searchClause } from "./directory-page.js";

interface PageInput {
  readonly select: readonly string[];
  /** Items of a page, 1 to 999. */
  readonly top: number;
  /** Graph's link of the page before, in place of the first page. */
  readonly link?: string | undefined;
}

/** Groups by name or mail address; dynamic distribution groups are Exchange's own and not among them. */
export function searchGroups(
  client: GraphClient,
  connection: GraphConnection,
  { search, select, top, link }: PageInput & { readonly search: string },
  call: Call,
): Promise<DirectoryPage<Group>> {
  const path = withQuery("/groups", {
    $search: searchClause(["displayName", "mail"], search),
    $count: "true",
    $select: selectOf(select),
    $top: top,
  });
  return directoryPage<Group>(client, connection, link ?? path, call, ADVANCED_QUERY);
}

/** One group by its object id. */
export async function getGroup(
  client: GraphClient,
  connection: GraphConnection,
  { id, select }: { readonly id: string; readonly select: readonly string[] },
  call: Call,
): Promise<Group> {
  const path = withQuery(`/groups/${pathSegment(id)}`, { $select: selectOf(select) });
  const { body } = await client.send<Group>(connection, { method: "GET", path, mailbox: null }, call);
  return body;
}

/** The people of a group and of the groups within it, each once. */
export function groupPeople(
  client: GraphClient,
  connection: GraphConnection,
  { id, select, top, link }: PageInput & { readonly id: string },
  call: Call,
): Promise<DirectoryPage<User>> {
  const path = withQuery(`/groups/${pathSegment(id)}/transitiveMembers/microsoft.graph.user`, {
    $count: "true",
    $select: selectOf(select),
    $top: top,
  });
  return directoryPage<User>(client, connection, link ?? path, call, ADVANCED_QUERY);
}
