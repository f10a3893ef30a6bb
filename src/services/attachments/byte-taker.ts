/** Takes bytes off a stream in portions of a size that the taker chooses. */
export class ByteTaker {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  #isOver = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes, as many as asked for; fewer only at the end. The source is asked for no more than that needs. */
  async take(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = bytes;
    while (missing > 0) {
      if (this.#rest.length === 0) {
        if (this.#isOver) break;
        const next = await this.#source.next();
        this.#isOver = next.done === true;
        this.#rest = next.done ? this.#rest : next.value;
        continue;
      }
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : Buffer.concat(parts);
  }
}
