import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { localGraphError } from "../graph-error.js";

/** What `accept-encoding` may ask for: what `AnswerBody` can undo. */
export const ACCEPTED_ENCODINGS = "gzip, br";

const DECODERS: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** A body on its way in. It keeps no more than `maxBytes`, neither as it came nor decoded. */
export class AnswerBody {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** @throws GraphError `AnswerTooLarge`; the rest of the body need not be read any more. */
  add(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.maxBytes) {
      this.#chunks.length = 0;
      throw tooLarge(this.maxBytes);
    }
    this.#chunks.push(chunk);
  }

  /**
   * The whole body as text, decoded on another thread. To be called once, for it gives its bytes away.
   * @throws GraphError `AnswerTooLarge` or `UnexpectedBody`, or an error of zlib for bytes that are not what the
   *   header says.
   */
  async text(encoding: string | undefined): Promise<string> {
    const bytes = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks.length = 0;
    const name = encoding?.trim().toLowerCase() ?? "";
    if (bytes.length === 0 || name === "" || name === "identity") return bytes.toString("utf8");
    const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (!decode) throw localGraphError("UnexpectedBody", "Graph's answer has an encoding that was not asked for.");
    try {
      return (await decode(bytes, { maxOutputLength: this.maxBytes })).toString("utf8");
    } catch (error) {
      if (error instanceof RangeError) throw tooLarge(this.maxBytes);
      throw error;
    }
  }
}

function tooLarge(maxBytes: number): Error {
  return localGraphError("AnswerTooLarge", `Graph's answer is larger than ${maxBytes} bytes.`);
}
