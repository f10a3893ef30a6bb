import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { sleep } from "../lib/sleep.js";
import { attachmentRoutes } from "./attachments/attachment.routes.js";
import { answerBrokenRequest } from "./client-error.js";
import { explorerRoutes } from "./explorer/explorer.routes.js";
import { graphqlRoute } from "./graphql.route.js";
import { livenessRoute, readinessRoute } from "./health.route.js";
import { metricsRoute } from "./metrics.route.js";
import type { HttpEdge, HttpEdgeOptions } from "./options.js";
import { connectRoutes } from "./pages/connect.routes.js";
import { invitationRoutes } from "./pages/invitation.routes.js";
import { createRequestHandler, type FindRoute } from "./request-handler.js";
import type { Route } from "./route.js";
import { schemaRoute } from "./schema.route.js";
import { WorkCounter } from "./work-counter.js";

/** More headers than any honest client sends; Node's own default is 2,000. */
const MAX_HEADERS = 100;
/** Node looks for slow requests every 30 s by default, which would make a timeout of 10 s one of 40 s. */
const MAX_CHECK_INTERVAL_MS = 1_000;

const SWEEP_MS = 50;

/** The HTTP side of the gateway over `node:http`, without a web framework (docs/decisions/0002-http-edge.md). */
export function createHttpEdge(options: HttpEdgeOptions): HttpEdge {
  const { http } = options;
  let closing: Promise<void> | undefined;
  const isClosing = () => closing !== undefined;
  const handle = createRequestHandler(options, routesOf(options, isClosing), isClosing);

  const server = createTunedServer(options);
  const sockets = new Set<Socket>();
  const lastAnswer = new WeakMap<object, ServerResponse>();
  const work = new WorkCounter();

  const onRequest = (req: IncomingMessage, res: ServerResponse) => {
    lastAnswer.set(req.socket, res);
    work.begin();
    void handle(req, res).then(() => {
      work.end();
      if (!req.complete) cutUnread(req, http.requestTimeoutMs);
    });
  };
  server.on("request", onRequest);
  // With a listener of its own, "Expect: 100-continue" is answered only after the key has been checked.
  server.on("checkContinue", onRequest);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("clientError", (error, socket) => {
    const answer = lastAnswer.get(socket);
    answerBrokenRequest(error, socket, answer === undefined || answer.writableFinished || !answer.headersSent);
  });

  async function drainAndClose(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Browsers open connections ahead of time; Node does not count those without a request as idle.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    // An answer whose head went out before closing began leaves its connection open, and idle when it ends.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const timer = new AbortController();
    const drained = closed.then(() => work.done());
    await Promise.race([drained, sleep(http.drainMs, timer.signal).catch(() => {})]);
    timer.abort();
    clearInterval(sweep);
    server.closeAllConnections();
    await closed;
  }

  return {
    listen: () => listen(server, http.host, http.port),
    close: () => {
      closing ??= drainAndClose();
      return closing;
    },
  };
}

/** A body that nobody reads any more must not hold its connection for as long as the largest file may take. */
function cutUnread(req: IncomingMessage, afterMs: number): void {
  const timer = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, afterMs);
  timer.unref();
  req.once("close", () => clearTimeout(timer));
}

function createTunedServer({ http, attachments }: HttpEdgeOptions): Server {
  const server = createServer({
    // Node insists that the head has no more time than the whole.
    headersTimeout: Math.min(http.headersTimeoutMs, http.requestTimeoutMs),
    // Node has one time for all requests. Files need the longest; other bodies are timed where they are read.
    requestTimeout: Math.max(http.requestTimeoutMs, attachments?.deadlineMs ?? 0),
    keepAliveTimeout: http.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.min(http.headersTimeoutMs / 2, MAX_CHECK_INTERVAL_MS),
  });
  server.maxHeadersCount = MAX_HEADERS;
  return server;
}

function routesOf(options: HttpEdgeOptions, isClosing: () => boolean): FindRoute {
  const routes = new Map<string, Route>([
    ["/graphql", graphqlRoute(options)],
    ["/health/live", livenessRoute()],
    ["/health/ready", readinessRoute(() => options.readiness(), isClosing)],
    ["/schema.graphql", schemaRoute(() => options.sdl())],
  ]);
  if (options.metrics) routes.set("/metrics", metricsRoute(options.metrics));
  const { connect, http, log, clock } = options;
  if (connect) {
    const pages = connectRoutes({ ...connect, deadlineMs: http.deadlineMs, log, clock });
    for (const [path, route] of pages) routes.set(path, route);
  }
  const invitations = connect && invitationRoutes({ ...connect, log, clock });
  const files = options.attachments;
  const attachments = files && attachmentRoutes({ ...files, stallMs: http.requestTimeoutMs, clock });
  const explorer = options.explorer && explorerRoutes(options.explorer, options.log);
  return (req, path, search) =>
    explorer?.(req, path, search) ??
    routes.get(path) ??
    attachments?.(req, path, search) ??
    invitations?.(req, path, search);
}

function listen(server: Server, host: string, port: number): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => reject(isTaken(error) ? taken(host, port) : error);
    server.once("error", onError);
    server.listen({ host, port }, () => {
      server.off("error", onError);
      const address = server.address() as AddressInfo;
      resolve({ url: `http://${nameOf(address)}:${address.port}`, port: address.port });
    });
  });
}

function isTaken(error: Error): boolean {
  return "code" in error && error.code === "EADDRINUSE";
}

function taken(host: string, port: number): Error {
  return new Error(`Port ${port} of ${host} is in use by another program. Set PORT to a free one, or to 0 for any.`);
}

/** A host that a browser on this machine can open. */
function nameOf({ address, family }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::" || address === "127.0.0.1") return "localhost";
  return family === "IPv6" ? `[${address}]` : address;
}
