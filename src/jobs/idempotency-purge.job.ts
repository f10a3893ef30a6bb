import type { Logger } from "../lib/logger.js";
import type { Repeat } from "../lib/repeat.js";

const EVERY_MS = 3_600_000;

export interface IdempotencyPurgeJobDeps {
  readonly idempotency: { purge(): Promise<void> };
  readonly repeat: Repeat;
  readonly log: Logger;
}

/** Forgets expired idempotency keys at the start and every hour. Gives the function that ends it and waits for a round. */
export function startIdempotencyPurgeJob({ idempotency, repeat, log }: IdempotencyPurgeJobDeps): () => Promise<void> {
  let running: Promise<void> | undefined;
  const round = () => {
    running ??= idempotency
      .purge()
      .catch((error: unknown) => log.error({ err: error }, "expired idempotency keys could not be forgotten"))
      .finally(() => {
        running = undefined;
      });
  };
  round();
  const stop = repeat(EVERY_MS, round);
  return async () => {
    stop();
    await running;
  };
}
