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
  #base = 0;

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
    const { tenantId, userId } = mailbox;
    // The numbers count up without gaps, so the first change after a number has its distance from the base as its index.
    // A mailbox may be asked for by the view that somebody else has of it, so it is known by its owner.
    return this.#changes
      .slice(Math.max(0, sequence - this.#base))
      .filter((change) => change.mailbox.userId === userId && change.mailbox.tenantId === tenantId);
  }

  /** Calls `listener` within each write; returns what stops it. */
  subscribe(listener: (change: EventChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.restart(0);
  }

  /** Forgets all changes and counts on from a number, as after a state was loaded. */
  restart(sequence: number): void {
    this.#changes.length = 0;
    this.#sequence = sequence;
    this.#base = sequence;
  }

  /** Changes up to this number are not known; what would need them has to begin anew. */
  get base(): number {
    return this.#base;
  }
}
