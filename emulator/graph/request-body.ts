import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { HttpRequest } from "../core/http-message.js";
import type { Switches } from "../core/switches.js";
import { GraphFailure } from "./graph-failure.js";
import { bodyUnreadable } from "./json-body.js";

/** Largest body in bytes once it is unpacked, the same as that of a plain one. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** Objects and lists inside each other; OData's readers have such a limit, Graph's is not published. */
const MAX_NESTING = 100;

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer;
const CODINGS: Readonly<Record<string, Unpack>> = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync };

/** Throws 413 for a body that was too large to be read; that is told before anybody looks at the token. */
export function assertBodySize(request: HttpRequest, switches: Switches): void {
  if (request.isTooLarge === true) throw tooLarge(switches);
}

/**
 * The request with a body that can be read as text. Throws 415 for a content coding that is not taken, 413 for one that
 * unpacks to too much and 400 `RequestBodyRead` for bytes that are not so coded, or JSON that is nested too deeply.
 */
export function withReadableBody(request: HttpRequest, switches: Switches): HttpRequest {
  const coding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const readable = coding === "identity" || coding === "" ? request : unpacked(request, coding, switches);
  if (isNestedDeeply(readable.body))
    throw bodyUnreadable(`The payload is nested more than ${MAX_NESTING} levels deep.`);
  return readable;
}

function unpacked(request: HttpRequest, coding: string, switches: Switches): HttpRequest {
  const unpack = Object.hasOwn(CODINGS, coding) ? CODINGS[coding] : undefined;
  if (switches.compressedBodies === "refuse" || unpack === undefined) {
    throw new GraphFailure(415, "UnsupportedMediaType", `The content encoding '${coding}' is not supported.`);
  }
  let bytes: Buffer;
  try {
    bytes = unpack(request.bytes ?? Buffer.from(request.body), { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(switches);
    throw bodyUnreadable(`The payload cannot be read as '${coding}'.`);
  }
  return { ...request, bytes, body: bytes.toString("utf8") };
}

function tooLarge(switches: Switches): GraphFailure {
  return new GraphFailure(413, switches.oversizedBodyCode, "The request entity is too large.", { Connection: "close" });
}

/** Counts brackets outside of quoted text, before a parser or a writer runs out of its stack on them. */
function isNestedDeeply(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) at += letter === "\\" ? 1 : 0;
    else if (letter === "{" || letter === "[") depth += 1;
    else if (letter === "}" || letter === "]") depth -= 1;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
