import type { FaultMark } from "../core/faults.js";
import type { HttpAnswer, HttpRequest } from "../core/http-message.js";
import type { World } from "../core/world.js";
import type { EntraTrace } from "./entra-failure.js";

/** One request to Entra on its way through a route. */
export interface EntraCall {
  readonly world: World;
  readonly request: HttpRequest;
  readonly trace: EntraTrace;
  /** Segments of the path that the route named, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Members of a form body; empty for any other content type. */
  readonly form: URLSearchParams;
  /** What the log keeps of it; routes add to it. */
  readonly facts: { tenantId?: string; appId?: string; grantType?: string; fault?: FaultMark };
}

/** One endpoint of Entra. A new one is a new file with such values and a line in `entra-routes.ts`. */
export interface EntraRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  handle(call: EntraCall): HttpAnswer | Promise<HttpAnswer>;
}
