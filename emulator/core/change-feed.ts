import type { EventRow, Mailbox } from "./mailbox.model.js";

/** One write to one mailbox. `before` is absent for a new event, `after` for a removed one. */
export interface EventChange {
  /** Counts up by one over the whole store. */
  readonly sequence: number;
  readonly at: number;
  readonly mailbox: Mailbox;
  readonly before: EventRow | undefined;
  readonly after: EventRow | undefined;
}

/**
 * Every write to an event, in order. Whatever follows from a change - delta rounds, notifications, copies in
 * attendees' mailboxes - reads or listens here, so that the code which writes need not know of it.
 */
export class ChangeFeed {
  readonly #changes: EventChange[] = [];
  readonly #listeners = new Set<(change: EventChange) => void>();
  #sequence = 0;

  publish(change: Omit<EventChange, "sequence">): void {
    this.#sequence += 1;
    const entry = { ...change, sequence: this.#sequence };
    this.#changes.push(entry);
    for (const listener of this.#listeners) listener(entry);
  }

  /** The number of the latest change; a delta cursor taken now is this number. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Changes of one mailbox after a sequence number, oldest first. */
  since(sequence: number, mailbox: Mailbox): readonly EventChange[] {
    // The numbers count from one without gaps, so the first change after a number has it as its index.
    const { tenantId, userId } = mailbox;
    // A mailbox may be asked for by the view that somebody else has of it, so it is known by its owner.
    return this.#changes
      .slice(sequence)
      .filter((change) => change.mailbox.userId === userId && change.mailbox.tenantId === tenantId);
  }

  /** Calls `listener` within each write; returns what stops it. */
  subscribe(listener: (change: EventChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#changes.length = 0;
    this.#sequence = 0;
  }
}
