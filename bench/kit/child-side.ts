/** What a child process of the benchmark says to its parent. */
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startProfile, stopProfile } from "./child-profiler.js";

export interface Usage {
  /** Processor time used so far, garbage collection included. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

/** Long enough for threads to sweep some hundred megabytes, and to be asked for the processor by others meanwhile. */
const SWEEP_MS = 150;

type Handlers = Readonly<Record<string, (payload: never) => unknown>>;

interface Asked {
  readonly id: number;
  readonly kind: string;
  readonly payload: never;
}

/**
 * Tells the parent that this process is ready and answers what it asks: `usage`, `settledUsage`, `startProfile`,
 * `stopProfile`, and the handlers by their names. A child must not outlive the benchmark, so it ends when the channel
 * closes.
 */
export function serveParent(ready: unknown, handlers: Handlers): void {
  const all: Handlers = { usage, settledUsage, startProfile, stopProfile, ...handlers };
  process.once("disconnect", () => process.exit());
  process.on("message", async ({ id, kind, payload }: Asked) => {
    try {
      process.send?.({ id, value: await all[kind]?.(payload) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  process.send?.({ ready });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuMs: (user + system) / 1_000, rssBytes: rss, heapBytes: heapUsed };
}

/**
 * After everything that nobody holds any more was collected, and given back: V8 sweeps on other threads, so that pages
 * which one collection has emptied are still resident when it returns.
 */
async function settledUsage(): Promise<Usage> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round += 1) {
    collect();
    await sleep(SWEEP_MS);
  }
  return usage();
}
