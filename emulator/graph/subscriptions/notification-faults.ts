import type { ActionOf, FaultKind, NotificationFault } from "../../core/faults/fault-actions.js";
import { type FaultSubject, mailboxNamesOf } from "../../core/faults/fault-match.js";
import type { SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";

const HELD_AT_MOST_MS = 60_000;

/** One copy of a change notification; without faults there is one, and it goes out at once. */
export interface PlannedCopy {
  /** Emulated milliseconds until it goes out. */
  readonly afterMs: number;
  /** Emulated milliseconds that it waits for a later notification at most; undefined: it does not. */
  readonly heldMs: number | undefined;
  readonly faults: readonly FaultKind[];
}

/** What faults know a subscription by: its mailbox, tenant and app, and the path of its webhook. */
export function subscriptionSubject(world: World, row: SubscriptionRow): FaultSubject {
  const user = world.store.tenants.get(row.tenantId)?.users.get(row.userId);
  return {
    service: "graph",
    method: "POST",
    path: new URL(row.notificationUrl).pathname,
    tenantId: row.tenantId,
    appId: row.appId,
    ...(user === undefined ? {} : { mailboxNames: mailboxNamesOf(user) }),
  };
}

/** Applies the armed faults to a notification that is due for this subscription; none is left of one that is lost. */
export function planNotification(world: World, row: SubscriptionRow): readonly PlannedCopy[] {
  const subject = subscriptionSubject(world, row);
  const take = <K extends NotificationFault["kind"]>(kind: K): ActionOf<K> | undefined =>
    world.faults.takeKind(kind, subject)?.action;
  const lapse = take("lapseSubscription");
  if (lapse !== undefined) {
    noteKept(world, row, "lapseSubscription");
    lapseSubscription(world, row, lapse);
    return [];
  }
  const lost = take("loseNotification");
  if (lost !== undefined) {
    noteKept(world, row, "loseNotification");
    if (lost.notice === true) world.lifecycle.send(row.id, "missed");
    return [];
  }
  const delayed = take("delayNotification");
  const doubled = take("duplicateNotification");
  const held = take("reorderNotification");
  const afterMs = world.switches.notificationDelayMs + (delayed?.ms ?? 0);
  const heldMs = held && (held.withinMs ?? HELD_AT_MOST_MS);
  const faults = [delayed, held].flatMap((fault) => fault?.kind ?? []);
  const copies = doubled === undefined ? 0 : (doubled.copies ?? 1);
  const copy = { afterMs: afterMs + (doubled?.afterMs ?? 0), heldMs: undefined };
  return [
    { afterMs, heldMs, faults },
    ...Array.from({ length: copies }, (): PlannedCopy => ({ ...copy, faults: ["duplicateNotification"] })),
  ];
}

/** The subscription is gone; its lifecycle URL hears of it only where the fault says so. */
export function lapseSubscription(world: World, row: SubscriptionRow, fault: ActionOf<"lapseSubscription">): void {
  if (fault.notice === true) world.lifecycle.send(row.id, "subscriptionRemoved");
  else world.store.subscriptions.delete(row.id);
}

function noteKept(world: World, row: SubscriptionRow, fault: FaultKind): void {
  world.deliveries.add({
    at: world.clock.now(),
    kind: "change",
    url: row.notificationUrl,
    subscriptionIds: [row.id],
    attempt: 0,
    status: undefined,
    faults: [fault],
    kept: "lost",
  });
}
