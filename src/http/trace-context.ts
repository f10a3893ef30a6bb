import { randomUUID } from "node:crypto";
import { newRequestId } from "../lib/ids.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NIL_UUID = "00000000-0000-0000-0000-000000000000";
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const NOT_SAMPLED = "00";

/** The caller's own request id when it is a UUID, else a new one. Nothing else is echoed or logged. */
export function requestIdFrom(header: string | undefined): string {
  return header !== undefined && UUID.test(header) && header !== NIL_UUID ? header.toLowerCase() : newRequestId();
}

/**
 * A `traceparent` for the work done here: the caller's trace with a span of ours, or a new trace that is not sampled
 * and has the request's id, so that either finds the other in a log.
 * W3C Trace Context, section 3.2: https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function traceparentFrom(header: string | undefined, requestId: string): string {
  const match = header === undefined ? null : TRACEPARENT.exec(header);
  const [, version, traceId, parentId, flags, rest] = match ?? [];
  const usable =
    version !== undefined &&
    version !== "ff" &&
    (version !== "00" || rest === undefined) &&
    !isZero(traceId) &&
    !isZero(parentId);
  return usable
    ? `00-${traceId}-${newSpanId()}-${flags}`
    : `00-${requestId.replaceAll("-", "")}-${newSpanId()}-${NOT_SAMPLED}`;
}

function isZero(hex: string | undefined): boolean {
  return hex === undefined || /^0+$/.test(hex);
}

/** Half of a random UUID: from Node's pool of random bytes, and never all zero because of its version digit. */
function newSpanId(): string {
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(14, 18);
}
