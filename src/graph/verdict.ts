import type { Outcome } from "./departure.js";
import { isGraphError } from "./graph-error.js";
import { blamesConcurrency } from "./graph-fault.js";
import type { Verdict } from "./mailbox-pause.js";
import { isRefusal } from "./retry.js";

const NO_ANSWER_CODES = ["NetworkError", "Timeout", "BatchPartMissing"];

/** True for a failure after which nobody knows whether Graph did the work. */
export function isNoAnswer(error: unknown): boolean {
  return isGraphError(error) && NO_ANSWER_CODES.includes(error.code);
}

/** What the end of an attempt tells of its mailbox. */
export function verdictOn(outcome: Outcome): Verdict {
  if ("error" in outcome) return isNoAnswer(outcome.error) ? "failed" : "untold";
  const { answer } = outcome;
  if (isRefusal(answer.status)) return blamesConcurrency(answer) ? "crowded" : "refused";
  return answer.status >= 500 ? "failed" : "answered";
}
