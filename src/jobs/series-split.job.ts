import type { Logger } from "../lib/logger.js";
import type { Repeat } from "../lib/repeat.js";

const ROUND_MS = 60_000;

export interface SeriesSplitJobDeps {
  readonly recovery: { recover(): Promise<void> };
  readonly repeat: Repeat;
  readonly log: Logger;
}

/** Finishes splits of series that a process left half-way, at the start and each minute. Gives the function that ends it. */
export function startSeriesSplitJob({ recovery, repeat, log }: SeriesSplitJobDeps): () => Promise<void> {
  let running: Promise<void> | undefined;
  const round = () => {
    running ??= recovery
      .recover()
      .catch((error: unknown) => log.error({ err: error }, "splits of series could not be looked for"))
      .finally(() => {
        running = undefined;
      });
  };
  round();
  const stop = repeat(ROUND_MS, round);
  return async () => {
    stop();
    await running;
  };
}
