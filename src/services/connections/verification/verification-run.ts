import type { Clock } from "../../../lib/clock.js";
import { type Check, type CheckContext, type Finding, failedHere, skipped, toCheck } from "./check.js";
import { clockSkewCheck } from "./checks/clock-skew.check.js";
import { credentialCheck } from "./checks/credential.check.js";
import { mailboxCheck } from "./checks/mailbox.check.js";
import { outOfScopeCheck } from "./checks/out-of-scope.check.js";
import { permissionCheck } from "./checks/permission.check.js";
import { syntaxCheck } from "./checks/syntax.check.js";
import { tenantCheck } from "./checks/tenant.check.js";
import { webhookAddressCheck } from "./checks/webhook-address.check.js";
import { writeCheck } from "./checks/write.check.js";
import type { VerificationCheck } from "./verification.model.js";

const CHECKS: readonly Check[] = [
  syntaxCheck,
  tenantCheck,
  clockSkewCheck,
  credentialCheck,
  permissionCheck,
  mailboxCheck,
  writeCheck,
  outOfScopeCheck,
  webhookAddressCheck,
];

/** Makes all checks, one after the other; each is told as soon as it has ended. */
export async function runChecks(
  context: CheckContext,
  { clock, tell }: { readonly clock: Clock; readonly tell: (check: VerificationCheck) => void },
): Promise<void> {
  let isFit = true;
  for (const check of CHECKS) {
    const finding: Finding = isFit
      ? await check.run(context).catch(endedByTime(context))
      : skipped("Not run: an earlier step failed.");
    if (check === syntaxCheck) isFit = finding.state === "PASSED";
    tell(toCheck(check.name, finding, new Date(clock.now()).toISOString()));
  }
}

/** The time that a verification may take is over: what had not ended by then has failed. */
function endedByTime({ call }: CheckContext) {
  return (error: unknown) => {
    const { reason } = call.signal;
    const isTime = call.signal.aborted && reason instanceof DOMException && reason.name === "TimeoutError";
    if (!isTime) throw error;
    return failedHere("Microsoft did not answer in time.", "Verify again later.", "UPSTREAM_UNAVAILABLE");
  };
}
