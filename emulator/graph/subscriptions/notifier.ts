import type { EventChange } from "../../core/change-feed.js";
import type { Delivery } from "../../core/delivery-log.js";
import type { LifecycleEvent, SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { changeItem, lifecycleItem, seenBy } from "./notification-items.js";
import { validationToken } from "./resource-data.js";
import { postToWebhook } from "./webhook-client.js";

/** How long a failed notification is tried again, in emulated time, and the first and the largest gap. */
const RETRY_FOR_MS = 4 * 3_600_000;
const FIRST_GAP_MS = 10_000;
const LARGEST_GAP_MS = 1_800_000;

interface Item {
  readonly row: SubscriptionRow;
  readonly json: Record<string, unknown>;
}

/** Several notifications for one URL, which travel and are tried again together. */
interface Parcel {
  readonly url: string;
  readonly kind: Extract<Delivery["kind"], "change" | "lifecycle">;
  readonly items: readonly Item[];
  readonly firstAt: number;
  readonly attempt: number;
}

/**
 * Sends change and lifecycle notifications to webhooks. Changes of the same moment to one URL go in one POST. What
 * fails is tried again with growing gaps for four hours of the emulated clock; then it is dropped, and `missed` sent.
 */
export class Notifier {
  #waiting = new Map<string, Item[]>();
  #isFlushPlanned = false;
  #closing = new AbortController();
  readonly #open = new Set<Promise<void>>();
  readonly #unsubscribe: () => void;

  constructor(readonly world: World) {
    this.#unsubscribe = world.store.changes.subscribe((change) => this.#notice(change));
  }

  /** Sends a lifecycle notification where the subscription has a URL for it; false for an unknown subscription. */
  sendLifecycle(subscriptionId: string, event: LifecycleEvent): boolean {
    const { store, clock } = this.world;
    const row = store.subscriptions.get(subscriptionId.toLowerCase());
    if (row === undefined) return false;
    if (event === "subscriptionRemoved") store.subscriptions.delete(row.id);
    const url = row.lifecycleNotificationUrl;
    if (url !== null) {
      const items = [{ row, json: lifecycleItem(row, event) }];
      this.#send({ url, kind: "lifecycle", items, firstAt: clock.now(), attempt: 1 });
    }
    return true;
  }

  /** Resolves when nothing is on its way; what waits for a retry is not waited for. */
  async settled(): Promise<void> {
    while (this.#isFlushPlanned || this.#open.size > 0) {
      await Promise.all(this.#open);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  clear(): void {
    this.#waiting.clear();
    this.#closing.abort();
    this.#closing = new AbortController();
  }

  close(): void {
    this.#unsubscribe();
    this.#waiting.clear();
    this.#closing.abort();
  }

  #notice(change: EventChange): void {
    const { store, clock, agenda, switches } = this.world;
    for (const row of store.subscriptions.values()) {
      if (row.expiresAt <= clock.now()) store.subscriptions.delete(row.id);
      else {
        const seen = seenBy(this.world, row, change);
        if (seen === undefined) continue;
        const item = { row, json: changeItem(this.world, row, seen) };
        agenda.after(switches.notificationDelayMs, () => this.#enqueue(item));
      }
    }
  }

  #enqueue(item: Item): void {
    // A subscription that was deleted or has moved meanwhile decides for itself.
    const row = this.world.store.subscriptions.get(item.row.id);
    if (row === undefined) return;
    this.#waiting.set(row.notificationUrl, [...(this.#waiting.get(row.notificationUrl) ?? []), item]);
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    const parcels = [...this.#waiting];
    this.#waiting = new Map();
    this.#isFlushPlanned = false;
    const firstAt = this.world.clock.now();
    for (const [url, items] of parcels) this.#send({ url, kind: "change", items, firstAt, attempt: 1 });
  }

  #send(parcel: Parcel): void {
    const work = this.#deliver(parcel, this.#closing.signal).finally(() => this.#open.delete(work));
    this.#open.add(work);
  }

  async #deliver(parcel: Parcel, signal: AbortSignal): Promise<void> {
    const { world } = this;
    const { url, kind, items, attempt } = parcel;
    const tokens = await this.#tokensFor(items);
    const body = JSON.stringify({
      value: items.map(({ json }) => json),
      ...(tokens.length === 0 ? {} : { validationTokens: tokens }),
    });
    const at = world.clock.now();
    const answer = await postToWebhook(world, url, "application/json", body, signal);
    if (signal.aborted) return;
    const subscriptionIds = [...new Set(items.map(({ row }) => row.id))];
    world.deliveries.add({ at, kind, url, subscriptionIds, attempt, status: answer?.status });
    const isTaken = answer !== undefined && answer.status >= 200 && answer.status < 300;
    if (!isTaken) this.#tryLater(parcel);
  }

  #tryLater(parcel: Parcel): void {
    const { agenda, clock } = this.world;
    const gapMs = Math.min(LARGEST_GAP_MS, FIRST_GAP_MS * 2 ** (parcel.attempt - 1));
    if (clock.now() + gapMs <= parcel.firstAt + RETRY_FOR_MS) {
      agenda.after(gapMs, () => this.#send({ ...parcel, attempt: parcel.attempt + 1 }));
      return;
    }
    if (parcel.kind === "lifecycle") return;
    for (const id of new Set(parcel.items.map(({ row }) => row.id))) this.sendLifecycle(id, "missed");
  }

  /** One token per app and tenant, for rich notifications only. */
  #tokensFor(items: readonly Item[]): Promise<string[]> {
    const rich = items.filter(({ row }) => row.resourceData !== undefined);
    const pairs = new Map(rich.map(({ row }) => [`${row.appId}|${row.tenantId}`, row]));
    return Promise.all([...pairs.values()].map((row) => validationToken(this.world, row.appId, row.tenantId)));
  }
}
