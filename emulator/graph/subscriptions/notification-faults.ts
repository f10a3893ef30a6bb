import type { ActionOf, NotificationFault } from "../../core/faults/fault-actions.js";
import { type FaultSubject, mailboxNamesOf } from "../../core/faults/fault-match.js";
import type { SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";

const HELD_AT_MOST_MS = 60_000;

/** What becomes of one change notification. */
export interface NotificationPlan {
  /** Emulated milliseconds until each of its copies goes out; empty when none ever does. */
  readonly copiesAfterMs: readonly number[];
  /** Emulated milliseconds that the first copy waits for a later notification at most; undefined: it does not. */
  readonly heldMs: number | undefined;
}

const NOTHING: NotificationPlan = { copiesAfterMs: [], heldMs: undefined };

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

/** Applies the armed faults to a notification that is due for this subscription. */
export function planNotification(world: World, row: SubscriptionRow): NotificationPlan {
  const subject = subscriptionSubject(world, row);
  const take = <K extends NotificationFault["kind"]>(kind: K): ActionOf<K> | undefined =>
    world.faults.takeKind(kind, subject)?.action;
  const lapse = take("lapseSubscription");
  if (lapse !== undefined) {
    lapseSubscription(world, row, lapse);
    return NOTHING;
  }
  const lost = take("loseNotification");
  if (lost !== undefined) {
    noteLost(world, row);
    if (lost.notice === true) world.lifecycle.send(row.id, "missed");
    return NOTHING;
  }
  const first = world.switches.notificationDelayMs + (take("delayNotification")?.ms ?? 0);
  const { copies = 1, afterMs = 0 } = take("duplicateNotification") ?? { copies: 0 };
  const held = take("reorderNotification");
  return {
    copiesAfterMs: [first, ...Array.from({ length: copies }, () => first + afterMs)],
    heldMs: held === undefined ? undefined : (held.withinMs ?? HELD_AT_MOST_MS),
  };
}

/** The subscription is gone; its lifecycle URL hears of it only where the fault says so. */
export function lapseSubscription(world: World, row: SubscriptionRow, fault: ActionOf<"lapseSubscription">): void {
  if (fault.notice === true) world.lifecycle.send(row.id, "subscriptionRemoved");
  else world.store.subscriptions.delete(row.id);
}

function noteLost(world: World, row: SubscriptionRow): void {
  world.deliveries.add({
    at: world.clock.now(),
    kind: "change",
    url: row.notificationUrl,
    subscriptionIds: [row.id],
    attempt: 0,
    status: undefined,
    kept: "lost",
  });
}
