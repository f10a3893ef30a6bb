export type Priority = "interactive" | "background";

/** Where an item queues. */
export interface Place {
  /** Whose turn it is; the items of one client keep their order. */
  readonly client: string;
  readonly priority: Priority;
  /** True for what was out already and comes back: it goes before everything that has not been out yet. */
  readonly isRepeated: boolean;
}

/** Interactive items that leave in a row at most while background items wait. */
const INTERACTIVE_IN_A_ROW = 4;

/**
 * A queue that serves clients in turn, so that a long list of one does not delay the single request of another:
 * with c clients, each gets every c-th turn. Background items get every fifth turn while interactive ones wait.
 */
export class FairQueue<T> {
  readonly #repeated = new Set<T>();
  readonly #interactive = new TurnTaking<T>();
  readonly #background = new TurnTaking<T>();
  #inARow = 0;

  get size(): number {
    return this.#repeated.size + this.#interactive.size + this.#background.size;
  }

  push(item: T, { client, priority, isRepeated }: Place): void {
    if (isRepeated) this.#repeated.add(item);
    else if (priority === "background") this.#background.push(item, client);
    else this.#interactive.push(item, client);
  }

  /** What `shift` would take out. It stays the same until something comes that goes before it, or is taken out. */
  peek(): T | undefined {
    for (const item of this.#repeated) return item;
    return this.#isBackgroundsTurn ? this.#background.peek() : this.#interactive.peek();
  }

  /** Takes out whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    for (const item of this.#repeated) {
      this.#repeated.delete(item);
      return item;
    }
    if (this.#isBackgroundsTurn) {
      this.#inARow = 0;
      return this.#background.shift();
    }
    this.#inARow = this.#background.size > 0 ? this.#inARow + 1 : 0;
    return this.#interactive.shift();
  }

  get #isBackgroundsTurn(): boolean {
    const mayYield = this.#background.size > 0 && this.#inARow >= INTERACTIVE_IN_A_ROW;
    return this.#interactive.size === 0 || mayYield;
  }

  /** False when the item is not (or no longer) in the queue. */
  delete(item: T): boolean {
    return this.#repeated.delete(item) || this.#interactive.delete(item) || this.#background.delete(item);
  }

  *[Symbol.iterator](): Generator<T> {
    yield* this.#repeated;
    yield* this.#interactive;
    yield* this.#background;
  }
}

/** Items by client. The map's order is the order of turns: who was served goes to its end. */
class TurnTaking<T> {
  readonly #turns = new Map<string, Set<T>>();
  readonly #clients = new Map<T, string>();

  get size(): number {
    return this.#clients.size;
  }

  push(item: T, client: string): void {
    this.#clients.set(item, client);
    const items = this.#turns.get(client);
    if (items) items.add(item);
    else this.#turns.set(client, new Set([item]));
  }

  peek(): T | undefined {
    for (const items of this.#turns.values()) for (const item of items) return item;
    return undefined;
  }

  shift(): T | undefined {
    for (const [client, items] of this.#turns) {
      for (const item of items) {
        this.delete(item);
        if (this.#turns.delete(client)) this.#turns.set(client, items);
        return item;
      }
    }
    return undefined;
  }

  delete(item: T): boolean {
    const client = this.#clients.get(item);
    if (client === undefined) return false;
    this.#clients.delete(item);
    const items = this.#turns.get(client);
    items?.delete(item);
    if (items?.size === 0) this.#turns.delete(client);
    return true;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const items of this.#turns.values()) yield* items;
  }
}
