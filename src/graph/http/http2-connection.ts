import { validateHeaderName, validateHeaderValue } from "node:http";
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from "node:http2";
import type { TLSSocket } from "node:tls";
import type { BodySink } from "../body-sink.js";
import type { HttpHeaders } from "../headers.js";
import { AnswerBody } from "./answer-body.js";
import { flatHeaders, type Message, type RawAnswer } from "./carrier.js";
import { isSuccess, streamInto } from "./stream-into.js";

export interface Http2ConnectionOptions {
  readonly maxAnswerBytes: number;
  /** How often the other side is asked for a sign of life, and how long it may take to give one. */
  readonly pingMs: number;
  /** An unused connection is closed after this. */
  readonly idleMs: number;
}

/** The server has not processed the message, so it may be sent again whatever it holds. */
export class Unprocessed extends Error {
  override readonly name = "Unprocessed";
}

/** Bodies are read at once and bounded otherwise, so windows need not slow an answer down to one a round trip. */
const STREAM_WINDOW_BYTES = 1_048_576;
const CONNECTION_WINDOW_BYTES = 16_777_216;
const MAX_SESSION_MEGABYTES = 256;
/** A connection has 2^30 stream ids of its own (RFC 9113, section 5.1.1). */
const MAX_STREAMS = 2 ** 30 - 1;

/** One HTTP/2 connection. After the server's GOAWAY it takes no more requests, but ends those it has. */
export class Http2Connection {
  readonly #session: ClientHttp2Session;
  readonly #heartbeat: NodeJS.Timeout;
  #open = 0;
  #used = 0;
  #idleBeats = 0;

  constructor(
    origin: URL,
    socket: TLSSocket,
    private readonly options: Http2ConnectionOptions,
  ) {
    this.#session = connect(origin, {
      createConnection: () => socket,
      // Node refuses new streams while it keeps more than this for a connection; its own 10 are few for 200 requests.
      maxSessionMemory: MAX_SESSION_MEGABYTES,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW_BYTES },
    });
    this.#session.once("connect", () => this.#session.setLocalWindowSize(CONNECTION_WINDOW_BYTES));
    // Streams tell their own callers; a session without a stream has nobody to tell.
    this.#session.on("error", () => undefined).once("close", () => clearInterval(this.#heartbeat));
    this.#session.unref();
    this.#heartbeat = setInterval(() => this.#beat(), options.pingMs).unref();
  }

  get isUsable(): boolean {
    return !this.#session.closed && !this.#session.destroyed && this.#used < MAX_STREAMS;
  }

  /** @throws Unprocessed when the server has said so, or nothing was sent. */
  send(message: Message): Promise<RawAnswer> {
    const { method, url, headers, body, into, signal } = message;
    if (!this.isUsable) return Promise.reject(new Unprocessed("The connection is closing."));
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      assertSendable(headers);
      const stream = this.#session.request(
        {
          ...headers,
          [constants.HTTP2_HEADER_METHOD]: method,
          [constants.HTTP2_HEADER_SCHEME]: "https",
          [constants.HTTP2_HEADER_AUTHORITY]: url.host,
          [constants.HTTP2_HEADER_PATH]: `${url.pathname}${url.search}`,
        },
        { endStream: body === undefined },
      );
      this.#enter();
      stream.once("close", () => this.#leave());
      const whole = new AnswerBody(this.options.maxAnswerBytes);
      const answer = into ? takeAnswer(stream, signal, whole, into) : readAnswer(stream, signal, whole);
      answer.then(resolve, reject);
      if (body !== undefined) stream.end(body);
    });
  }

  /** Ends when the streams have. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#session.destroyed) return resolve();
      this.#session.close(resolve);
    });
  }

  #enter(): void {
    this.#used++;
    if (this.#open++ === 0) this.#session.ref();
  }

  #leave(): void {
    this.#idleBeats = 0;
    if (--this.#open === 0) this.#session.unref();
  }

  /** A connection that a router on the way has forgotten looks open, and swallows what is sent for minutes. */
  #beat(): void {
    const { idleMs, pingMs } = this.options;
    if (this.#session.destroyed) return;
    if (this.#open === 0 && ++this.#idleBeats * pingMs >= idleMs) {
      this.#session.close();
      return;
    }
    const overdue = setTimeout(() => {
      const error = Object.assign(new Error("The connection gave no sign of life."), { code: "ETIMEDOUT" });
      this.#session.destroy(error, constants.NGHTTP2_CANCEL);
    }, pingMs).unref();
    this.#session.ping(() => clearTimeout(overdue));
  }
}

