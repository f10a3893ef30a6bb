import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { Refusal } from "./refusal.js";

/** What a connection is told whose bytes never became a request. Unread sockets are closed in any case. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex, mayAnswer: boolean): void {
  if (error.code === "ECONNRESET" || !socket.writable || !mayAnswer) {
    socket.destroy();
    return;
  }
  const refusal = refusalFor(error.code);
  const body = refusal.body();
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    "Connection: close",
    "Cache-Control: no-store",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

function refusalFor(code: string | undefined): Refusal {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new Refusal(408, "TIMEOUT", "The request took too long to arrive.", { extensions: { retryable: true } });
    case "HPE_HEADER_OVERFLOW":
      return new Refusal(431, "LIMIT_EXCEEDED", "The request's headers are too large.");
    default:
      return new Refusal(400, "BAD_REQUEST", "This is not a valid HTTP/1.1 request.");
  }
}
