import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { createServer, type Socket } from "node:net";
import { loopbackIdentity } from "../emulator/core/tls-identity.js";

/**
 * What `bench/transport.ts` asks, in a process of its own: HTTP/2 and HTTP/1.1 over TLS, a fixed time for each request
 * and each handshake, no work. A mailbox's answer is 33 kB, as a week of 25 events is.
 */
const LATENCY_MS = Number(process.argv[2]);
const HANDSHAKE_MS = Number(process.argv[3]);
const MAILBOX = JSON.stringify({ value: Array.from({ length: 25 }, (_, id) => ({ id, text: "x".repeat(1_300) })) });

let sockets = 0;

async function answer(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const parts = text === "" ? 1 : (JSON.parse(text) as { requests: unknown[] }).requests.length;
  setTimeout(() => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(parts === 1 ? MAILBOX : `{"responses":[${Array(parts).fill(MAILBOX).join()}]}`);
  }, LATENCY_MS);
}

const identity = await loopbackIdentity();
const secure = createSecureServer({ ...identity, allowHTTP1: true });
secure.on("request", (request, response) => void answer(request, response).catch(() => undefined));
secure.on("session", (session) => session.on("error", () => undefined));
// TLS begins late, as far away: the handshake costs that much for each connection.
const front = createServer((socket: Socket) => {
  sockets++;
  socket.on("error", () => undefined);
  setTimeout(() => secure.emit("connection", socket), HANDSHAKE_MS);
});
front.listen(0, "127.0.0.1", () => {
  const address = front.address();
  process.send?.({ port: typeof address === "object" ? address?.port : 0, ca: identity.cert });
});
process.on("message", () => {
  process.send?.({ sockets });
  sockets = 0;
});
process.on("disconnect", () => process.exit());
