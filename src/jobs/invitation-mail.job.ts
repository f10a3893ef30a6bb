import type { Repeat } from "../lib/repeat.js";

/** The first retry is a minute after its attempt; looking for it is one indexed read. */
const LOOK_MS = 15_000;

export interface InvitationMailJobDeps {
  readonly outbox: { wake(): void; close(): Promise<void> };
  readonly repeat: Repeat;
}

/** Sends what was left at the last end, and later what has to be tried again. Gives the function that ends it. */
export function startInvitationMailJob({ outbox, repeat }: InvitationMailJobDeps): () => Promise<void> {
  outbox.wake();
  const stop = repeat(LOOK_MS, () => outbox.wake());
  return async () => {
    stop();
    await outbox.close();
  };
}
