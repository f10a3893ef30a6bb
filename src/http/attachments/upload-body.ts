import type { IncomingMessage, ServerResponse } from "node:http";
import { announcedBytes } from "../body.js";
import { bodyTooLarge, Refusal } from "../refusal.js";

export interface UploadBodyLimits {
  readonly maxBytes: number;
  /** From here on the size has to be announced. */
  readonly maxUnsizedBytes: number;
  /** How long the client may send nothing. */
  readonly stallMs: number;
}

/** Bytes that the client says it will send: by its header, else by the parameter. Null: it does not say. */
export function announcedSize(req: IncomingMessage, parameter: number | null): number | null {
  const header = announcedBytes(req) ?? null;
  if (header !== null && parameter !== null && header !== parameter) {
    throw new Refusal(400, "INVALID_INPUT", "`size` and Content-Length are not the same number.", {
      extensions: { argumentPath: ["size"] },
    });
  }
  return header ?? parameter;
}

/**
 * The body of an upload, read no faster than it is taken. Rejects with a `Refusal` when it is longer or shorter than
 * `expected`, too long, or stops. A client that waits for "100 Continue" gets it with the first piece that is asked for.
 */
export async function* uploadBody(
  req: IncomingMessage,
  res: ServerResponse,
  expected: number | null,
  { maxBytes, maxUnsizedBytes, stallMs }: UploadBodyLimits,
): AsyncGenerator<Buffer, void> {
  if (req.headers.expect !== undefined) res.writeContinue();
  // The request outlives its body's reader: it still has to be answered.
  const chunks: AsyncIterator<Buffer> = req.iterator({ destroyOnReturn: false });
  let bytes = 0;
  for (;;) {
    const next = await nextChunk(chunks, stallMs);
    if (next.done) break;
    bytes += next.value.length;
    if (expected !== null && bytes > expected) throw mismatch(expected, "more");
    if (bytes > maxBytes) throw bodyTooLarge(maxBytes, undefined);
    if (expected === null && bytes >= maxUnsizedBytes) throw lengthRequired(maxUnsizedBytes);
    yield next.value;
  }
  if (expected !== null && bytes < expected) throw mismatch(expected, `${bytes}`);
}

async function nextChunk(chunks: AsyncIterator<Buffer>, stallMs: number): Promise<IteratorResult<Buffer>> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Refusal(408, "TIMEOUT", "The request took too long to arrive.", { extensions: { retryable: true } }));
    }, stallMs);
  });
  try {
    return await Promise.race([chunks.next(), stalled]);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, "BAD_REQUEST", "The request body ended early.");
  } finally {
    clearTimeout(timer);
  }
}

function lengthRequired(from: number): Refusal {
  const message = `Microsoft wants to know the size of a file of ${from} bytes and more before it comes. Send a Content-Length, or the parameter \`size\`.`;
  return new Refusal(411, "INVALID_INPUT", message, { extensions: { argumentPath: ["size"] } });
}

function mismatch(expected: number, actual: string): Refusal {
  return new Refusal(
    400,
    "INVALID_INPUT",
    `${expected} bytes were announced and ${actual} came. Nothing was attached.`,
    {
      extensions: { argumentPath: ["size"] },
    },
  );
}
