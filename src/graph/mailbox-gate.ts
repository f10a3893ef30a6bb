/** How many requests are open per key; every place that was entered must be left. */
export interface Gate {
  /** Takes a free place; false when all are taken. */
  tryEnter(key: string): boolean;
  leave(key: string): void;
}

/** A gate of `limit` places per key that forgets keys nobody is in. */
export class MailboxGate implements Gate {
  readonly #open = new Map<string, number>();

  constructor(private readonly limit: number) {}

  tryEnter(key: string): boolean {
    const open = this.#open.get(key) ?? 0;
    if (open >= this.limit) return false;
    this.#open.set(key, open + 1);
    return true;
  }

  leave(key: string): void {
    const open = this.#open.get(key) ?? 0;
    if (open > 1) this.#open.set(key, open - 1);
    else this.#open.delete(key);
  }
}
