import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../lib/clock.js";

const WINDOW_MS = 60_000;
const MAX_MISSES = 30;
/** Networks that are remembered at once. */
const MAX_NETWORKS = 10_000;
/** A household or office has a /64. */
const IPV6_GROUPS = 4;

/**
 * Counts links that lead to nothing, by network. Tokens of 256 bits cannot be guessed; this keeps whoever tries from
 * filling answers and logs. A link that is known is never refused, so nobody can lock others out who come through the
 * same proxy.
 */
export class MissLimit {
  readonly #windows = new LRUCache<string, { misses: number; readonly endsAt: number }>({ max: MAX_NETWORKS });

  constructor(private readonly clock: Clock) {}

  /** Notes a miss. Gives the seconds to wait when there were too many of them, `isFirst` once a minute. */
  miss(remoteAddress: string | undefined): { readonly waitSeconds: number; readonly isFirst: boolean } | null {
    const now = this.clock.now();
    const network = networkOf(remoteAddress ?? "");
    const known = this.#windows.get(network);
    const window = known !== undefined && known.endsAt > now ? known : { misses: 0, endsAt: now + WINDOW_MS };
    window.misses += 1;
    this.#windows.set(network, window);
    if (window.misses <= MAX_MISSES) return null;
    return {
      waitSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1_000)),
      isFirst: window.misses === MAX_MISSES + 1,
    };
  }
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = [], tail = []] = plain.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  return [...head, ...zeros, ...tail].slice(0, IPV6_GROUPS).join(":");
}
