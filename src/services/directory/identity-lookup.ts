import { addressesPerFind, findUsersByAddress, findUsersById, type GraphClient } from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import { chunksOf } from "../../lib/chunks.js";
import { askDirectory, type DirectoryWay } from "./directory-access.js";
import { type DirectoryPerson, peopleSelect, toPerson } from "./directory-people.js";

/** Graph takes that many values in one `in`. */
const IDS_PER_FIND = 15;

/**
 * Whose the addresses are, by address in lower case; who is not in the directory is left out. An address that several
 * have in some way belongs to the one who has it as an alias or as mail, and to nobody when that leaves several.
 */
export async function peopleByAddress(
  graph: GraphClient,
  way: DirectoryWay,
  addresses: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, DirectoryPerson>> {
  const wanted = [...new Set(addresses)];
  const { connection, hasFullProfiles: withAliases } = way;
  const select = peopleSelect(way);
  const found = await inChunks(wanted, addressesPerFind(withAliases), (chunk) =>
    askDirectory("people", "user", () =>
      findUsersByAddress(graph, connection, { addresses: chunk, withAliases, select }, call),
    ),
  );
  const people = [...new Map(found.map((user) => [user.id, toPerson(user, way)])).values()];
  const owners = new Map<string, DirectoryPerson>();
  for (const address of wanted) {
    const having = people.filter((person) => person.addresses.includes(address));
    const receiving = having.filter(({ userPrincipalName }) => userPrincipalName !== address);
    const [owner, ...others] = having.length > 1 ? receiving : having;
    if (owner !== undefined && others.length === 0) owners.set(address, owner);
  }
  return owners;
}

/** People by Graph's object id in lower case; who is not in the directory is left out. */
export async function peopleById(
  graph: GraphClient,
  way: DirectoryWay,
  ids: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, DirectoryPerson>> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const select = peopleSelect(way);
  const found = await inChunks(wanted, IDS_PER_FIND, (chunk) =>
    askDirectory("people", "user", () => findUsersById(graph, way.connection, { ids: chunk, select }, call)),
  );
  return new Map(found.map((user) => toPerson(user, way)).map((person) => [person.id, person]));
}

async function inChunks<T, R>(
  values: readonly T[],
  size: number,
  read: (chunk: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  return (await Promise.all(chunksOf(values, size).map(read))).flat();
}
