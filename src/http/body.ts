import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { bodyTooLarge, Refusal } from "./refusal.js";

/** Reads a body of at most `maxBytes` within `timeoutMs`; refuses another one as soon as that is known. */
export function readBody(req: IncomingMessage, maxBytes: number, timeoutMs: number): Promise<Buffer> {
  const announced = announcedBytes(req);
  if (announced !== undefined && announced > maxBytes) return Promise.reject(bodyTooLarge(maxBytes, announced));

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // The listeners go with the request, and taking them off one by one would cost more than asking whether they are
    // still wanted. A request is closed after its end, too; that must not cost a refusal with its stack.
    let isSettled = false;
    const stop = (refusal: Refusal) => {
      isSettled = true;
      clearTimeout(timer);
      req.pause();
      reject(refusal);
    };
    const timer = setTimeout(() => {
      stop(new Refusal(408, "TIMEOUT", "The request took too long to arrive.", { extensions: { retryable: true } }));
    }, timeoutMs);
    const onData = (chunk: Buffer) => {
      if (isSettled) return;
      bytes += chunk.length;
      if (bytes > maxBytes) stop(bodyTooLarge(maxBytes, undefined));
      else chunks.push(chunk);
    };
    const onEnd = () => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    };
    const onGone = () => {
      if (!isSettled) stop(new Refusal(400, "BAD_REQUEST", "The request body ended early."));
    };
    req.on("data", onData).on("end", onEnd).on("error", onGone).on("close", onGone);
  });
}

/** The size that `Content-Length` promises; undefined for a streamed body. */
export function announcedBytes(req: IncomingMessage): number | undefined {
  const header = req.headers["content-length"];
  return header === undefined ? undefined : Number(header);
}

export function hasBody(req: IncomingMessage): boolean {
  return req.headers["transfer-encoding"] !== undefined || (announcedBytes(req) ?? 0) > 0;
}

/**
 * The members of a GraphQL request in a JSON body. What the members must be is Apollo's to say; here the text has to
 * be UTF-8 JSON holding one object.
 */
export function parseBody(contentType: string | undefined, encoding: string | undefined, bytes: Buffer): object {
  requireJson(contentType);
  if (encoding !== undefined && encoding.trim().toLowerCase() !== "identity") {
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Compressed request bodies are not accepted; send plain JSON.", {
      headers: { "accept-encoding": "identity" },
    });
  }
  if (bytes.length === 0) throw new Refusal(400, "BAD_REQUEST", 'The request body is empty; send {"query": "…"}.');
  const value = parseJson(bytes);
  if (Array.isArray(value)) {
    throw new Refusal(400, "BAD_REQUEST", "Batches of operations are not accepted; send one operation a request.");
  }
  if (typeof value !== "object" || value === null) {
    throw new Refusal(400, "BAD_REQUEST", 'The request body has to be a JSON object like {"query": "…"}.');
  }
  return value;
}

/** Refuses every content type but JSON in UTF-8. */
function requireJson(contentType: string | undefined): void {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json") {
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", 'Send the request with "Content-Type: application/json".');
  }
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send the request body in UTF-8.");
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    if (!isUtf8(bytes)) throw new SyntaxError("not UTF-8");
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    // The parser's own message quotes the body, which may hold what should not be repeated.
    throw new Refusal(400, "BAD_REQUEST", "The request body is not valid JSON in UTF-8.");
  }
}
