import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type SecureServerOptions,
  type ServerHttp2Session,
} from "node:http2";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import { loopbackIdentity } from "../../../../emulator/core/tls-identity.js";

export interface SecureRequest {
  readonly method: string;
  readonly path: string;
  readonly httpVersion: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type Reply = (response: Http2ServerResponse, request: SecureRequest) => void;

export interface SecureServer {
  readonly url: string;
  /** The certificate to trust. */
  readonly ca: string;
  readonly requests: readonly SecureRequest[];
  /** All sockets that were ever opened. */
  readonly sockets: readonly TLSSocket[];
  readonly sessions: ReadonlySet<ServerHttp2Session>;
  /** The most requests that were being answered at once, and how many are now. */
  peak(): number;
  open(): number;
}

/** A TLS server that speaks HTTP/2 and, unless told otherwise, HTTP/1.1; closed when the test ends. */
export async function startSecureServer(
  reply: Reply = (response) => void response.end("{}"),
  options: SecureServerOptions = {},
): Promise<SecureServer> {
  const identity = await loopbackIdentity();
  const requests: SecureRequest[] = [];
  const sockets: TLSSocket[] = [];
  const sessions = new Set<ServerHttp2Session>();
  let open = 0;
  let peak = 0;
  const server = createSecureServer({ ...identity, allowHTTP1: true, ...options });
  server.on("secureConnection", (socket) => sockets.push(socket));
  server.on("session", (session) => {
    sessions.add(session);
    session.on("error", () => undefined).once("close", () => sessions.delete(session));
  });
  server.on("request", async (incoming, response) => {
    incoming.on("error", () => undefined);
    response.on("error", () => undefined);
    open++;
    peak = Math.max(peak, open);
    response.once("close", () => open--);
    const request = await read(incoming);
    if (request === undefined) return;
    requests.push(request);
    reply(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const session of sessions) session.destroy();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  return { url, ca: identity.cert, requests, sockets, sessions, peak: () => peak, open: () => open };
}

/** Options of a server that chooses this HTTP version ("h2" or "http/1.1") by ALPN. */
export function speaking(protocol: () => string): SecureServerOptions {
  // Node's types do not know yet that an HTTP/2 server hands these two on to TLS.
  return { ALPNProtocols: undefined, ALPNCallback: protocol } as SecureServerOptions;
}

/** Undefined when the client left before its request was whole. */
async function read(incoming: Http2ServerRequest): Promise<SecureRequest | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk);
  } catch {
    return undefined;
  }
  const { method, url, httpVersion, headers } = incoming;
  return { method, path: url, httpVersion, headers, body: Buffer.concat(chunks).toString("utf8") };
}
