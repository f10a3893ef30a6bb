import type { Answer, Job } from "./exchange.js";
import { localGraphError } from "./graph-error.js";
import { GRAPH_VERSION } from "./graph-url.js";
import { callerHeaders, type HttpHeaders, lowerCaseNames } from "./headers.js";
import type { HttpResponse } from "./transport.js";

/**
 * Deals requests to as few envelopes as `width` allows so that those of one mailbox spread over as many as possible.
 * Envelopes hold the requests in the order given by mailbox, not by arrival: Graph promises no order either.
 */
export function packEnvelopes<T>(items: readonly T[], width: number, mailboxOf: (item: T) => string): T[][] {
  const envelopes: T[][] = Array.from({ length: Math.ceil(items.length / width) }, () => []);
  const byMailbox = new Map<string, T[]>();
  for (const item of items) {
    const mailbox = mailboxOf(item);
    const group = byMailbox.get(mailbox);
    if (group) group.push(item);
    else byMailbox.set(mailbox, [item]);
  }
  // Neighbours go to different envelopes, so a mailbox meets itself only when it has more requests than there are.
  [...byMailbox.values()].flat().forEach((item, index) => {
    envelopes[index % envelopes.length]?.push(item);
  });
  return envelopes;
}

export interface HttpMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: HttpHeaders;
  readonly body?: string | Buffer;
}

/** The message of a request that travels alone. */
export function plainMessage({ request, target }: Job): HttpMessage {
  if (request.bytes) return bytesMessage(request, request.bytes, target.url);
  const { headers, body } = content(request);
  return {
    method: request.method,
    url: target.url,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

function bytesMessage({ method, headers }: Job["request"], body: Buffer, url: string): HttpMessage {
  const own = { "content-type": "application/octet-stream", "content-length": String(body.length) };
  return { method, url, headers: { accept: "application/json", ...callerHeaders(headers), ...own }, body };
}

/** Whether a request cannot be a part of an envelope. */
export function fitsNoEnvelope({ bytes, into, isPreauthenticated }: Job["request"]): boolean {
  return bytes !== undefined || into !== undefined || isPreauthenticated === true;
}

/** The message of several requests; part ids are their positions, counted from 1. */
export function envelopeMessage(graphUrl: string, jobs: readonly Job[]): HttpMessage {
  const requests = jobs.map(({ request, target, call }, index) => {
    const { headers, body } = content(request);
    return {
      id: String(index + 1),
      method: request.method,
      url: target.relative,
      headers: { ...headers, "client-request-id": call.requestId },
      ...(body !== undefined && { body }),
    };
  });
  return {
    method: "POST",
    url: `${graphUrl}/${GRAPH_VERSION}/$batch`,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ requests }),
  };
}

/** Turns an HTTP answer about a whole message into the answer to one request. */
export function wholeAnswer(response: HttpResponse, about: "request" | "envelope"): Answer {
  return { ...response, requestId: response.headers["request-id"] ?? "", about };
}

/** The answers of an envelope's parts in the order of its requests; an error for a part that is not there. */
export function partAnswers(response: HttpResponse, count: number): (Answer | Error)[] {
  const parts = new Map(partsOf(response).map((part) => [String(part.id), part]));
  return Array.from({ length: count }, (_, index) => {
    const part = parts.get(String(index + 1));
    if (!part) return localGraphError("BatchPartMissing", "Graph's batch answer lacks the part for this request.");
    const headers = lowerCaseNames(part.headers ?? {});
    const requestId = headers["request-id"] ?? response.headers["request-id"] ?? "";
    return { status: part.status, headers, body: part.body ?? undefined, requestId, about: "part" };
  });
}

/** The statuses of an envelope's parts, in any order. */
export function partStatuses(response: HttpResponse): number[] {
  return partsOf(response).map(({ status }) => status);
}

function partsOf({ body }: HttpResponse): BatchPart[] {
  return isRecord(body) && Array.isArray(body.responses) ? body.responses.filter(isBatchPart) : [];
}

interface BatchPart {
  readonly id: string | number;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | null;
  readonly body?: unknown;
}

function isBatchPart(value: unknown): value is BatchPart {
  if (!isRecord(value) || typeof value.status !== "number") return false;
  if (typeof value.id !== "string" && typeof value.id !== "number") return false;
  return value.headers === undefined || value.headers === null || isRecord(value.headers);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function content(request: Job["request"]): { headers: HttpHeaders; body?: unknown } {
  const headers = { accept: "application/json", ...callerHeaders(request.headers) };
  // Outlook refuses a POST action without a body inside a batch.
  const body = request.body === undefined && request.method === "POST" ? {} : request.body;
  return body === undefined ? { headers } : { headers: { ...headers, "content-type": "application/json" }, body };
}
