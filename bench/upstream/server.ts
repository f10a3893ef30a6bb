/** The stand-in as a process of its own. `node server.mjs [key certificate]`: with both files it also listens with TLS. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer, type Http2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { serveParent } from "../kit/child-side.js";
import { UpstreamListener } from "./listener.js";

const [key, cert] = process.argv.slice(2);
const listener = new UpstreamListener();

const plain = createServer((req, res) => listener.onRequest(req, res));
plain.keepAliveTimeout = 120_000;
plain.on("connection", (socket: Duplex) => listener.onConnection(socket));
const url = `http://127.0.0.1:${await portOf(plain)}`;

let secureUrl: string | undefined;
if (key !== undefined && cert !== undefined) {
  const secure = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true },
    (req, res) => listener.onRequest(req, res),
  );
  // HTTP/1.1 over TLS is counted by its socket, HTTP/2 by its session.
  secure.on("session", (session: Http2Session) => listener.onConnection(session as unknown as Duplex));
  secure.on("secureConnection", (socket: Duplex & { alpnProtocol?: string | false }) => {
    if (socket.alpnProtocol !== "h2") listener.onConnection(socket);
  });
  secureUrl = `https://127.0.0.1:${await portOf(secure)}`;
}

serveParent({ url, ...(secureUrl !== undefined && { secureUrl }) }, {});

function portOf(server: { listen(port: number, host: string, then: () => void): unknown; address(): unknown }) {
  return new Promise<number>((found) => {
    server.listen(0, "127.0.0.1", () => found((server.address() as AddressInfo).port));
  });
}
