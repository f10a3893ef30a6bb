import { randomUUID } from "node:crypto";
import { newRequestId } from "../lib/ids.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const NOT_SAMPLED = "00";

/** The caller's own request id when it is a UUID, else a new one. Nothing else is echoed or logged. */
export function requestIdFrom(header: string | undefined): string {
  return header !== undefined && UUID.test(header) ? header.toLowerCase() : newRequestId();
}

/**
 * A `traceparent` for the work done here: the caller's trace with a span of ours, or a new trace that is not sampled.
 * W3C Trace Context, section 3.2: https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceparentFrom(header: string | undefined): string {
  const match = header === undefined ? null : TRACEPARENT.exec(header);
  const [, version, traceId, parentId, flags, rest] = match ?? [];
  const usable =
    version !== undefined &&
    version !== "ff" &&
    (version !== "00" || rest === undefined) &&
    !isZero(traceId) &&
    !isZero(parentId);
  return usable ? `00-${traceId}-${newSpanId()}-${flags}` : `00-${newTraceId()}-${newSpanId()}-${NOT_SAMPLED}`;
}

function isZero(hex: string | undefined): boolean {
  return hex === undefined || /^0+$/.test(hex);
}

// A version 4 UUID is never all zero, comes from Node's pool of random bytes, and has the length of a trace id.
function newTraceId(): string {
  return randomUUID().replaceAll("-", "");
}

function newSpanId(): string {
  const hex = newTraceId();
  // The half with the version digit can never be zero.
  return hex.slice(0, 16);
}