/** `node:http2` itself would send a line break inside a value. */
function assertSendable(headers: HttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
}

/** As `readAnswer`, for a body that is handed on: the server sends no faster than it is taken. */
async function takeAnswer(
  stream: ClientHttp2Stream,
  signal: AbortSignal,
  body: AnswerBody,
  into: BodySink,
): Promise<RawAnswer> {
  const onAbort = () => stream.close(constants.NGHTTP2_CANCEL);
  signal.addEventListener("abort", onAbort, { once: true });
  const closed = new Promise((resolve) => stream.once("close", resolve));
  try {
    const head = await headOf(stream);
    const answer = { status: Number(head[":status"]), headers: flatHeaders(head), body };
    if (isSuccess(answer.status)) await streamInto(into, answer.headers, stream, signal);
    else for await (const chunk of stream) body.add(chunk);
    // Only then it is known whether the server ended the stream or broke it off.
    await closed;
    if (stream.aborted || stream.rstCode !== constants.NGHTTP2_NO_ERROR) throw cutOff();
    return answer;
  } catch (error) {
    stream.close(constants.NGHTTP2_CANCEL);
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function headOf(stream: ClientHttp2Stream): Promise<Record<string, number | string | string[] | undefined>> {
  return new Promise((resolve, reject) => {
    stream
      .once("response", resolve)
      .on("error", reject)
      .once("close", () =>
        reject(isUnprocessed(stream) ? new Unprocessed("The server refused the stream.") : cutOff()),
      );
  });
}

function readAnswer(stream: ClientHttp2Stream, signal: AbortSignal, body: AnswerBody): Promise<RawAnswer> {
  return new Promise<RawAnswer>((resolve, reject) => {
    let head: Record<string, number | string | string[] | undefined> | undefined;
    let failure: unknown;
    const giveUp = (reason: unknown) => {
      failure ??= reason;
      reject(reason);
      stream.close(constants.NGHTTP2_CANCEL);
    };
    const onAbort = () => giveUp(signal.reason);
    const end = () => {
      if (failure !== undefined || stream.aborted || stream.rstCode !== constants.NGHTTP2_NO_ERROR) return;
      if (head) resolve({ status: Number(head[":status"]), headers: flatHeaders(head), body });
    };
    signal.addEventListener("abort", onAbort, { once: true });
    stream
      .once("response", (headers) => {
        head = headers;
      })
      .on("data", (chunk: Buffer) => {
        if (failure !== undefined) return;
        try {
          body.add(chunk);
        } catch (error) {
          giveUp(error);
        }
      })
      .once("end", end)
      .on("error", (error) => {
        failure ??= error;
      })
      .once("close", () => {
        signal.removeEventListener("abort", onAbort);
        end();
        // Without effect when the answer is whole, or when the caller has gone.
        reject(isUnprocessed(stream) ? new Unprocessed("The server refused the stream.") : (failure ?? cutOff()));
      });
  });
}

/** Refused before any work (RFC 9113, section 8.7), also by a GOAWAY that does not cover the stream; or never sent. */
function isUnprocessed(stream: ClientHttp2Stream): boolean {
  return stream.rstCode === constants.NGHTTP2_REFUSED_STREAM || stream.id === undefined;
}

function cutOff(): Error {
  return Object.assign(new Error("The answer was cut off."), { code: "ERR_HTTP2_STREAM_CANCEL" });
}
