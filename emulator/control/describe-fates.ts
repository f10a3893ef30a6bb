import type { World } from "../core/world.js";

/** How often each limit refused and each kind of fault struck, among the requests and deliveries that the logs hold. */
export function describeFates({ log, deliveries }: Pick<World, "log" | "deliveries">) {
  const limits: Record<string, number> = {};
  const faults: Record<string, number> = {};
  for (const { refusedBy: limit, fault } of log.entries()) {
    if (limit !== undefined) limits[limit] = (limits[limit] ?? 0) + 1;
    if (fault !== undefined) faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
  }
  // Further attempts carry the same notifications.
  const firstAttempts = deliveries.entries().filter(({ attempt }) => attempt <= 1);
  for (const kind of firstAttempts.flatMap((delivery) => delivery.faults ?? [])) faults[kind] = (faults[kind] ?? 0) + 1;
  return { refusedByLimit: limits, struckByFault: faults };
}
