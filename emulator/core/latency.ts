import { setTimeout as wait } from "node:timers/promises";
import { matches } from "./faults/fault-match.js";
import type { HttpRequest } from "./http-message.js";
import { createRandom, type SeededRandom } from "./seeded-random.js";

/** How long requests of one route take. */
export interface RouteLatency {
  readonly service?: "entra" | "graph";
  readonly method?: string;
  /** Path without query, in any case; `*` stands for any text. */
  readonly path: string;
  /** Median service time in milliseconds. */
  readonly ms: number;
  /** In place of `jitterSigma`. */
  readonly sigma?: number;
}

/** How long the emulated services take. All off by default. */
export interface LatencySettings {
  /** Median service time of each Graph request, and of each part of a `$batch`, in milliseconds. */
  graphMs: number;
  /** Median service time of each token request, in milliseconds. */
  entraMs: number;
  /** Spread of the lognormal distribution around the median; 0 makes every request take the median. */
  jitterSigma: number;
  /** Equal seeds spread equal requests equally. */
  seed: number;
  /** Routes with times of their own; the first that matches counts. */
  routes: readonly RouteLatency[];
}

export const NO_LATENCY: Readonly<LatencySettings> = Object.freeze({
  graphMs: 0,
  entraMs: 0,
  jitterSigma: 0,
  seed: 20_260_101,
  routes: [],
});

/** Takes real time from each request, so that concurrency and its limits are real. */
export class Latency {
  #random: SeededRandom;

  constructor(readonly settings: LatencySettings) {
    this.#random = createRandom(settings.seed);
  }

  /** Changes settings; the spread starts again from the seed. */
  apply(changes: Partial<LatencySettings>): void {
    Object.assign(this.settings, changes);
    this.#random = createRandom(this.settings.seed);
  }

  /** Waits as long as the service would work; ends early, without an error, when the caller goes away. */
  async spend(
    service: "graph" | "entra",
    { method, path, signal }: Pick<HttpRequest, "method" | "path" | "signal">,
  ): Promise<void> {
    const ms = this.#timeOf(service, method, path);
    if (ms > 0) await wait(ms, undefined, { signal }).catch(() => undefined);
  }

  #timeOf(service: "graph" | "entra", method: string, path: string): number {
    const { graphMs, entraMs, jitterSigma, routes } = this.settings;
    const route = routes.find((rule) => matches(rule, { service, method, path }));
    const median = route?.ms ?? (service === "graph" ? graphMs : entraMs);
    const sigma = route?.sigma ?? jitterSigma;
    return median > 0 && sigma > 0 ? median * Math.exp(sigma * this.#random.normal()) : median;
  }
}
