import type { Switches } from "../../core/switches.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { isJsonObject, type JsonObject } from "../json-body.js";

/** Most requests of one batch. Source: Microsoft Graph, "Combine multiple requests in one HTTP call using JSON batching". */
const MAX_PARTS = 20;
const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/** One request of a batch, checked. */
export interface BatchPart {
  readonly id: string;
  readonly method: string;
  /** Path from the server's root, with the envelope's version, still percent-encoded. */
  readonly path: string;
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ids of the requests to wait for, in the spelling those requests have. */
  readonly after: readonly string[];
}

/** Reads the envelope. Any fault refuses the batch as a whole, before anything runs. */
export function readEnvelope(text: string, switches: Switches): readonly BatchPart[] {
  let envelope: unknown;
  try {
    envelope = JSON.parse(text);
  } catch {
    throw badRequest("Invalid batch payload format.");
  }
  const requests = isJsonObject(envelope) ? envelope.requests : undefined;
  if (!Array.isArray(requests) || requests.length === 0)
    throw badRequest("The batch payload must hold at least one request in 'requests'.");
  if (requests.length > MAX_PARTS) {
    throw new GraphFailure(
      400,
      "MaximumValueExceeded",
      `Number of batch request steps exceeds the maximum value of ${MAX_PARTS}.`,
    );
  }
  const ids = new Map<string, string>();
  for (const request of requests) {
    const id = isJsonObject(request) ? request.id : undefined;
    if (typeof id !== "string" || id === "") throw badRequest("Every request of a batch needs an id that is a text.");
    if (ids.has(id.toLowerCase())) throw badRequest(`The request id '${id}' is used more than once in the batch.`);
    ids.set(id.toLowerCase(), id);
  }
  const parts = requests.map((request: JsonObject) => readPart(request, ids));
  assertDependencies(parts, switches);
  return parts;
}

function readPart(request: JsonObject, ids: ReadonlyMap<string, string>): BatchPart {
  const id = String(request.id);
  const method = String(request.method ?? "").toUpperCase();
  if (!METHODS.includes(method)) throw badRequest(`Request '${id}' needs a method: one of ${METHODS.join(", ")}.`);
  if (typeof request.url !== "string" || request.url === "" || /^[a-z][a-z0-9+.-]*:/i.test(request.url)) {
    throw badRequest(`Request '${id}' needs a url that is relative to the version root.`);
  }
  const url = request.url.startsWith("/") ? request.url : `/${request.url}`;
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (/^\/\$batch\/?$/i.test(path)) throw badRequest("A batch cannot hold a batch.");
  const headers = readHeaders(id, request.headers);
  return {
    id,
    method,
    path: `/v1.0${path}`,
    query: mark < 0 ? "" : url.slice(mark + 1),
    headers,
    body: readBody(id, method, request.body, headers),
    after: readDependencies(id, request.dependsOn, ids),
  };
}

function readHeaders(id: string, value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isJsonObject(value)) throw badRequest(`The headers of request '${id}' must be an object.`);
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name.toLowerCase(), String(text)]));
}

/** A write needs a body and its content type, an action without arguments `{}`; base64 text carries other types. */
function readBody(id: string, method: string, value: unknown, headers: Readonly<Record<string, string>>): string {
  const type = headers["content-type"];
  const writes = method === "POST" || method === "PATCH" || method === "PUT";
  if ((value !== undefined || writes) && (value === undefined || type === undefined)) {
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  if (value === undefined) return "";
  if (typeof value === "string" && !/json/i.test(type ?? "")) return Buffer.from(value, "base64").toString("utf8");
  return JSON.stringify(value);
}

function readDependencies(id: string, value: unknown, ids: ReadonlyMap<string, string>): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest(`The dependsOn of request '${id}' must be an array of ids.`);
  return value.map((other: unknown) => {
    const known = ids.get(String(other).toLowerCase());
    if (known === undefined)
      throw badRequest(`Request '${id}' depends on '${String(other)}', which is not in the batch.`);
    return known;
  });
}

/** Allowed are no dependencies, one serial chain, or all others depending on the same first request. */
function assertDependencies(parts: readonly BatchPart[], switches: Switches): void {
  assertNoCircle(parts);
  const targets = parts.flatMap((part) => part.after);
  if (targets.length === 0 || switches.tangledDependsOn === "allow") return;
  const roots = parts.filter((part) => part.after.length === 0).length;
  const isSimple = parts.every((part) => part.after.length <= 1);
  const isChain = new Set(targets).size === targets.length;
  const isFan = new Set(targets).size === 1;
  if (roots !== 1 || !isSimple || (!isChain && !isFan)) {
    throw badRequest("The dependsOn of a batch must form one chain, or all must depend on the same request.");
  }
}

/** Takes away, round by round, what waits for nothing that is left; what cannot be taken away waits for itself. */
function assertNoCircle(parts: readonly BatchPart[]): void {
  let left = parts;
  for (;;) {
    const ids = new Set(left.map((part) => part.id));
    const waiting = left.filter((part) => part.after.some((id) => ids.has(id)));
    if (waiting.length === 0) return;
    if (waiting.length === left.length)
      throw badRequest(`The dependsOn of request '${left[0]?.id}' leads back to itself.`);
    left = waiting;
  }
}
