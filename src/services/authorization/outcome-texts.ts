import { IdentityError } from "../../auth/identity-error.js";
import { aadstsIn } from "../../auth/token-exchange.js";
import type { OauthFlowKind } from "../../entities/oauth-flow.entity.js";
import { isAppError } from "../../lib/app-error.js";
import { explainError } from "../explained-errors/explain-error.js";
import { fromUpstream } from "../upstream-errors.js";
import type { FlowResult } from "./flow.model.js";

/** What Microsoft put behind the `?` when it sent the browser back. */
export interface CallbackParameters {
  readonly state: string | null;
  readonly code: string | null;
  readonly error: string | null;
  readonly errorSubcode: string | null;
  readonly errorDescription: string | null;
  readonly tenant: string | null;
}

type Refused = Extract<FlowResult, { kind: "REFUSED" }>;

/** The person or the administrator pressed Cancel. */
const DECLINED = 65004;
/** People may not consent by themselves: an administrator has to. */
const NEEDS_ADMINISTRATOR = new Set([65001, 90008, 90093, 90094, 90095, 7000229]);

export function numberOf({ errorDescription }: Pick<CallbackParameters, "errorDescription">): number | undefined {
  return aadstsIn(errorDescription);
}

export function isCancelled(answer: CallbackParameters): boolean {
  return answer.errorSubcode === "cancel" || numberOf(answer) === DECLINED;
}

/** Without a number, Microsoft's `access_denied` comes from its page that says so. */
export function isApprovalNeeded(answer: CallbackParameters): boolean {
  const number = numberOf(answer);
  if (number !== undefined) return NEEDS_ADMINISTRATOR.has(number);
  return answer.error === "access_denied" || answer.error === "consent_required";
}

export function isApprovalNeededBy(error: unknown): boolean {
  return error instanceof IdentityError && error.kind === "consent";
}

/** An answer of Microsoft's in our words; its own text is never shown, since anybody can write it into an address. */
export function refusedAnswer(answer: CallbackParameters, by: OauthFlowKind): Refused {
  const number = numberOf(answer);
  const { code, what, step, link } = explainError(number === undefined ? known(answer.error) : `AADSTS${number}`);
  return { kind: "REFUSED", by, code, what, step, link };
}

/** A failure of ours or of Microsoft's in the words that its page shows; anything unforeseen is thrown on. */
export function refusedFailure(error: unknown, by: OauthFlowKind): Refused {
  if (error instanceof IdentityError && error.facts.aadsts !== undefined) {
    const { code, what, step, link } = explainError(`AADSTS${error.facts.aadsts}`);
    return { kind: "REFUSED", by, code, what, step, link };
  }
  const told = fromUpstream(error);
  if (!isAppError(told)) throw error;
  const { message, facts } = told;
  return {
    kind: "REFUSED",
    by,
    code: facts.upstream?.code ?? null,
    what: message,
    step: facts.retryable === true ? "Try again in a few minutes." : "Tell whoever sent you the link.",
    link: facts.helpUrl ?? null,
  };
}

/** Only words that the protocol knows are looked up, and shown. */
function known(error: string | null): string {
  return error !== null && /^[a-z_]{1,40}$/.test(error) ? error : "unknown";
}
