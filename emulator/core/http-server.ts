import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { writeAnswer } from "./answer-writer.js";
import { cutConnection } from "./cut-connection.js";
import { ConnectionCut, type HttpAnswer, type HttpRequest } from "./http-message.js";

/** Largest request body in bytes; 4 MB is what Graph is believed to take. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const KEEP_ALIVE_MS = 75_000;
const LOOPBACK_HOSTS = new Set(["127.0.0.1", "::1", "localhost"]);

const NO_BODY = Buffer.alloc(0);

export type HttpHandler = (request: HttpRequest) => Promise<HttpAnswer>;

/** In PEM form. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

export interface RunningServer {
  readonly origin: string;
  /** Cuts open connections and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the handler on a loopback address, by https where an identity is given. Rejects with an `Error` for any other host, because the emulator hands
 * out tokens to whoever knows its public demo secrets.
 */
export async function startServer(
  handler: HttpHandler,
  host: string,
  port: number,
  identity?: TlsIdentity,
): Promise<RunningServer> {
  if (!LOOPBACK_HOSTS.has(host)) throw new Error(`The emulator listens on loopback addresses only, not on "${host}".`);
  const open = new Set<AbortController>();
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void serve(handler, incoming, outgoing, open);
  };
  const server = identity === undefined ? createServer(onRequest) : createTlsServer({ ...identity }, onRequest);
  // Longer than clients keep idle connections, so that none is closed just as a client sends on it.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  return {
    origin: `${identity === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        for (const gone of open) gone.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}

async function serve(
  handler: HttpHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  open: Set<AbortController>,
): Promise<void> {
  const gone = new AbortController();
  open.add(gone);
  outgoing.once("close", () => {
    open.delete(gone);
    // Aborting makes an error with a stack, which a request that was answered can do without.
    if (!outgoing.writableFinished) gone.abort();
  });
  try {
    const body = await readBody(incoming);
    const answer = await handler(toRequest(incoming, body, gone.signal));
    if (!gone.signal.aborted) await writeAnswer(outgoing, incoming.method, answer, gone.signal);
  } catch (error) {
    if (!(error instanceof ConnectionCut) && !gone.signal.aborted && !outgoing.headersSent) {
      const message = error instanceof Error ? error.message : String(error);
      const json = { error: { code: "EmulatorDefect", message } };
      await writeAnswer(outgoing, incoming.method, { status: 500, headers: {}, json }, gone.signal);
    } else {
      cutConnection(incoming.socket);
    }
  }
}

function toRequest(incoming: IncomingMessage, read: Buffer | undefined, signal: AbortSignal): HttpRequest {
  const target = incoming.url ?? "/";
  const mark = target.indexOf("?");
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const body = read ?? Buffer.alloc(0);
  return {
    method: (incoming.method ?? "GET").toUpperCase(),
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers,
    body: body.toString("utf8"),
    bytes: body,
    ...(read === undefined ? { isTooLarge: true } : {}),
    signal,
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const { headers } = incoming;
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return NO_BODY;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is still read, because closing early would reset the connection before the answer is seen.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}
