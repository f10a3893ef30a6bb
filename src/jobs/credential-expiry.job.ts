import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { Repeat } from "../lib/repeat.js";

const DAY_MS = 86_400_000;
/** Looking more often than once a day finds a day that has passed while the machine slept. */
const LOOK_MS = 3_600_000;

export interface CredentialExpiryJobDeps {
  readonly expiry: { check(): Promise<void> };
  readonly repeat: Repeat;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Checks expiries at the start and once a day. Gives the function that ends it and waits for the round under way. */
export function startCredentialExpiryJob({ expiry, repeat, clock, log }: CredentialExpiryJobDeps): () => Promise<void> {
  let checkedAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  const look = () => {
    if (running !== undefined || clock.now() - checkedAt < DAY_MS) return;
    checkedAt = clock.now();
    running = expiry
      .check()
      .catch((error: unknown) => {
        // The next look tries again instead of the next day.
        checkedAt = Number.NEGATIVE_INFINITY;
        log.error({ err: error }, "the expiry of credentials could not be checked");
      })
      .finally(() => {
        running = undefined;
      });
  };
  look();
  const stop = repeat(LOOK_MS, look);
  return async () => {
    stop();
    await running;
  };
}
