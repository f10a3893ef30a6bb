import type { Clock } from "../lib/clock.js";
import type { Outcome, Waiting } from "./departure.js";
import type { Gate } from "./mailbox-gate.js";
import type { MailboxLane } from "./mailbox-lane.js";
import { retryAfterMs } from "./retry.js";
import { verdictOn } from "./verdict.js";

export interface ReportOptions {
  readonly gate: Gate;
  readonly clock: Clock;
  /** Numbers in [0, 1) for jitter. */
  readonly random: () => number;
}

/**
 * Tells each mailbox of an exchange how its request fared; the three lists go together by position. To be called when
 * the places of the exchange were left.
 */
export function reportArrival(
  lanes: readonly MailboxLane[],
  group: readonly Waiting[],
  outcomes: readonly Outcome[],
  { gate, clock, random }: ReportOptions,
): void {
  const now = clock.now();
  const verdicts = outcomes.map(verdictOn);
  lanes.forEach((lane, index) => {
    const [waiting, outcome, verdict] = [group[index], outcomes[index], verdicts[index]];
    if (!waiting || !outcome || !verdict) return;
    if (verdict === "answered") lane.isSuspect = false;
    if (verdict === "failed") lane.isSuspect = true;
    if (verdict === "refused" && "answer" in outcome) {
      lane.pause.refuse(now, retryAfterMs(outcome.answer.headers["retry-after"], now), random());
    }
    lane.pause.ended(waiting, verdict);
  });
  for (const lane of new Set(lanes.filter((_, index) => verdicts[index] === "crowded"))) {
    const answered = verdicts.filter((verdict, index) => verdict === "answered" && lanes[index] === lane).length;
    // Strangers hold all places: no end of a request of ours will tell when there is room.
    if (!gate.lower(lane.key, answered)) lane.pause.refuse(now, undefined, random());
  }
}
