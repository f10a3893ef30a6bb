import { setTimeout as wait } from "node:timers/promises";
import type { SeededRandom } from "./seeded-random.js";

/** How long the emulated services take. All off by default. */
export interface LatencySettings {
  /** Median service time of each Graph request, and of each part of a `$batch`, in milliseconds. */
  graphMs: number;
  /** Median service time of each token request, in milliseconds. */
  entraMs: number;
  /** Spread of the lognormal distribution around the median; 0 makes every request take the median. */
  jitterSigma: number;
}

export const NO_LATENCY: Readonly<LatencySettings> = Object.freeze({ graphMs: 0, entraMs: 0, jitterSigma: 0 });

/** Takes real time from each request, so that concurrency and its limits are real. */
export class Latency {
  constructor(
    readonly settings: LatencySettings,
    readonly random: SeededRandom,
  ) {}

  /** Waits as long as the service would work; ends early, without an error, when the caller goes away. */
  async spend(service: "graph" | "entra", signal: AbortSignal): Promise<void> {
    const median = service === "graph" ? this.settings.graphMs : this.settings.entraMs;
    if (median <= 0) return;
    const sigma = this.settings.jitterSigma;
    const ms = sigma > 0 ? median * Math.exp(sigma * this.random.normal()) : median;
    await wait(ms, undefined, { signal }).catch(() => undefined);
  }
}
