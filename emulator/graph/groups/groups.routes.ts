import type { Group } from "../../core/directory.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { DirectoryRoute, GraphCall } from "../graph-call.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { entityAnswer, viewOf } from "../odata/answers.js";
import { directoryPageAnswer } from "../odata/directory-page.js";
import { filterItems, renderEntity, selectedMembers, sortItems } from "../odata/entity-type.js";
import { refuseUnsupported } from "../odata/query-options.js";
import { assertQueryParameters, isEventual } from "../users/advanced-queries.js";
import { basicProfile } from "../users/basic-profile.js";
import { userFilter, userType } from "../users/user.resource.js";
import { compileSearch } from "../users/user-search.js";
import { groupFilter, groupType } from "./group.resource.js";
import { directMembers, groupsOf, type Member, transitiveMembers } from "./group-members.js";

/** Permissions reference of "List groups", "Get group" and "List group members". */
const READERS = [
  "GroupMember.Read.All",
  "Group.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const SORTED = "displayName";

function listGroups(call: GraphCall): HttpAnswer {
  const { options } = call;
  refuseUnsupported(options, { filter: true, search: true });
  const names = selectedMembers(groupType, options.select);
  const view = viewOf(call);
  const groups = sortItems(groupType, foundGroups(call), options.orderBy ?? SORTED, view);
  return directoryPageAnswer(call, groups, "groups", names, (group) => renderEntity(groupType, group, view, names));
}

function foundGroups(call: GraphCall): readonly Group[] {
  assertQueryParameters(call);
  const { filter, search } = call.options;
  const view = viewOf(call);
  const all = groupsOf(call.caller.tenant);
  const filtered = filter === undefined ? all : filterItems(groupType, all, filter, view);
  return search === undefined ? filtered : filtered.filter(compileSearch(search, groupFilter, view));
}

function countGroups(call: GraphCall): HttpAnswer {
  const options = { ...call.options, count: true, orderBy: undefined };
  return counted(call, () => foundGroups({ ...call, options }).length);
}

function getGroup(call: GraphCall): HttpAnswer {
  return entityAnswer(call, groupType, groupOfPath(call), "groups");
}

function groupOfPath({ caller, params }: GraphCall): Group {
  const wanted = (params.group ?? "").toLowerCase();
  const group = groupsOf(caller.tenant).find(({ id }) => id.toLowerCase() === wanted);
  if (group !== undefined) return group;
  throw new GraphFailure(
    404,
    "Request_ResourceNotFound",
    `Resource '${params.group ?? ""}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

type ReadMembers = (call: GraphCall) => readonly Member[];

const direct: ReadMembers = (call) => directMembers(call.world.store, call.caller.tenant, groupOfPath(call));
const transitive: ReadMembers = (call) => transitiveMembers(call.world.store, call.caller.tenant, groupOfPath(call));

/** Members of any kind. Who may not read people is shown their ids and nothing else. */
function listMembers(read: ReadMembers): DirectoryRoute["handle"] {
  return (call) => {
    refuseUnsupported(call.options, {});
    if (call.options.search !== undefined || call.options.orderBy !== undefined) throw onlyWithCast();
    const view = viewOf(call);
    const { select } = call.options;
    return directoryPageAnswer(call, read(call), "directoryObjects", select ?? [], (member) => {
      const type = `#microsoft.graph.${member.kind}`;
      if (member.kind === "group") {
        const names = knownMembers(Object.keys(groupType.members), select);
        return { "@odata.type": type, id: member.id, ...renderEntity(groupType, member.group, view, names) };
      }
      const names = knownMembers(
        select === undefined ? (userType.byDefault ?? []) : Object.keys(userType.members),
        select,
      );
      const shown = renderEntity(userType, member.user, view, names);
      return { "@odata.type": type, id: member.id, ...basicProfile(call, shown) };
    });
  };
}

/** The members that are people, which is an advanced query. */
function listPeople(read: ReadMembers): DirectoryRoute["handle"] {
  return (call) => {
    const { options } = call;
    if (!isEventual(call) || !options.count) throw castNeedsCount();
    refuseUnsupported(options, { filter: true, search: true });
    const view = viewOf(call);
    const names = selectedMembers(userType, options.select);
    const all = read(call).flatMap((member) => (member.kind === "user" ? [member.user] : []));
    const filtered = options.filter === undefined ? all : filterItems(userType, all, options.filter, view);
    const people =
      options.search === undefined ? filtered : filtered.filter(compileSearch(options.search, userFilter, view));
    const sorted = options.orderBy === undefined ? people : sortItems(userType, people, options.orderBy, view);
    return directoryPageAnswer(call, sorted, "users", names, (user) =>
      basicProfile(call, renderEntity(userType, user, view, names)),
    );
  };
}

function countMembers(read: ReadMembers): DirectoryRoute["handle"] {
  return (call) => counted(call, () => read(call).length);
}

function counted(call: GraphCall, count: () => number): HttpAnswer {
  if (!isEventual(call)) throw new GraphFailure(400, "Request_BadRequest", "$count is not currently supported.");
  return { status: 200, headers: { "Content-Type": "text/plain" }, text: String(count()) };
}

/** In a list of several kinds a name need be known to one of them only. */
function knownMembers(all: readonly string[], select: readonly string[] | undefined): readonly string[] {
  if (select === undefined) return all;
  return all.filter((name) => select.some((wanted) => wanted.toLowerCase() === name.toLowerCase()));
}

function onlyWithCast(): GraphFailure {
  return badRequest("Searching and sorting members is emulated with a cast to microsoft.graph.user only.");
}

function castNeedsCount(): GraphFailure {
  return new GraphFailure(
    400,
    "Request_UnsupportedQuery",
    "A cast needs $count=true and the request header 'ConsistencyLevel: eventual'.",
  );
}

const get = (path: string, handle: DirectoryRoute["handle"]): DirectoryRoute => ({
  kind: "directory",
  method: "GET",
  path: `/groups${path}`,
  anyOf: READERS,
  handle,
});

export const groupRoutes: readonly DirectoryRoute[] = [
  get("", listGroups),
  get("/$count", countGroups),
  get("/{group}", getGroup),
  ...(
    [
      ["members", direct],
      ["transitiveMembers", transitive],
    ] as const
  ).flatMap(([name, read]) => [
    get(`/{group}/${name}`, listMembers(read)),
    get(`/{group}/${name}/$count`, countMembers(read)),
    get(`/{group}/${name}/microsoft.graph.user`, listPeople(read)),
  ]),
];
