import type { EventChange } from "../../core/change-feed.js";
import type { Delivery } from "../../core/delivery-log.js";
import type { LifecycleEvent } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { EndpointHealth } from "./endpoint-health.js";
import { planNotification } from "./notification-faults.js";
import { changeItem, lifecycleItem, seenBy } from "./notification-items.js";
import { gapAfter, type Item, type Parcel, parcelBody, subscriptionIdsOf } from "./parcel.js";
import { postToWebhook } from "./webhook-client.js";

/** A notification that waits until a later one has gone out. */
interface HeldItem {
  readonly item: Item;
  readonly url: string;
  /** How many had been handed over for the URL before it. */
  readonly behind: number;
  /** Takes it off the agenda, where its longest wait is. */
  readonly forget: () => void;
}

/**
 * Sends change and lifecycle notifications to webhooks. Changes of the same moment to one URL go in one POST. What
 * fails is tried again with growing gaps for four hours of the emulated clock; then it is dropped, and `missed` sent.
 */
export class Notifier {
  readonly health: EndpointHealth;
  #waiting = new Map<string, Item[]>();
  #held: HeldItem[] = [];
  /** Notifications handed over so far, by URL. */
  #counts = new Map<string, number>();
  readonly #missedPlanned = new Set<string>();
  #isFlushPlanned = false;
  #closing = new AbortController();
  readonly #open = new Set<Promise<void>>();
  readonly #unsubscribe: () => void;

  constructor(readonly world: World) {
    this.health = new EndpointHealth(world);
    this.#unsubscribe = world.store.changes.subscribe((change) => this.#notice(change));
    world.lifecycle.handleBy((id, event) => this.sendLifecycle(id, event));
  }

  /** Sends a lifecycle notification where the subscription has a URL for it; false for an unknown subscription. */
  sendLifecycle(subscriptionId: string, event: LifecycleEvent): boolean {
    const { store, clock } = this.world;
    const row = store.subscriptions.get(subscriptionId.toLowerCase());
    if (row === undefined) return false;
    if (event === "subscriptionRemoved") store.subscriptions.delete(row.id);
    const url = row.lifecycleNotificationUrl;
    if (url !== null) {
      const items = [{ row, json: lifecycleItem(row, event), faults: [] }];
      this.#send({ url, kind: "lifecycle", items, firstAt: clock.now(), attempt: 1, newest: 0 });
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
    this.#held = [];
    this.#counts.clear();
    this.#missedPlanned.clear();
    this.health.clear();
    this.#closing.abort();
    this.#closing = new AbortController();
  }

  close(): void {
    this.#unsubscribe();
    this.clear();
    this.#closing.abort();
  }

  #notice(change: EventChange): void {
    const { store, clock, agenda } = this.world;
    for (const row of store.subscriptions.values()) {
      if (row.expiresAt <= clock.now()) {
        store.subscriptions.delete(row.id);
        continue;
      }
      const seen = seenBy(this.world, row, change);
      if (seen === undefined) continue;
      const json = changeItem(this.world, row, seen);
      for (const { afterMs, heldMs, faults } of planNotification(this.world, row)) {
        const item = { row, json, faults };
        agenda.after(afterMs, () => (heldMs === undefined ? this.#enqueue(item) : this.#hold(item, heldMs)));
      }
    }
  }

  #hold(item: Item, longestMs: number): void {
    const url = item.row.notificationUrl;
    const release = () => {
      this.#held = this.#held.filter((held) => held.item !== item);
      this.#enqueue(item);
    };
    const behind = this.#counts.get(url) ?? 0;
    this.#held.push({ item, url, behind, forget: this.world.agenda.after(longestMs, release) });
  }

  /** Lets go what was to wait for one of these notifications. */
  #release({ url, newest }: Parcel): void {
    const due = this.#held.filter((held) => held.url === url && held.behind < newest);
    this.#held = this.#held.filter((held) => !due.includes(held));
    for (const { item, forget } of due) {
      forget();
      this.#enqueue(item);
    }
  }

  #enqueue(item: Item): void {
    // A subscription that was deleted or has moved meanwhile decides for itself.
    const row = this.world.store.subscriptions.get(item.row.id);
    if (row === undefined) return;
    const url = row.notificationUrl;
    this.#counts.set(url, (this.#counts.get(url) ?? 0) + 1);
    this.#waiting.set(url, [...(this.#waiting.get(url) ?? []), item]);
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    const parcels = [...this.#waiting];
    this.#waiting = new Map();
    this.#isFlushPlanned = false;
    const firstAt = this.world.clock.now();
    for (const [url, items] of parcels) {
      this.#dispatch({ url, kind: "change", items, firstAt, attempt: 1, newest: this.#counts.get(url) ?? 0 });
    }
  }

  /** Sends a parcel as its endpoint deserves: now, ten seconds later, or never. */
  #dispatch(parcel: Parcel): void {
    const state = parcel.kind === "change" ? this.health.state(parcel.url) : "good";
    if (state === "good") this.#send(parcel);
    else if (state === "slow")
      this.world.agenda.after(this.world.switches.slowWebhookDelayMs, () => this.#send(parcel));
    else {
      this.#log(parcel, { kept: "dropped" });
      for (const id of subscriptionIdsOf(parcel)) this.#planMissed(id, this.health.dropsUntil(parcel.url));
    }
  }

  #send(parcel: Parcel): void {
    const work = this.#deliver(parcel, this.#closing.signal).finally(() => this.#open.delete(work));
    this.#open.add(work);
  }

  async #deliver(parcel: Parcel, signal: AbortSignal): Promise<void> {
    const { world } = this;
    const body = await parcelBody(world, parcel);
    const at = world.clock.now();
    const started = performance.now();
    const answer = await postToWebhook(world, parcel.url, "application/json", body, signal);
    if (signal.aborted) return;
    const tookMs = performance.now() - started;
    this.health.note(parcel.url, tookMs);
    this.#log(parcel, { at, status: answer?.status, tookMs });
    this.#release(parcel);
    if (answer !== undefined && answer.status >= 200 && answer.status < 300) return;
    const gapMs = gapAfter(world, parcel, answer);
    const isTriedAgain = world.clock.now() + gapMs <= parcel.firstAt + world.switches.notificationRetryMs;
    if (isTriedAgain) world.agenda.after(gapMs, () => this.#dispatch({ ...parcel, attempt: parcel.attempt + 1 }));
    else if (parcel.kind === "change") for (const id of subscriptionIdsOf(parcel)) this.sendLifecycle(id, "missed");
  }

  /** One `missed` for all that a subscription loses while its endpoint drops. */
  #planMissed(subscriptionId: string, at: number): void {
    if (this.#missedPlanned.has(subscriptionId)) return;
    this.#missedPlanned.add(subscriptionId);
    this.world.agenda.at(at, () => {
      this.#missedPlanned.delete(subscriptionId);
      this.sendLifecycle(subscriptionId, "missed");
    });
  }

  #log(parcel: Parcel, outcome: Partial<Delivery>): void {
    const { kind, url, attempt, items } = parcel;
    const subscriptionIds = subscriptionIdsOf(parcel);
    const faults = [...new Set(items.flatMap((item) => item.faults))];
    const common = { at: this.world.clock.now(), kind, url, subscriptionIds, attempt, status: undefined };
    this.world.deliveries.add({ ...common, ...(faults.length === 0 ? {} : { faults }), ...outcome });
  }
}
