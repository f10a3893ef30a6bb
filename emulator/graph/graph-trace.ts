import { randomUUID } from "node:crypto";
import type { HttpRequest } from "../core/http-message.js";
import type { World } from "../core/world.js";
import type { GraphTrace } from "./graph-failure.js";

const DIAGNOSTIC = JSON.stringify({
  ServerInfo: { DataCenter: "Local", Slice: "E", Ring: "0", ScaleUnit: "000", RoleInstance: "EMULATOR" },
});

export function newTrace(world: World, request: HttpRequest): GraphTrace {
  const requestId = randomUUID();
  return { now: world.clock.now(), requestId, clientRequestId: request.headers["client-request-id"] ?? requestId };
}

/** The headers that are on every answer of Graph, errors included. */
export function traceHeaders(trace: GraphTrace): Record<string, string> {
  return {
    "request-id": trace.requestId,
    "client-request-id": trace.clientRequestId,
    Date: new Date(trace.now).toUTCString(),
    "x-ms-ags-diagnostic": DIAGNOSTIC,
  };
}

/** The headers that describe an answer's own content, in a part of a batch as well. */
export function contentHeaders(hasJson: boolean): Record<string, string> {
  return hasJson
    ? {
        "Cache-Control": "private",
        "Content-Type":
          "application/json; odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
        "OData-Version": "4.0",
      }
    : { "Cache-Control": "private" };
}
