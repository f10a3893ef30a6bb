import { PLACES } from "../upstream/settings.js";

/** At most four requests at once for each mailbox, over all questions of a process: the least that keeps Graph's limit. */
export class MailboxGate {
  readonly #open = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Works when there is a place in each of the mailboxes, first come, first served. */
  async within<T>(mailboxes: readonly string[], work: () => Promise<T>): Promise<T> {
    // Everybody takes places in the same order, so that no two wait for each other.
    const taken = [...mailboxes].sort();
    for (const mailbox of taken) {
      if (!this.#enter(mailbox)) await this.#turn(mailbox);
    }
    try {
      return await work();
    } finally {
      for (const mailbox of taken) this.#leave(mailbox);
    }
  }

  /** Takes a place, if there is one. */
  #enter(mailbox: string): boolean {
    const open = this.#open.get(mailbox) ?? 0;
    if (open < PLACES) this.#open.set(mailbox, open + 1);
    return open < PLACES;
  }

  #turn(mailbox: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.#waiting.get(mailbox);
      if (queue) queue.push(resolve);
      else this.#waiting.set(mailbox, [resolve]);
    });
  }

  #leave(mailbox: string): void {
    const queue = this.#waiting.get(mailbox);
    const next = queue?.shift();
    if (queue?.length === 0) this.#waiting.delete(mailbox);
    // Who waited takes the place over.
    if (next) {
      next();
      return;
    }
    const left = (this.#open.get(mailbox) ?? 1) - 1;
    if (left === 0) this.#open.delete(mailbox);
    else this.#open.set(mailbox, left);
  }
}
