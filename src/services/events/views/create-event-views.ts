import type { GraphClient } from "../../../graph/index.js";
import type { Clock } from "../../../lib/clock.js";
import { EventViews } from "./event-views.js";
import { MemoryViewStore } from "./memory-view-store.js";
import { ViewCache } from "./view-cache.js";
import { ViewReads } from "./view-reads.js";
import { ViewRefresher } from "./view-refresher.js";

export interface ResponseCacheSettings {
  readonly kind: "memory" | "off";
  /** Bytes of all that is kept, as estimated. */
  readonly maxBytes: number;
  /** How old an answer may be where a query does not say; 0 keeps nothing. */
  readonly defaultMaxAgeSeconds: number;
}

/** Views over Graph, with or without a memory of what was answered. */
export function createEventViews(
  { graph, clock }: { readonly graph: GraphClient; readonly clock: Clock },
  { kind, maxBytes, defaultMaxAgeSeconds }: ResponseCacheSettings,
): EventViews {
  const reads = new ViewReads({ graph, clock });
  const refresher = new ViewRefresher({ graph, reads, clock });
  const cache = kind === "off" ? null : new ViewCache({ store: new MemoryViewStore(maxBytes), refresher, clock });
  return new EventViews({ reads, cache, defaultMaxAgeSeconds });
}
