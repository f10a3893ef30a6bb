import type { User } from "../../core/directory.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { DirectoryRoute, GraphCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { userType } from "./user.resource.js";

/** Permissions reference of "List directReports" and "Get manager". */
const READERS = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const PAGE = { defaultTop: 100, maxTop: 999 };

function notFound(name: string): GraphFailure {
  return new GraphFailure(
    404,
    "Request_ResourceNotFound",
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function userOfPath({ world, caller, params }: GraphCall): User {
  const user = world.store.user(caller.tenant, params.user ?? "");
  if (user === undefined) throw notFound(params.user ?? "");
  return user;
}

function getManager(call: GraphCall): HttpAnswer {
  const manager = call.caller.tenant.users.get(userOfPath(call).managerId ?? "");
  if (manager === undefined) throw notFound("manager");
  const answer = entityAnswer(call, userType, manager, "directoryObjects");
  const { "@odata.context": context, ...members } = answer.json as Record<string, unknown>;
  return { ...answer, json: { "@odata.context": context, "@odata.type": "#microsoft.graph.user", ...members } };
}

function listDirectReports(call: GraphCall): HttpAnswer {
  const { id } = userOfPath(call);
  const reports = [...call.caller.tenant.users.values()].filter(({ managerId }) => managerId === id);
  const answer = pageAnswer(call, userType, reports, "directoryObjects", PAGE);
  const { value, ...rest } = answer.json as { readonly value: readonly object[] };
  return {
    ...answer,
    json: { ...rest, value: value.map((user) => ({ "@odata.type": "#microsoft.graph.user", ...user })) },
  };
}

export const managerRoutes: readonly DirectoryRoute[] = [
  { kind: "directory", method: "GET", path: "/users/{user}/manager", anyOf: READERS, handle: getManager },
  { kind: "directory", method: "GET", path: "/users/{user}/directReports", anyOf: READERS, handle: listDirectReports },
];
