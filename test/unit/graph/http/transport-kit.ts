import { onTestFinished } from "vitest";
import {
  createTransport,
  type HttpRequest,
  type Transport,
  type TransportOptions,
} from "../../../../src/graph/index.js";

export function read(url: string, headers: Record<string, string> = {}): HttpRequest {
  return { method: "GET", url, headers, signal: new AbortController().signal };
}

export function post(url: string, body: string, headers: Record<string, string> = {}): HttpRequest {
  return { ...read(url, { "content-type": "application/json", ...headers }), method: "POST", body };
}

/** A transport that is closed when the test ends. */
export function closing(options: TransportOptions): Transport {
  const transport = createTransport(options);
  onTestFinished(() => void transport.close?.());
  return transport;
}
