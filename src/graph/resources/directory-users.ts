import type { User } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { withQuery } from "../graph-url.js";
import { selectOf } from "./calendar-path.js";
import { ADVANCED_QUERY, type DirectoryPage, directoryPage, filterText, searchClause } from "./directory-page.js";

/** Graph refuses a filter with more alternatives: "Too many child clauses … Max allowed: 15". */
const MOST_ALTERNATIVES = 15;

export interface SearchUsersInput {
  readonly search: string;
  readonly select: readonly string[];
  /** Users of a page, 1 to 999 (https://learn.microsoft.com/graph/api/user-list). */
  readonly top: number;
  /** Graph's link of the page before, in place of the first page. */
  readonly link?: string | undefined;
}

/** Users by name, mail address or sign-in name. */
export function searchUsers(
  client: GraphClient,
  connection: GraphConnection,
  { search, select, top, link }: SearchUsersInput,
  call: Call,
): Promise<DirectoryPage<User>> {
  const path = withQuery("/users", {
    $search: searchClause(["displayName", "mail", "userPrincipalName"], search),
    $count: "true",
    $select: selectOf(select),
    $top: top,
  });
  return directoryPage<User>(client, connection, link ?? path, call, ADVANCED_QUERY);
}

export interface FindUsersInput {
  readonly addresses: readonly string[];
  /** Whether aliases are looked through as well, which the basic profile has not. */
  readonly withAliases: boolean;
  readonly select: readonly string[];
}

/** Users who have one of the addresses as mail address, sign-in name or alias; at most `addressesPerFind` at once. */
export async function findUsersByAddress(
  client: GraphClient,
  connection: GraphConnection,
  { addresses, withAliases, select }: FindUsersInput,
  call: Call,
): Promise<readonly User[]> {
  const alternatives = addresses.flatMap((address) => [
    `mail eq ${filterText(address)}`,
    `userPrincipalName eq ${filterText(address)}`,
    ...(withAliases ? [`proxyAddresses/any(p:p eq ${filterText(`smtp:${address}`)})`] : []),
  ]);
  return filtered(client, connection, alternatives.join(" or "), select, call);
}

/** How many addresses one `findUsersByAddress` may look for. */
export function addressesPerFind(withAliases: boolean): number {
  return Math.floor(MOST_ALTERNATIVES / (withAliases ? 3 : 2));
}

/** Users by object id, at most 15; who is not there is left out. */
export function findUsersById(
  client: GraphClient,
  connection: GraphConnection,
  { ids, select }: { readonly ids: readonly string[]; readonly select: readonly string[] },
  call: Call,
): Promise<readonly User[]> {
  return filtered(client, connection, `id in (${ids.map(filterText).join(",")})`, select, call);
}

async function filtered(
  client: GraphClient,
  connection: GraphConnection,
  filter: string,
  select: readonly string[],
  call: Call,
): Promise<readonly User[]> {
  const path = withQuery("/users", { $filter: filter, $select: selectOf(select), $top: 100 });
  return (await directoryPage<User>(client, connection, path, call)).items;
}
