import type { HttpAnswer } from "../../core/http-message.js";
import type { GraphCall, GraphRoute, MailboxCall } from "../graph-call.js";
import { badRequest } from "../graph-failure.js";

/** Last segments of paths to lists that can be counted. */
const COUNTABLE = new Set([
  "events",
  "calendarview",
  "instances",
  "calendars",
  "calendargroups",
  "calendarpermissions",
  "attachments",
  "mastercategories",
  "microsoft.graph.room",
  "microsoft.graph.roomlist",
  "rooms",
]);

/** For each list the route with `/$count` behind its path, which answers the number of its items as plain text. */
export function countRoutes(routes: readonly GraphRoute[]): readonly GraphRoute[] {
  return routes
    .filter(
      ({ method, path }) => method === "GET" && COUNTABLE.has(path.slice(path.lastIndexOf("/") + 1).toLowerCase()),
    )
    .map((route): GraphRoute => {
      const path = `${route.path}/$count`;
      if (route.kind === "mailbox") {
        const { handle } = route;
        return { ...route, path, handle: async (call: MailboxCall) => countAnswer(await handle(counting(call))) };
      }
      const { handle } = route;
      return { ...route, path, handle: async (call: GraphCall) => countAnswer(await handle(counting(call))) };
    });
}

/** The call as that of a list that is counted; `$filter` alone decides what is in it. */
function counting<C extends GraphCall>(call: C): C {
  const { options } = call;
  const bare = { select: undefined, expand: undefined, orderBy: undefined, skip: undefined, skipToken: undefined };
  return { ...call, options: { ...options, ...bare, top: 0, count: true } };
}

/** The number of a list that was asked for its count. */
export function countAnswer({ json }: HttpAnswer): HttpAnswer {
  const count = (json as Readonly<Record<string, unknown>> | undefined)?.["@odata.count"];
  if (typeof count !== "number") throw badRequest("$count is not supported on this resource.");
  return { status: 200, headers: { "Content-Type": "text/plain" }, text: String(count) };
}
