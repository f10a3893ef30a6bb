/**
 * Keeps one of several equal values, for as long as it is asked for. It holds at most twice its capacity: what was not
 * asked for while that many others came is forgotten.
 */
export class BoundedTable<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** The value that was first given for this key, or this one. */
  share(key: string, make: () => T): T {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    this.#old.delete(key);
    if (this.#young.size >= this.capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
