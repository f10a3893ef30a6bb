import type { World } from "../../core/world.js";

/** Answers of the last ten minutes decide, and a drop lasts as long at most. */
const WINDOW_MS = 600_000;

/** `slow` endpoints get notifications late, those of `dropping` ones are thrown away. */
export type EndpointState = "good" | "slow" | "dropping";

interface Answer {
  readonly at: number;
  readonly isSlow: boolean;
}

interface Answers {
  times: Answer[];
  dropsUntil: number;
}

/**
 * How quickly webhooks answer, and what that earns them: with over 10 % of slow answers notifications come 10 seconds
 * later, with over 15 % they are dropped until the slow ones are ten minutes old. Times are real, the window is one of emulated time.
 */
export class EndpointHealth {
  readonly #endpoints = new Map<string, Answers>();

  constructor(readonly world: World) {}

  /** Notes an answer, or that none came in time. */
  note(url: string, tookMs: number): void {
    const now = this.world.clock.now();
    const known = this.#of(url);
    known.times = known.times.filter(({ at }) => at > now - WINDOW_MS && at <= now);
    known.times.push({ at: now, isSlow: tookMs >= this.world.switches.webhookSlowMs });
  }

  state(url: string): EndpointState {
    const now = this.world.clock.now();
    const { slowWebhookShare, droppedWebhookShare, webhookSampleSize } = this.world.switches;
    const known = this.#of(url);
    if (known.dropsUntil > now) return "dropping";
    const recent = known.times.filter(({ at }) => at > now - WINDOW_MS && at <= now);
    if (recent.length < webhookSampleSize) return "good";
    if (shareOfSlow(recent) > droppedWebhookShare) {
      known.dropsUntil = this.#endOfDrop(recent);
      return "dropping";
    }
    return shareOfSlow(recent) > slowWebhookShare ? "slow" : "good";
  }

  /** When so many answers have left the window that the rest no longer makes the endpoint drop. */
  #endOfDrop(recent: readonly Answer[]): number {
    const { droppedWebhookShare, webhookSampleSize } = this.world.switches;
    const turning = recent.find((_, index) => {
      const left = recent.slice(index + 1);
      return left.length < webhookSampleSize || shareOfSlow(left) <= droppedWebhookShare;
    });
    return (turning?.at ?? this.world.clock.now()) + WINDOW_MS;
  }

  /** When the endpoint's notifications are no longer dropped, in milliseconds since the Unix epoch. */
  dropsUntil(url: string): number {
    return this.#of(url).dropsUntil;
  }

  clear(): void {
    this.#endpoints.clear();
  }

  #of(url: string): Answers {
    const known = this.#endpoints.get(url) ?? { times: [], dropsUntil: Number.NEGATIVE_INFINITY };
    this.#endpoints.set(url, known);
    return known;
  }
}

function shareOfSlow(answers: readonly Answer[]): number {
  return answers.filter(({ isSlow }) => isSlow).length / answers.length;
}
