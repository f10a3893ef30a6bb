import { setTimeout as wait } from "node:timers/promises";
import { isRealTenant } from "./target.js";

const STEP_MS = isRealTenant ? 1_000 : 20;
const PATIENCE_MS = isRealTenant ? 60_000 : 2_000;

/**
 * Looks again until there is something to see: mail between real mailboxes and notifications take a while. Rejects when
 * patience ends.
 */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Nothing to see after ${PATIENCE_MS / 1_000} seconds.`);
    await wait(STEP_MS);
  }
}
