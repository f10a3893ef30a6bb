import type { User } from "../core/directory.model.js";
import { type FaultSubject, mailboxNamesOf } from "../core/faults/fault-match.js";
import { underFault } from "../core/faults/strike.js";
import { ConnectionCut, type HttpAnswer, type HttpRequest } from "../core/http-message.js";
import { pathSegments } from "../core/path-segments.js";
import { type RouteMatch, Router } from "../core/router.js";
import type { World } from "../core/world.js";
import type { Caller } from "./caller.js";
import type { GraphRoute } from "./graph-call.js";
import { badRequest, failureAnswer, GraphFailure, type GraphTrace, parseUriFailure } from "./graph-failure.js";
import { type Fate, faultTaker, graphVoice, type TakeFault } from "./graph-faults.js";
import { graphRoutes } from "./graph-routes.js";
import { contentHeaders, newTrace } from "./graph-trace.js";
import { LimitReached } from "./limit-reached.js";
import { type RequestLimits, uploadBytesOf } from "./limits.js";
import { readPreferences } from "./odata/preferences.js";
import { readQueryOptions } from "./odata/query-options.js";
import {
  assertCalendarAccess,
  assertDirectoryPermission,
  assertMailbox,
  assertMailboxPermission,
  calendarAccessTo,
  sharedAccess,
  strongerAccess,
} from "./permissions.js";
import { boundBySharing } from "./sharing/shared-call.js";

/** Where a request came from, for the log. */
export type Origin = { readonly kind: "http" } | { readonly kind: "part"; readonly envelope: number };

/** Runs one request against Graph's resources, alone or as a part of a batch: the same limits, faults and rules. */
export class RequestRunner {
  readonly #router = new Router<GraphRoute>();

  constructor(
    readonly world: World,
    readonly limits: RequestLimits,
  ) {
    for (const route of graphRoutes) {
      if (route.kind !== "mailbox") this.#router.add(route.method, `/v1.0${route.path}`, route);
      else this.#router.add(route.method, `/v1.0/users/{user}${route.path}`, route);
    }
  }

  /** Never rejects but with `ConnectionCut`; every refusal is an answer. */
  async run(
    caller: Caller,
    request: HttpRequest,
    origin: Origin,
    trace = newTrace(this.world, request),
  ): Promise<HttpAnswer> {
    const { log, clock } = this.world;
    const sequence = log.open();
    const at = clock.now();
    const started = performance.now();
    const segments = asUsersPath(caller, pathSegments(request.path) ?? []);
    const user = segments[1]?.toLowerCase() === "users" ? this.#userOf(caller, segments[2] ?? "") : undefined;
    const fate: Fate = {};
    let status = 0;
    try {
      const answer = await asAnswer(trace, fate, () => this.#limited(caller, request, segments, user, trace, fate));
      status = answer.status;
      return { ...answer, headers: { ...contentHeaders(answer.json !== undefined), ...answer.headers } };
    } finally {
      log.add({
        sequence,
        at,
        ...origin,
        service: "graph",
        method: request.method,
        path: request.path,
        query: request.query,
        status,
        tenantId: caller.tenant.id,
        appId: caller.appId,
        ...(user === undefined ? {} : { mailbox: user.userPrincipalName }),
        clientRequestId: trace.clientRequestId,
        ...fate,
        tookMs: performance.now() - started,
      });
    }
  }

  async #limited(
    caller: Caller,
    request: HttpRequest,
    segments: readonly string[],
    user: User | undefined,
    trace: GraphTrace,
    fate: Fate,
  ): Promise<HttpAnswer> {
    const { appId, tenant } = caller;
    this.limits.countForApp({ appId, tenantId: tenant.id, segments });
    // Directory calls on a user are not Outlook's, so they take no place at the mailbox.
    const isOutlook = user !== undefined && segments.length > 3;
    const leave = isOutlook ? this.limits.enter(appId, user.id, uploadBytesOf(request)) : () => {};
    try {
      const subject: FaultSubject = {
        service: "graph",
        method: request.method,
        path: request.path,
        tenantId: tenant.id,
        appId,
        ...(user === undefined ? {} : { mailboxNames: mailboxNamesOf(user) }),
      };
      const taken = this.world.faults.take(subject);
      if (taken !== undefined) fate.fault = taken.mark;
      return await underFault(taken?.action, request.signal, graphVoice(trace), () =>
        asAnswer(trace, fate, () =>
          this.#serve(caller, request, segments, user, faultTaker(this.world, subject, fate)),
        ),
      );
    } finally {
      leave();
    }
  }

  async #serve(
    caller: Caller,
    request: HttpRequest,
    segments: readonly string[],
    user: User | undefined,
    takeFault: TakeFault,
  ): Promise<HttpAnswer> {
    const { world } = this;
    await world.latency.spend("graph", request);
    if (request.signal.aborted) throw new ConnectionCut("The caller has gone.");
    if (segments[1]?.toLowerCase() === "me") {
      throw badRequest("/me request is only valid with delegated authentication flow.");
    }
    const { route, params } = found(this.#router.match(request.method, segments), segments, request);
    const call = {
      world,
      caller,
      request,
      params,
      options: readQueryOptions(request.query),
      prefer: readPreferences(request.headers.prefer),
      takeFault,
    };
    if (route.kind === "open") return route.handle(call);
    if (route.kind === "directory") {
      assertDirectoryPermission(caller, route.anyOf, user);
      return route.handle(call);
    }
    if (user === undefined) {
      throw new GraphFailure(404, "ErrorInvalidUser", `The requested user '${params.user ?? ""}' is invalid.`);
    }
    const principal = world.store.servicePrincipal(caller.tenant, caller.appId);
    const access = route.anyOf
      ? assertMailboxPermission(user, caller, principal, route.anyOf)
      : assertCalendarAccess(
          strongerAccess(calendarAccessTo(user, caller, principal), sharedAccess(caller)),
          route.needs,
        );
    return route.handle(boundBySharing({ ...call, user, mailbox: assertMailbox(user), access }, route));
  }

  #userOf(caller: Caller, name: string): User | undefined {
    const { store, switches } = this.world;
    const user = store.user(caller.tenant, name);
    return user ?? (switches.mailboxBySmtpAddress ? store.userByMail(caller.tenant, name) : undefined);
  }
}

/** `/me` stands for the user that a delegated token acts for; without one it stays as it is and is refused. */
function asUsersPath({ delegated }: Caller, segments: readonly string[]): readonly string[] {
  const [version, first, ...rest] = segments;
  if (delegated === undefined || version === undefined || first?.toLowerCase() !== "me") return segments;
  return [version, "users", delegated.user.id, ...rest];
}

function found(
  match: RouteMatch<GraphRoute>,
  segments: readonly string[],
  request: HttpRequest,
): Extract<RouteMatch<GraphRoute>, { kind: "found" }> {
  if (match.kind === "found") return match;
  if (match.kind === "wrongMethod") {
    throw new GraphFailure(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.", {
      Allow: match.allowed.join(", "),
    });
  }
  throw parseUriFailure(`Resource not found for the segment '${segments[match.depth] ?? request.path}'.`);
}

/** Runs `work`, with refusals as answers; a limit that refused is noted for the log. */
async function asAnswer(trace: GraphTrace, fate: Fate, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    if (error instanceof LimitReached) fate.refusedBy = error.limit;
    return failureAnswer(error, trace);
  }
}
