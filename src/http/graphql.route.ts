import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { isAppError } from "../lib/app-error.js";
import { parseBody, readBody } from "./body.js";
import { CallScope } from "./call-scope.js";
import { statusFor } from "./graphql-status.js";
import type { HttpConfig, HttpEdgeOptions } from "./options.js";
import { Refusal } from "./refusal.js";
import type { Exchange, Route } from "./route.js";
import { StartQueue } from "./start-queue.js";

/** GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/ */
export function graphqlRoute({ graphql, http, clock }: Pick<HttpEdgeOptions, "graphql" | "http" | "clock">): Route {
  const starts = new StartQueue();
  return {
    name: "graphql",
    methods: ["GET", "POST"],
    cors: true,
    access: "viewer",
    async handle(exchange, viewer) {
      const body = exchange.req.method === "POST" ? await bodyOf(exchange, http) : undefined;
      const { res, requestId, traceparent } = exchange;
      const idempotencyKey = exchange.req.headers["idempotency-key"]?.toString();
      const facts = { requestId, traceparent, client: viewer.apiKeyId, idempotencyKey };
      const scope = new CallScope(res, facts, { deadlineMs: http.deadlineMs, clock });
      try {
        const request = toApollo(exchange, body);
        await starts.next();
        const response = await scope.within(graphql.execute(request, { viewer, call: scope.call }));
        const head = { status: statusFor(response), headers: Object.fromEntries(response.headers) };
        if (response.body.kind === "chunked") return { ...head, body: scope.covering(response.body.asyncIterator) };
        scope.end();
        return { ...head, body: response.body.string };
      } catch (error) {
        scope.end();
        if (isAppError(error, "TIMEOUT")) {
          throw new Refusal(504, "TIMEOUT", error.message, { extensions: { retryable: true } });
        }
        throw error;
      }
    },
  };
}

async function bodyOf({ req, res }: Exchange, { bodyLimitBytes, requestTimeoutMs }: HttpConfig): Promise<object> {
  if (req.headers.expect !== undefined) res.writeContinue();
  const bytes = await readBody(req, bodyLimitBytes, requestTimeoutMs);
  return parseBody(req.headers["content-type"], req.headers["content-encoding"], bytes);
}

function toApollo({ req, search }: Exchange, body: object | undefined): HTTPGraphQLRequest {
  return { method: req.method ?? "", headers: apolloHeaders(req), search, body };
}

/**
 * The headers that Apollo reads, and no others: some carry secrets. It judges the content type of a GET; that of a POST
 * has been judged here, before its body was parsed.
 */
function apolloHeaders({ method, headers }: IncomingMessage): HeaderMap {
  const passed = new HeaderMap();
  if (headers.accept !== undefined) passed.set("accept", headers.accept);
  if (method === "GET" && headers["content-type"] !== undefined) passed.set("content-type", headers["content-type"]);
  // Apollo wants proof that a browser asked for permission before it sent the request across sites. Whoever comes
  // this far sent an Authorization header, which browsers never send across sites unasked, so the proof is given.
  passed.set("apollo-require-preflight", "true");
  return passed;
}
