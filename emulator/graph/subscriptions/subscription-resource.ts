import type { User } from "../../core/directory.model.js";
import { pathSegments } from "../../core/path-segments.js";
import { calendarById } from "../calendars/calendar-path.js";
import { eventType } from "../events/event.resource.js";
import type { GraphCall } from "../graph-call.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { viewOf } from "../odata/answers.js";
import { filterItems, selectedMembers } from "../odata/entity-type.js";
import { type QueryOptions, readQueryOptions } from "../odata/query-options.js";
import { assertCalendarAccess, assertMailbox, calendarAccessTo } from "../permissions.js";
import { invalidRequest } from "./webhook-client.js";

/** What a subscription watches. */
export interface WatchedResource {
  readonly userId: string;
  readonly calendarId: string | undefined;
  /** Members named by `$select`. */
  readonly select: readonly string[] | undefined;
  readonly filter: string | undefined;
}

const NEVER_SENT = new Set(["body", "uniquebody"]);

/**
 * Reads `users/{id}/events` and its like, and proves that the caller may read it. Throws 400 `InvalidRequest` for a
 * resource that cannot be watched, 403 and 404 as the mailbox itself answers.
 */
export function readResource(call: GraphCall, resource: string, isRich: boolean): WatchedResource {
  const mark = resource.indexOf("?");
  const segments = pathSegments(mark < 0 ? resource : resource.slice(0, mark)) ?? [];
  const options = readQueryOptions(mark < 0 ? "" : resource.slice(mark + 1));
  const [root = "", name = "", ...rest] = segments;
  if (root.toLowerCase() === "me") throw badRequest("/me request is only valid with delegated authentication flow.");
  const [first = "", second = "", third = ""] = rest.map((segment) => segment.toLowerCase());
  const isDefault =
    rest.length === 1 ? first === "events" : rest.length === 2 && first === "calendar" && second === "events";
  const isNamed = rest.length === 3 && first === "calendars" && third === "events";
  if (root.toLowerCase() !== "users" || (!isDefault && !isNamed)) {
    throw invalidRequest(`The resource '${resource}' cannot be subscribed to; use users/{id}/events.`);
  }
  const user = readableUser(call, name);
  const calendarId = isNamed ? calendarById(assertMailbox(user), rest[1] ?? "").id : undefined;
  if (!isRich) return { userId: user.id, calendarId, select: undefined, filter: undefined };
  const select = readSelect(options);
  // Compiled once to refuse what is wrong in it.
  if (options.filter !== undefined) filterItems(eventType, [], options.filter, viewOf(call));
  return { userId: user.id, calendarId, select, filter: options.filter };
}

function readableUser({ world, caller }: GraphCall, name: string): User {
  const { store } = world;
  const user = store.user(caller.tenant, name) ?? store.userByMail(caller.tenant, name);
  if (user === undefined) throw new GraphFailure(404, "ErrorInvalidUser", `The requested user '${name}' is invalid.`);
  const principal = store.servicePrincipal(caller.tenant, caller.appId);
  assertCalendarAccess(calendarAccessTo(user, caller, principal), "read");
  assertMailbox(user);
  return user;
}

function readSelect(options: QueryOptions): readonly string[] {
  const { select, top, skip, orderBy, expand } = options;
  if (select === undefined) throw invalidRequest("With resource data the resource needs $select.");
  if (top !== undefined || skip !== undefined || orderBy !== undefined || expand !== undefined) {
    throw invalidRequest("$top, $skip, $orderby and $expand cannot be used in the resource of a subscription.");
  }
  const wrong = select.find((name) => NEVER_SENT.has(name.toLowerCase()));
  if (wrong !== undefined) throw invalidRequest(`'${wrong}' cannot be selected for notifications.`);
  return selectedMembers(eventType, select);
}
