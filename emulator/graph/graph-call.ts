import type { User } from "../core/directory.model.js";
import type { HttpAnswer, HttpRequest } from "../core/http-message.js";
import type { CalendarRow, Mailbox } from "../core/mailbox.model.js";
import type { World } from "../core/world.js";
import type { Caller } from "./caller.js";
import type { TakeFault } from "./graph-faults.js";
import type { Preferences } from "./odata/preferences.js";
import type { QueryOptions } from "./odata/query-options.js";
import type { CalendarAccess } from "./permissions.js";
import type { CalendarRights } from "./sharing/calendar-rights.js";

/** One request to Graph on its way through a route. */
export interface GraphCall {
  readonly world: World;
  readonly caller: Caller;
  readonly request: HttpRequest;
  /** Decoded path segments that the route named. */
  readonly params: Readonly<Record<string, string>>;
  readonly options: QueryOptions;
  readonly prefer: Preferences;
  readonly takeFault: TakeFault;
}

/** A request below `/users/{user}` whose mailbox exists and is within the caller's reach. */
export interface MailboxCall extends GraphCall {
  readonly user: User;
  readonly mailbox: Mailbox;
  /** What the caller may do here, which can be more than the route needs. */
  readonly access: CalendarAccess;
  /** In another's mailbox: what the caller may do in its calendars. Absent for owners and applications, who may do all. */
  readonly rightsIn?: (calendar: CalendarRow) => CalendarRights;
}

/** An endpoint below `/users/{user}`; its path begins after that prefix. */
export interface MailboxRoute {
  readonly kind: "mailbox";
  readonly method: string;
  readonly path: string;
  readonly needs: CalendarAccess;
  /** Permissions that open the endpoint in place of `needs`, where it is none of the calendar's. */
  readonly anyOf?: readonly string[];
  handle(call: MailboxCall): HttpAnswer | Promise<HttpAnswer>;
}

/** An endpoint that asks the directory; any of the permissions opens it. */
export interface DirectoryRoute {
  readonly kind: "directory";
  readonly method: string;
  readonly path: string;
  readonly anyOf: readonly string[];
  handle(call: GraphCall): HttpAnswer | Promise<HttpAnswer>;
}

/** An endpoint that any proven token opens; it checks by itself what the caller may do. */
export interface OpenRoute {
  readonly kind: "open";
  readonly method: string;
  readonly path: string;
  handle(call: GraphCall): HttpAnswer | Promise<HttpAnswer>;
}

export type GraphRoute = MailboxRoute | DirectoryRoute | OpenRoute;
