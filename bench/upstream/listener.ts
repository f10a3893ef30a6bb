import type { IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import type { Duplex } from "node:stream";
import { answerBatch } from "./batch.js";
import { fault, type GraphAnswer } from "./fault.js";
import { BenchGraph } from "./graph.js";
import { DEFAULT_SETTINGS, type UpstreamCounters, type UpstreamSettings } from "./settings.js";

type Req = IncomingMessage | Http2ServerRequest;
type Res = ServerResponse | Http2ServerResponse;

const VERSION = "/v1.0";
/** Below it is what a measuring program asks and tells; none of it is counted. */
export const CONTROL = "/-/";

/** The stand-in behind any number of listening sockets: Graph, the token endpoint and the control path. */
export class UpstreamListener {
  readonly #graph = new BenchGraph(DEFAULT_SETTINGS);
  readonly #connections = new Set<Duplex>();
  readonly #controlled = new WeakSet<Duplex>();
  #counted = new Set<Duplex>();
  /** When a new connection may give its first answer. */
  readonly #readyAt = new WeakMap<Duplex, number>();
  #http = 0;
  #tokens = 0;
  #bytesOut = 0;
  #cpuAtReset = process.cpuUsage();

  onConnection(socket: Duplex): void {
    this.#connections.add(socket);
    this.#readyAt.set(socket, performance.now() + this.#graph.settings.handshakeMs);
    socket.once("close", () => this.#connections.delete(socket));
    socket.on("error", () => {});
  }

  onRequest(req: Req, res: Res): void {
    const url = req.url ?? "";
    const socket = connectionOf(req);
    if (url.startsWith(CONTROL)) {
      this.#controlled.add(socket);
      readText(req, (text) => send(res, this.#control(url.slice(CONTROL.length), text)));
    } else if (url.includes("/oauth2/v2.0/token")) {
      this.#tokens += 1;
      readText(req, () => void setTimeout(() => send(res, token()), this.#graph.settings.latency.ms));
    } else {
      this.#counted.add(socket);
      this.#http += 1;
      const waitMs = (this.#readyAt.get(socket) ?? 0) - performance.now();
      if (waitMs > 0) setTimeout(() => this.#serve(req, res, url), waitMs);
      else this.#serve(req, res, url);
    }
  }

  #serve(req: Req, res: Res, url: string): void {
    const app = String(req.headers.authorization ?? "");
    const method = req.method ?? "";
    const path = url.slice(VERSION.length);
    const isSecure = "encrypted" in req.socket && req.socket.encrypted === true;
    const root = `${isSecure ? "https" : "http"}://${hostOf(req)}${VERSION}`;
    const then = (answer: GraphAnswer) => {
      this.#bytesOut += answer.body.length;
      send(res, answer);
    };
    if (app === "") then(fault(401, "InvalidAuthenticationToken", "Access token is empty."));
    else if (path === "/$batch") readText(req, (text) => answerBatch(this.#graph, text, { app, root }, then));
    else if (method === "GET") this.#graph.answer({ method, path, app, root }, then);
    else readText(req, (text) => this.#graph.answer({ method, path, app, root, body: JSON.parse(text) }, then));
  }

  #control(what: string, text: string): GraphAnswer {
    switch (what) {
      case "settings":
        this.#graph.reset({ ...DEFAULT_SETTINGS, ...(JSON.parse(text) as Partial<UpstreamSettings>) });
        this.#forget();
        return json({});
      case "counters":
        return json(this.#counters());
      case "written":
        return json(this.#graph.written());
      case "disconnect":
        for (const socket of this.#connections) if (!this.#controlled.has(socket)) socket.destroy();
        return json({});
      default:
        return fault(404, "NotFound", "settings, counters, written or disconnect");
    }
  }

  #counters(): UpstreamCounters {
    const { user, system } = process.cpuUsage(this.#cpuAtReset);
    return {
      http: this.#http,
      ...this.#graph.tally,
      tokens: this.#tokens,
      bytesOut: this.#bytesOut,
      sockets: this.#counted.size,
      cpuMs: (user + system) / 1_000,
    };
  }

  #forget(): void {
    this.#counted = new Set();
    this.#http = 0;
    this.#tokens = 0;
    this.#bytesOut = 0;
    this.#cpuAtReset = process.cpuUsage();
  }
}

function readText(req: Req, then: (text: string) => void): void {
  const chunks: Buffer[] = [];
  req.on("data", (chunk: Buffer) => chunks.push(chunk));
  req.on("end", () => then(Buffer.concat(chunks).toString()));
}

/** HTTP/2 has a member of its own for it. */
function hostOf({ headers }: Req): string {
  return String(headers.host ?? headers[":authority"]);
}

function connectionOf(req: Req): Duplex {
  // All streams of an HTTP/2 session share its socket, of which each request has another proxy.
  return "stream" in req && req.stream?.session ? (req.stream.session as unknown as Duplex) : (req.socket as Duplex);
}

function json(value: unknown): GraphAnswer {
  return { status: 200, headers: { "Content-Type": "application/json" }, body: Buffer.from(JSON.stringify(value)) };
}

function token(): GraphAnswer {
  return json({ token_type: "Bearer", expires_in: 3_599, ext_expires_in: 3_599, access_token: "bench.token" });
}

function send(res: Res, { status, headers, body }: GraphAnswer): void {
  res.writeHead(status, { ...headers, "Content-Length": String(body.length) } as never);
  (res as ServerResponse).end(body);
}
