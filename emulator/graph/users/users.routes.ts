import type { User } from "../../core/directory.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { DirectoryRoute, GraphCall } from "../graph-call.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { contextUrl, entityAnswer, nextLink, viewOf } from "../odata/answers.js";
import { filterItems, renderEntity, selectedMembers, sortItems } from "../odata/entity-type.js";
import { refuseUnsupported } from "../odata/query-options.js";
import { assertQueryParameters, isEventual } from "./advanced-queries.js";
import { userFilter, userType } from "./user.resource.js";
import { compileSearch } from "./user-search.js";

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 999;
const READERS = [
  "User.ReadBasic.All",
  "User.Read.All",
  "User.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** The directory pages by `$skiptoken`, which here is the id of the last user of the page before. */
function listUsers(call: GraphCall): HttpAnswer {
  const { options } = call;
  refuseUnsupported(options, { filter: true, search: true });
  if (options.skip !== undefined) throw badRequest("'$skip' is not supported by the service.");
  const size = options.top ?? DEFAULT_PAGE;
  if (size < 1 || size > LARGEST_PAGE)
    throw badRequest(`Invalid page size specified: '${size}'. Must be between 1 and 999 inclusive.`);
  const view = viewOf(call);
  const names = selectedMembers(userType, options.select);
  const everyone = sortItems(userType, foundUsers(call), options.orderBy ?? "displayName", view);
  const from =
    options.skipToken === undefined ? 0 : everyone.findIndex(({ id }) => tokenOf(id) === options.skipToken) + 1;
  if (options.skipToken !== undefined && from === 0) throw badRequest("Skip token is not valid.");
  const page = everyone.slice(from, from + size);
  const last = page.at(-1);
  const counted = options.count && isEventual(call);
  return {
    status: 200,
    headers: {},
    json: {
      "@odata.context": contextUrl(call, "users", names, ""),
      ...(counted ? { "@odata.count": everyone.length } : {}),
      ...(last !== undefined && from + size < everyone.length
        ? { "@odata.nextLink": nextLink(call, "skiptoken", tokenOf(last.id)) }
        : {}),
      value: page.map((user) => renderEntity(userType, user, view, names)),
    },
  };
}

/** The users that `$filter` and `$search` let through, both where both are given. */
function foundUsers(call: GraphCall): readonly User[] {
  assertQueryParameters(call);
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

function tokenOf(userId: string): string {
  return `RFNwdAI${Buffer.from(userId).toString("base64url")}`;
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
  return entityAnswer(call, userType, user, "users");
}

export const userRoutes: readonly DirectoryRoute[] = [
  { kind: "directory", method: "GET", path: "/users", anyOf: READERS, handle: listUsers },
  { kind: "directory", method: "GET", path: "/users/$count", anyOf: READERS, handle: countUsers },
  { kind: "directory", method: "GET", path: "/users/{user}", anyOf: READERS, handle: getUser },
];
