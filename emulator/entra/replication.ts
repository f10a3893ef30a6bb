import type { ServicePrincipal } from "../core/directory.model.js";
import type { World } from "../core/world.js";

/**
 * Whether the replica that answers knows of a change made at `at`, so many seconds being what replication takes. While
 * it goes on, either no replica knows of it or, by the switch `replicasFlap`, every second request meets one that does.
 */
export function hasReplicated(world: World, at: number, seconds: number): boolean {
  if (at + seconds * 1000 <= world.clock.now()) return true;
  if (!world.switches.replicasFlap) return false;
  const { signIns } = world.store;
  signIns.replicaTurn += 1;
  return signIns.replicaTurn % 2 === 0;
}

/** Application permissions as the replica that answers knows them. */
export function knownRoles(world: World, principal: ServicePrincipal | undefined): readonly string[] {
  if (principal === undefined) return [];
  const last = principal.lastConsent;
  if (last === undefined || hasReplicated(world, last.at, world.switches.consentReplicationSeconds)) {
    return [...principal.roles];
  }
  return [...last.rolesBefore];
}
