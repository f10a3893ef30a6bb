import { type Check, failedHere, passed, skipped } from "../check.js";

/** Entra accepts signed assertions within five minutes of its own time. */
const MAX_SKEW_MS = 300_000;

/** Compares our clock with the `Date` of Entra's answer. */
export const clockSkewCheck: Check = {
  name: "CLOCK_SKEW",
  async run({ found: { aheadMs } }) {
    if (aheadMs === undefined) return skipped("Not run: Entra's answer did not say what time it is.");
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    if (Math.abs(aheadMs) <= MAX_SKEW_MS)
      return passed("This machine's clock and Entra's agree to within five minutes.");
    return failedHere(
      `This machine's clock is ${seconds} seconds ${aheadMs > 0 ? "ahead of" : "behind"} Entra's.`,
      "Set the clock, best by NTP: with it wrong, certificates are refused and tokens are used too long.",
    );
  },
};
