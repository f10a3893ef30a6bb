import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.js";
import { writeAnswer } from "./answer.js";
import { CorsPolicy } from "./cors.js";
import type { HttpEdgeOptions } from "./options.js";
import { methodNotAllowed, Refusal, unauthenticated } from "./refusal.js";
import type { Exchange, Route } from "./route.js";
import { requestIdFrom, traceparentFrom } from "./trace-context.js";

/** Finds the route for a request, or undefined when nothing lives there. */
export type FindRoute = (req: IncomingMessage, path: string, search: string) => Route | undefined;

/**
 * Answers one request: route, method, then key, and only then the body. Every failure becomes an answer; the
 * returned promise never rejects.
 */
export function createRequestHandler(
  options: Pick<HttpEdgeOptions, "http" | "authenticate" | "log" | "clock">,
  findRoute: FindRoute,
  isClosing: () => boolean,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const { http, log, clock } = options;
  const cors = new CorsPolicy(http.corsOrigins);

  async function answerOf(exchange: Exchange, route: Route): Promise<Answer> {
    const { req } = exchange;
    const method = req.method ?? "";
    if (route.cors && cors.isOpen && isPreflight(req)) {
      return { status: 204, headers: cors.preflight(req, route.methods), body: "" };
    }
    if (!route.methods.includes(method)) throw methodNotAllowed(method, route.methods);
    const answer =
      route.access === "anyone"
        ? await route.handle(exchange)
        : await route.handle(exchange, await viewerOf(req.headers.authorization));
    return answer;
  }

  async function viewerOf(authorization: string | undefined) {
    const viewer = await options.authenticate(authorization);
    if (viewer === null) throw unauthenticated(authorization !== undefined);
    return viewer;
  }

  function refusalOf(error: unknown, exchange: Exchange): Refusal {
    if (error instanceof Refusal) return error;
    log.error({ requestId: exchange.requestId, err: error }, "unexpected error at the HTTP edge");
    return new Refusal(500, "INTERNAL", "Internal error.", { extensions: { ref: exchange.requestId } });
  }

  return async (req, res) => {
    const startedAt = clock.now();
    const { path, search } = splitTarget(req.url ?? "");
    const requestId = requestIdFrom(firstOf(req.headers["x-request-id"]));
    const traceparent = traceparentFrom(firstOf(req.headers.traceparent), requestId);
    const exchange: Exchange = { req, res, path, search, requestId, traceparent };
    const route = findRoute(req, path, search);
    try {
      let answer: Answer;
      try {
        if (route === undefined) throw new Refusal(404, "NOT_FOUND", "Nothing lives at this address. Try /graphql.");
        answer = await answerOf(exchange, route);
      } catch (error) {
        answer = refusalAnswer(refusalOf(error, exchange), req);
      }
      await writeAnswer(req, res, answer, {
        requestId,
        cors: route?.cors ? cors.headersFor(req) : {},
        stallMs: http.requestTimeoutMs,
        compressMinBytes: http.compressMinBytes,
        lastOnConnection: isClosing(),
      });
      const durationMs = clock.now() - startedAt;
      log.debug({ requestId, route: route?.name ?? "none", status: answer.status, durationMs }, "answered");
    } catch (error) {
      log.error({ requestId, err: error }, "an answer could not be written");
      res.destroy();
    }
  };
}

function refusalAnswer(refusal: Refusal, req: IncomingMessage): Answer {
  const type = req.headers.accept?.includes("application/graphql-response+json")
    ? "application/graphql-response+json"
    : "application/json";
  return {
    status: refusal.status,
    headers: { "content-type": `${type}; charset=utf-8`, ...refusal.more.headers },
    body: refusal.body(),
  };
}

function isPreflight(req: IncomingMessage): boolean {
  return req.method === "OPTIONS" && req.headers["access-control-request-method"] !== undefined;
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** Path and query of a request target, unparsed: whatever is not one of our paths is answered with 404. */
function splitTarget(target: string): { path: string; search: string } {
  const at = target.indexOf("?");
  return at < 0 ? { path: target, search: "" } : { path: target.slice(0, at), search: target.slice(at) };
}
