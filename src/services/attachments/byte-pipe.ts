import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { BodySink } from "../../graph/index.js";

/** How much may be on its way between the two ends. */
const BUFFER_BYTES = 262_144;

/** Bytes that are written at one end and read at the other, the writer never far ahead of the reader. */
export class BytePipe implements BodySink {
  readonly head: Promise<Readonly<Record<string, string>>>;
  hasBegun = false;
  readonly #stream = new PassThrough({ highWaterMark: BUFFER_BYTES });
  #begin: (headers: Readonly<Record<string, string>>) => void = () => {};

  constructor() {
    this.head = new Promise((resolve) => {
      this.#begin = resolve;
    });
    // The reader is told of a failure by what it reads; without one there is nobody to tell.
    this.#stream.on("error", () => undefined);
  }

  begin(headers: Readonly<Record<string, string>>): void {
    this.hasBegun = true;
    this.#begin(headers);
  }

  async write(chunk: Buffer): Promise<void> {
    if (!this.#stream.write(chunk)) await once(this.#stream, "drain");
  }

  end(): void {
    this.#stream.end();
  }

  /** Half a body never passes for a whole one: the reader gets the error. */
  fail(error: unknown): void {
    this.#stream.destroy(error instanceof Error ? error : new Error("cut off", { cause: error }));
  }

  /** `onLeave` is called when the reader has the whole, or wants no more. */
  async *chunks(onLeave: () => void): AsyncGenerator<Buffer, void> {
    try {
      for await (const chunk of this.#stream) yield chunk as Buffer;
    } finally {
      onLeave();
    }
  }
}
