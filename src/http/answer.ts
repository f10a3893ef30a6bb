import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { announcedBytes, hasBody } from "./body.js";
import { type Coding, codingFor, compress, createCompressor, isCompressible } from "./compression.js";

/** What a route says; `writeAnswer` adds what every answer carries. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | AsyncIterable<string | Buffer>;
}

export interface WriteOptions {
  readonly requestId: string;
  readonly cors: Readonly<Record<string, string>>;
  /** How long a client may not read before it is cut. */
  readonly stallMs: number;
  /** Whole bodies from this size on are compressed for clients that accept it, streamed ones always; null: none. */
  readonly compressMinBytes: number | null;
  readonly lastOnConnection: boolean;
}

/** An unread body up to this size is cheaper to read over than a new connection would be. */
const READ_OVER_BYTES = 64 * 1024;
/** How long a refused client may go on sending before it is cut, so that it can read the answer first. */
const LINGER_MS = 500;
const LINGER_BYTES = 1024 * 1024;

/**
 * Writes an answer whole. A client that stops reading for `stallMs` is cut; one that still sends a large body gets
 * the answer at once and a moment to notice, but its body is not read to the end.
 */
export async function writeAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  answer: Answer,
  options: WriteOptions,
): Promise<void> {
  if (res.destroyed || res.headersSent) return;
  const lingering = !req.complete && hasBody(req) && !isQuicklyReadOver(req);
  const headers: Record<string, string> = headersOf(answer, options);
  if (lingering || options.lastOnConnection) headers.connection = "close";
  const coding = negotiate(req, answer, headers, options.compressMinBytes);

  if (isStreamed(answer.body)) {
    cutWhenStalled(res, options.stallMs);
    res.writeHead(answer.status, headers);
    await writeChunks(res, answer.body, coding);
    return;
  }
  const body = coding === undefined ? answer.body : await compress(answer.body, coding);
  // The client may have gone while another thread compressed.
  if (res.destroyed) return;
  // RFC 9110, section 8.6: a 204 has no length.
  if (answer.status !== 204) headers["content-length"] = String(Buffer.byteLength(body));
  res.writeHead(answer.status, headers);
  if (!lingering) {
    res.end(body);
    // Nearly always the kernel has taken the answer by now, and no client can hold up what is not there.
    if (res.socket?.writableLength !== 0) cutWhenStalled(res, options.stallMs);
    return;
  }
  // Ending the answer would close the socket, and closing it with unread bytes resets the connection: the client
  // might never see what it was told. The answer is complete for the client by its length.
  cutWhenStalled(res, options.stallMs);
  res.write(body);
  await readOver(req);
  res.end();
}

/** Node's socket timeout counts from the last byte that left, and destroys the socket when nobody listens for it. */
function cutWhenStalled(res: ServerResponse, stallMs: number): void {
  res.setTimeout(stallMs);
}

/** Unless a route says otherwise: kept by no cache, taken for no other type, and no address told to other sites. */
function headersOf(answer: Answer, { requestId, cors }: WriteOptions): Record<string, string> {
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
  return Object.assign(headers, cors, answer.headers);
}

function isQuicklyReadOver(req: IncomingMessage): boolean {
  const announced = announcedBytes(req);
  // A client that waits for "100 Continue" will never send the body it announced.
  return announced !== undefined && announced <= READ_OVER_BYTES && req.headers.expect === undefined;
}

/**
 * Chooses the content coding and says so in the headers. Answers that some client gets compressed say to caches that
 * they depend on the request.
 */
function negotiate(
  req: IncomingMessage,
  { body, status }: Answer,
  headers: Record<string, string>,
  minBytes: number | null,
): Coding | undefined {
  if (minBytes === null || status === 204 || req.method === "HEAD") return undefined;
  // Nearly every answer is small, and its characters are counted without going through them.
  if (!isStreamed(body) && body.length < minBytes) return undefined;
  if (!isCompressible(headers)) return undefined;
  headers.vary = headers.vary === undefined ? "Accept-Encoding" : `${headers.vary}, Accept-Encoding`;
  const coding = codingFor(acceptEncodingOf(req));
  if (coding !== undefined) headers["content-encoding"] = coding;
  return coding;
}

/** Node joins repeated headers of this name; its types do not say so. */
function acceptEncodingOf({ headers }: IncomingMessage): string | undefined {
  const given = headers["accept-encoding"];
  return Array.isArray(given) ? given.join(",") : given;
}

function isStreamed(body: Answer["body"]): body is AsyncIterable<string | Buffer> {
  return typeof body !== "string" && !Buffer.isBuffer(body);
}

/**
 * Writes chunks as fast as the client takes them. A failure of theirs cuts the connection, so that half an answer never
 * passes for a whole one; a client that goes away ends them, and the compressor with them.
 */
async function writeChunks(
  res: ServerResponse,
  chunks: AsyncIterable<string | Buffer>,
  coding: Coding | undefined,
): Promise<void> {
  try {
    if (coding === undefined) await pipeline(chunks, res);
    else await pipeline(chunks, createCompressor(coding), res);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

/** Discards what still arrives of a body, for a limited time and amount. */
function readOver(req: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      req.off("data", onData).off("end", done).off("close", done);
      resolve();
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > LINGER_BYTES) done();
    };
    const timer = setTimeout(done, LINGER_MS);
    req.on("data", onData).once("end", done).once("close", done).resume();
  });
}
