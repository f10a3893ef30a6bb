import type { FaultKind } from "./faults.js";

/** One attempt to reach a webhook. */
export interface Delivery {
  readonly at: number;
  readonly kind: "validation" | "change" | "lifecycle";
  /** Without its query, which may hold a secret. */
  readonly url: string;
  readonly subscriptionIds: readonly string[];
  /** 1 for the first. */
  readonly attempt: number;
  /** Of the answer; undefined when there was none. */
  readonly status: number | undefined;
  /** Real milliseconds until it answered or was given up. */
  readonly tookMs?: number;
  /** Faults that struck notifications in it. */
  readonly faults?: readonly FaultKind[];
  /** Why it was never sent: a fault lost it, or the endpoint was too slow for too long. */
  readonly kept?: "lost" | "dropped";
}

const MOST_ENTRIES = 10_000;

/** What was sent to webhooks; the newest 10,000 attempts are kept. */
export class DeliveryLog {
  #entries: Delivery[] = [];

  add(delivery: Delivery): void {
    this.#entries.push({ ...delivery, url: delivery.url.split("?")[0] ?? "" });
    if (this.#entries.length > MOST_ENTRIES * 1.1) this.#entries = this.#entries.slice(-MOST_ENTRIES);
  }

  /** Oldest first. */
  entries(): readonly Delivery[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
