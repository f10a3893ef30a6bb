import type { HttpAnswer, HttpRequest } from "../core/http-message.js";
import { pathSegments } from "../core/path-segments.js";
import { Router } from "../core/router.js";
import type { World } from "../core/world.js";
import { controlRoutes } from "./control.routes.js";
import { type ControlCall, ControlFailure, type ControlRoute } from "./control-call.js";

/**
 * The emulator's own control surface under `/emulator`, off the namespaces of Entra and Graph. JSON in and out; the
 * endpoints are listed by `GET /emulator`.
 */
export class ControlService {
  readonly #router = new Router<ControlRoute>();

  constructor(
    readonly world: World,
    readonly actions: Pick<ControlCall, "reset" | "reseed" | "sendLifecycle" | "stateFile" | "load">,
  ) {
    for (const route of controlRoutes) this.#router.add(route.method, route.path, route);
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
    const match = this.#router.match(request.method, pathSegments(request.path) ?? []);
    try {
      if (match.kind === "unknown")
        throw new ControlFailure(404, "There is no such control endpoint; see GET /emulator.");
      if (match.kind === "wrongMethod") throw new ControlFailure(405, `Use ${match.allowed.join(" or ")}.`);
      const json = await match.route.handle(this.#call(request, match.params));
      return { status: 200, headers, json };
    } catch (error) {
      if (error instanceof ControlFailure) return { status: error.status, headers, json: { error: error.message } };
      if (error instanceof RangeError) return { status: 400, headers, json: { error: error.message } };
      throw error;
    }
  }

  #call(request: HttpRequest, params: Readonly<Record<string, string>>): ControlCall {
    const from = request.headers.origin;
    if (from !== undefined && from !== this.world.origin())
      throw new ControlFailure(403, "Pages of other origins are refused.");
    // A page in a browser can only send JSON to another origin after a preflight, which nothing here answers.
    if (
      request.method !== "GET" &&
      request.body !== "" &&
      !/^application\/json\b/i.test(request.headers["content-type"] ?? "")
    ) {
      throw new ControlFailure(415, "Send application/json.");
    }
    let body: unknown = {};
    try {
      if (request.body !== "") body = JSON.parse(request.body);
    } catch {
      throw new ControlFailure(400, "The body is not JSON.");
    }
    return {
      world: this.world,
      params,
      query: new URLSearchParams(request.query),
      body,
      ...this.actions,
    };
  }
}
