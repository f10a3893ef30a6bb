/** Lets one piece of work run at a time, in the order in which they were asked for. */
export class FifoMutex {
  #tail: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as the work does; a failure does not hold up those behind it. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything asked for so far has ended. */
  async idle(): Promise<void> {
    await this.#tail;
  }
}
