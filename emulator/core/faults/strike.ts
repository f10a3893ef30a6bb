import { setTimeout as wait } from "node:timers/promises";
import { ConnectionCut, type HttpAnswer } from "../http-message.js";
import { type FaultVoice, faultAnswer } from "./answer-faults.js";
import type { RequestFault } from "./fault-actions.js";

/**
 * Runs `work` under a fault, or as it is without one. Rejects with `ConnectionCut` for a reset, and for a hang once the
 * caller has gone. `work` has to turn refusals into answers, so that faults of the connection hit those too.
 */
export async function underFault(
  fault: RequestFault | undefined,
  signal: AbortSignal,
  voice: FaultVoice,
  work: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  if (fault === undefined) return work();
  if (fault.kind === "resetAfterHeaders" || fault.kind === "slowBody" || fault.kind === "halfBody") {
    return { ...(await work()), bodyFault: fault };
  }
  const done = fault.when === "after" ? await work() : undefined;
  switch (fault.kind) {
    case "delay":
      await wait(fault.ms, undefined, { signal }).catch(() => cut());
      return done ?? work();
    case "hang":
      await gone(signal);
      return cut();
    case "reset":
      return cut();
    default:
      return faultAnswer(fault, voice);
  }
}

async function gone(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function cut(): never {
  throw new ConnectionCut("A fault cut this connection.");
}
