import { setTimeout as wait } from "node:timers/promises";
import { matches } from "./faults/fault-match.js";
import type { HttpRequest } from "./http-message.js";
import type { SeededRandom } from "./seeded-random.js";

/** How long the emulated services take. All off by default. */
export interface LatencySettings {
  /** Median service time of each Graph request, and of each part of a `$batch`, in milliseconds. */
  graphMs: number;
  /** Median service time of each token request, in milliseconds. */
  entraMs: number;
  /** Spread of the lognormal distribution around the median; 0 makes every request take the median. */
  jitterSigma: number;
  /** Medians of single routes, of which the first that matches counts. */
  routes: readonly RouteLatency[];
}

export interface RouteLatency {
  readonly method?: string;
  /** Path without query, in any case; `*` stands for any text. */
  readonly path: string;
  /** Median in milliseconds. */
  readonly ms: number;
}

export const NO_LATENCY: Readonly<LatencySettings> = Object.freeze({
  graphMs: 0,
  entraMs: 0,
  jitterSigma: 0,
  routes: [],
});

/** Takes real time from each request, so that concurrency and its limits are real. */
export class Latency {
  constructor(
    readonly settings: LatencySettings,
    readonly random: SeededRandom,
  ) {}

  /** Waits as long as the service would work; ends early, without an error, when the caller goes away. */
  async spend(
    service: "graph" | "entra",
    { method, path, signal }: Pick<HttpRequest, "method" | "path" | "signal">,
  ): Promise<void> {
    const route = this.settings.routes.find((one) => matches(one, { service, method, path }));
    const median = route?.ms ?? (service === "graph" ? this.settings.graphMs : this.settings.entraMs);
    if (median <= 0) return;
    const sigma = this.settings.jitterSigma;
    const ms = sigma > 0 ? median * Math.exp(sigma * this.random.normal()) : median;
    await wait(ms, undefined, { signal }).catch(() => undefined);
  }
}
