import type { User } from "../../core/directory.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { DirectoryRoute, GraphCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { entityAnswer, viewOf } from "../odata/answers.js";
import { directoryPageAnswer } from "../odata/directory-page.js";
import { filterItems, renderEntity, selectedMembers, sortItems } from "../odata/entity-type.js";
import { refuseUnsupported } from "../odata/query-options.js";
import { assertQueryParameters, isEventual } from "./advanced-queries.js";
import { assertBasicFilter, basicProfile } from "./basic-profile.js";
import { userFilter, userType } from "./user.resource.js";
import { compileSearch } from "./user-search.js";

const READERS = [
  "User.ReadBasic.All",
  "User.Read.All",
  "User.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

function listUsers(call: GraphCall): HttpAnswer {
  const { options } = call;
  refuseUnsupported(options, { filter: true, search: true });
  const view = viewOf(call);
  const names = selectedMembers(userType, options.select);
  const everyone = sortItems(userType, foundUsers(call), options.orderBy ?? "displayName", view);
  return directoryPageAnswer(call, everyone, "users", names, (user) =>
    basicProfile(call, renderEntity(userType, user, view, names)),
  );
}

/** The users that `$filter` and `$search` let through, both where both are given. */
function foundUsers(call: GraphCall): readonly User[] {
  assertQueryParameters(call);
  assertBasicFilter(call);
  const { filter, search } = call.options;
  const view = viewOf(call);
  const all = [...call.caller.tenant.users.values()];
  const filtered = filter === undefined ? all : filterItems(userType, all, filter, view);
  return search === undefined ? filtered : filtered.filter(compileSearch(search, userFilter, view));
}

/** The directory counts in its index only. The number is all that `$count=true` could add here. */
function countUsers(call: GraphCall): HttpAnswer {
  if (!isEventual(call)) throw new GraphFailure(400, "Request_BadRequest", "$count is not currently supported.");
  const options = { ...call.options, count: true, orderBy: undefined };
  return {
    status: 200,
    headers: { "Content-Type": "text/plain" },
    text: String(foundUsers({ ...call, options }).length),
  };
}

function getUser(call: GraphCall): HttpAnswer {
  const name = call.params.user ?? "";
  const user = call.world.store.user(call.caller.tenant, name);
  if (user === undefined) {
    throw new GraphFailure(
      404,
      "Request_ResourceNotFound",
      `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  const answer = entityAnswer(call, userType, user, "users");
  // Whose it is decides what is shown, so the id is there even where it was not asked for.
  const { id: _id, ...rest } = basicProfile(call, { ...(answer.json as Record<string, unknown>), id: user.id });
  return { ...answer, json: Object.hasOwn(answer.json as object, "id") ? { ...rest, id: user.id } : rest };
}

export const userRoutes: readonly DirectoryRoute[] = [
  { kind: "directory", method: "GET", path: "/users", anyOf: READERS, handle: listUsers },
  { kind: "directory", method: "GET", path: "/users/$count", anyOf: READERS, handle: countUsers },
  { kind: "directory", method: "GET", path: "/users/{user}", anyOf: READERS, handle: getUser },
];
