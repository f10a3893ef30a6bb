import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { cutConnection } from "./cut-connection.js";
import type { BodyFault } from "./faults/fault-actions.js";
import type { HttpAnswer } from "./http-message.js";

/** Real milliseconds between the last bytes and the cut, so that they reach the other side before it. */
const BEFORE_CUT_MS = 10;

/** Writes an answer, or as much of it and as slowly as a fault of its body lets through. */
export async function writeAnswer(
  outgoing: ServerResponse,
  method: string | undefined,
  answer: HttpAnswer,
  signal: AbortSignal,
): Promise<void> {
  const text = answer.json === undefined ? (answer.text ?? "") : JSON.stringify(answer.json);
  // Head and body go out in one piece when the body is text, in two when it is bytes.
  const body = answer.bytes ?? text;
  const bodiless = answer.status === 204 || answer.status === 304;
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    ...(bodiless ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
  });
  const hasBody = !bodiless && method !== "HEAD" && body.length > 0;
  if (answer.bodyFault === undefined || !hasBody) outgoing.end(hasBody ? body : undefined);
  else await writeFaulty(outgoing, Buffer.from(body), answer.bodyFault, signal);
}

async function writeFaulty(
  outgoing: ServerResponse,
  body: Buffer,
  fault: BodyFault,
  signal: AbortSignal,
): Promise<void> {
  outgoing.flushHeaders();
  if (fault.kind === "slowBody") {
    for (let at = 0; at < body.length && !signal.aborted; at += fault.bytes) {
      if (at > 0) await wait(fault.intervalMs, undefined, { signal }).catch(() => undefined);
      outgoing.write(body.subarray(at, at + fault.bytes));
    }
    outgoing.end();
    return;
  }
  if (fault.kind === "halfBody") outgoing.write(body.subarray(0, Math.floor(body.length * (fault.share ?? 0.5))));
  await wait(BEFORE_CUT_MS, undefined, { signal }).catch(() => undefined);
  if (fault.kind === "halfBody") outgoing.socket?.end();
  else cutConnection(outgoing.socket);
}
