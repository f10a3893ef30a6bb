import type { SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";

const MINUTE_MS = 60_000;

/** Plans `reauthorizationRequired` some time before the end of the subscription's life, where a switch names a time. */
export function planReauthorization(world: World, { id, expiresAt }: SubscriptionRow): void {
  const { reauthorizationLeadMinutes: lead } = world.switches;
  if (lead === undefined) return;
  world.agenda.at(Math.max(world.clock.now(), expiresAt - lead * MINUTE_MS), () => {
    const row = world.store.subscriptions.get(id);
    // A subscription that was renewed meanwhile has a plan of its own; one that was reauthorized needs none.
    if (row?.expiresAt === expiresAt && row.isReauthorized !== true) {
      world.lifecycle.send(id, "reauthorizationRequired");
    }
  });
}
