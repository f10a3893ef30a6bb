import type { RequestLog } from "../core/request-log.js";

/** How often each limit refused and each kind of fault struck, among the requests that the log holds. */
export function describeFates(log: RequestLog): unknown {
  const limits: Record<string, number> = {};
  const faults: Record<string, number> = {};
  for (const { refusedBy: limit, fault } of log.entries()) {
    if (limit !== undefined) limits[limit] = (limits[limit] ?? 0) + 1;
    if (fault !== undefined) faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
  }
  return { requests: log.count(), refusedByLimit: limits, struckByFault: faults };
}
