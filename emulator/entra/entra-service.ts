import { randomUUID } from "node:crypto";
import { underFault } from "../core/faults/strike.js";
import type { HttpAnswer, HttpRequest } from "../core/http-message.js";
import { pathSegments } from "../core/path-segments.js";
import { Router } from "../core/router.js";
import type { World } from "../core/world.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { EntraFailure, type EntraTrace, failureAnswer } from "./entra-failure.js";
import { entraSubject, entraVoice } from "./entra-faults.js";
import { entraRoutes } from "./entra-routes.js";
import { isGuid } from "./tenant-path.js";

const FIXED_HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "no-store, no-cache",
  Pragma: "no-cache",
  Expires: "-1",
  "X-Content-Type-Options": "nosniff",
  P3P: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
  "x-ms-ests-server": "2.1.0 - EMULATOR ProdSlices",
  "x-ms-clitelem": "1,0,0,,",
};

/** The emulated Entra v2.0 endpoint: finds the route, applies faults and latency, writes headers and the log. */
export class EntraService {
  readonly #router = new Router<EntraRoute>();

  constructor(readonly world: World) {
    for (const route of entraRoutes) this.#router.add(route.method, route.path, route);
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const { world } = this;
    const sequence = world.log.open();
    const at = world.clock.now();
    const started = performance.now();
    const call = this.#open(request);
    let status = 0;
    try {
      const answer = await this.#answer(call);
      status = answer.status;
      return { ...answer, headers: { ...FIXED_HEADERS, ...traceHeaders(call), ...answer.headers } };
    } finally {
      world.log.add({
        sequence,
        at,
        kind: "http",
        service: "entra",
        method: request.method,
        path: request.path,
        query: "",
        status,
        clientRequestId: call.trace.correlationId,
        ...call.facts,
        tookMs: performance.now() - started,
      });
    }
  }

  #open(request: HttpRequest): EntraCall & { params: Record<string, string> } {
    const query = new URLSearchParams(request.query);
    const isForm = (request.headers["content-type"] ?? "")
      .toLowerCase()
      .startsWith("application/x-www-form-urlencoded");
    const form = new URLSearchParams(isForm ? request.body : "");
    const sent =
      request.headers["client-request-id"] ?? query.get("client-request-id") ?? form.get("client-request-id");
    const trace: EntraTrace = {
      now: this.world.clock.now(),
      traceId: randomUUID(),
      correlationId: sent !== null && isGuid(sent) ? sent : randomUUID(),
    };
    return { world: this.world, request, trace, params: {}, query, form, facts: {} };
  }

  async #answer(call: EntraCall): Promise<HttpAnswer> {
    const taken = this.world.faults.take(entraSubject(call));
    if (taken !== undefined) call.facts.fault = taken.mark;
    return underFault(taken?.action, call.request.signal, entraVoice(call.trace), () =>
      this.#serve(call).catch((error: unknown) => {
        if (error instanceof EntraFailure) return failureAnswer(error, call.trace);
        throw error;
      }),
    );
  }

  async #serve(call: EntraCall & { params: Record<string, string> }): Promise<HttpAnswer> {
    const { request, world } = call;
    const segments = pathSegments(request.path) ?? [];
    await world.latency.spend("entra", request);
    const match = this.#router.match(request.method, segments);
    if (match.kind === "found") return match.route.handle({ ...call, params: match.params });
    if (match.kind === "wrongMethod") {
      throw new EntraFailure(
        "invalid_request",
        900561,
        `The endpoint only accepts ${match.allowed.join(", ")} requests. Received a ${request.method} request.`,
      );
    }
    return { status: 404, headers: {} };
  }
}

function traceHeaders(call: EntraCall): Record<string, string> {
  const wanted = call.request.headers["return-client-request-id"] ?? call.query.get("return-client-request-id");
  return {
    "x-ms-request-id": call.trace.traceId,
    Date: new Date(call.trace.now).toUTCString(),
    ...(wanted?.toLowerCase() === "true" ? { "client-request-id": call.trace.correlationId } : {}),
  };
}
