import { isGraphError, localGraphError } from "../graph-error.js";
import { type HttpRequest, networkCode, parseBody, type Transport } from "../transport.js";
import { ACCEPTED_ENCODINGS } from "./answer-body.js";
import type { RawAnswer } from "./carrier.js";
import type { ProxyRoute } from "./http1-carrier.js";
import { Origin, type OriginOptions } from "./origin.js";
import { ParseTurns } from "./parse-turns.js";
import { TlsConnector } from "./tls-connector.js";

/** How Graph is reached. Numbers are whole and above 0. */
export interface TransportOptions {
  /** Use HTTP/2 with servers that offer it (over TLS, by ALPN); default true. */
  readonly http2?: boolean;
  /** HTTP/1.1 sockets per origin; default 256. */
  readonly connections?: number;
  /** HTTP/2 connections per origin; default 1. */
  readonly http2Connections?: number;
  /** Bytes of one answer, as it comes and decoded; default 67,108,864. More is a `GraphError` `AnswerTooLarge`. */
  readonly maxAnswerBytes?: number;
  /** Milliseconds to open a connection; default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds between two signs of life that an HTTP/2 connection is asked for; default 15,000. */
  readonly pingMs?: number;
  /** Milliseconds after which an unused HTTP/2 connection is closed; default 300,000. */
  readonly idleMs?: number;
  /** Certificates in PEM that are trusted instead of Node's own. */
  readonly ca?: string | undefined;
  /** Reach https origins but its exceptions through this proxy, by HTTP/1.1. */
  readonly proxy?: ProxyRoute | undefined;
}

/**
 * The gateway's own transport: keeps connections alive, speaks HTTP/2 where the server does and else HTTP/1.1 with
 * many sockets, asks for compressed answers and bounds them, never follows a redirect. It has no timeout but that of
 * connecting: the time of an exchange is kept by the request's signal.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const settings = settingsOf(options);
  const tls = new TlsConnector({ ca: settings.ca, connectTimeoutMs: settings.http1.connectTimeoutMs });
  const origins = new Map<string, Origin>();
  const parseTurns = new ParseTurns();
  let isClosed = false;

  function originOf(name: string): Origin {
    const known = origins.get(name);
    if (known !== undefined) return known;
    const origin = new Origin(new URL(name), tls, settings);
    origins.set(name, origin);
    return origin;
  }

  function exchange({ method, url, headers, body, into, signal }: HttpRequest): Promise<RawAnswer> {
    const target = new URL(url);
    return originOf(target.origin).send({
      method,
      url: target,
      // What is handed on as it comes is not decoded here.
      headers: { "accept-encoding": into ? "identity" : ACCEPTED_ENCODINGS, ...headers },
      body,
      into,
      signal,
    });
  }

  return {
    async send(request) {
      const { signal } = request;
      signal.throwIfAborted();
      if (isClosed) throw localGraphError("ClientClosed", "The transport is closed.");
      try {
        const { status, headers, body } = await exchange(request);
        request.onArrived?.(status);
        const text = await body.text(headers["content-encoding"]);
        return { status, headers, body: await parseTurns.run(() => parseBody(text)) };
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (isGraphError(error)) throw error;
        throw localGraphError("NetworkError", `Graph could not be reached (${networkCode(error)}).`);
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...origins.values()].map((origin) => origin.close()));
    },
  };
}

function settingsOf(options: TransportOptions): OriginOptions {
  const { maxAnswerBytes = 67_108_864, connectTimeoutMs = 10_000, pingMs = 15_000, idleMs = 300_000 } = options;
  const { http2 = true, http2Connections = 1, connections = 256 } = options;
  return {
    http1: { connections, connectTimeoutMs, maxAnswerBytes },
    http2: http2 ? { connections: http2Connections, maxAnswerBytes, pingMs, idleMs } : undefined,
    ca: options.ca,
    proxy: options.proxy,
  };
}
