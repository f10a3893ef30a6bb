import type { ConnectionAccessKind } from "../connections/connection.model.js";
import { accountTypeFor, judgeAccountTypes, signInAudienceOf } from "./account-types.js";
import { approvalRequest } from "./approval-request.js";
import { permissionsFor } from "./graph-permissions.js";
import type { ConnectionGuide, GuideAnswers, GuideScript, Registration } from "./guide.model.js";
import { assertAnswers } from "./guide-answers.js";
import { guideSteps } from "./guide-steps.js";
import { accessPolicyScript } from "./scripts/access-policy.script.js";
import { azureCliScript } from "./scripts/azure-cli.script.js";
import { exchangePowerShellScript } from "./scripts/exchange-powershell.script.js";
import { graphPowerShellScript } from "./scripts/graph-powershell.script.js";
import { manifestScript } from "./scripts/manifest.script.js";
import { terraformScript } from "./scripts/terraform.script.js";

/** Paths below the gateway's public address at which Entra hands people back. */
const SIGN_IN_PATH = "/connect/callback";
const CONSENT_PATH = "/connect/consent";

/** To be moved whenever the steps are gone through with the documentation again. */
const CHECKED_ON = "2026-11-01";

/** Leads from a few plain answers to a registration that works. It knows nobody's data and asks nobody. */
export class GuideService {
  readonly #redirectUris: Readonly<Record<ConnectionAccessKind, readonly string[]>>;

  /** `publicUrl`: where people's browsers reach this gateway, without a trailing slash. */
  constructor({ publicUrl }: { readonly publicUrl: string }) {
    const consent = `${publicUrl}${CONSENT_PATH}`;
    // Nobody signs in to an application's own permission, but its administrator's consent ends at an address too.
    this.#redirectUris = { APPLICATION: [consent], DELEGATED: [`${publicUrl}${SIGN_IN_PATH}`, consent] };
  }

  /** @throws AppError INVALID_INPUT for answers that contradict each other. */
  guide(answers: GuideAnswers): ConnectionGuide {
    assertAnswers(answers);
    const access = answers.mailboxes === "EACH_PERSON_CONNECTS" ? "DELEGATED" : "APPLICATION";
    const registration: Registration = {
      access,
      supportedAccountTypes: accountTypeFor(answers),
      permissions: permissionsFor(answers),
      redirectUris: this.#redirectUris[access],
    };
    return {
      ...registration,
      accountTypes: judgeAccountTypes(answers),
      steps: guideSteps(answers, registration),
      scripts: scriptsFor(answers, registration),
      approvalRequest: approvalRequest(answers, registration),
      warnings: warningsFor(answers, registration),
      checkedOn: CHECKED_ON,
    };
  }
}

function scriptsFor(answers: GuideAnswers, registration: Registration): readonly GuideScript[] {
  const { applicationName, cloud, clientId, use, mailboxes, settings } = answers;
  const { permissions, redirectUris } = registration;
  const signInAudience = signInAudienceOf(registration.supportedAccountTypes);
  const input = { applicationName, signInAudience, permissions, redirectUris, cloud, clientId };
  return [
    azureCliScript(input),
    graphPowerShellScript(input),
    terraformScript(input),
    manifestScript(input),
    ...(mailboxes === "SOME_MAILBOXES" ? [exchangePowerShellScript(input, cloud, use, settings)] : []),
    // Access policies know no permission for free and busy times alone.
    ...(mailboxes === "SOME_MAILBOXES" && use !== "FREE_BUSY" ? [accessPolicyScript(input, cloud)] : []),
  ];
}

function warningsFor(answers: GuideAnswers, { access, redirectUris }: Registration): readonly string[] {
  const { mailboxes, use, mayConsent, cloud, severalTenants, settings, rooms } = answers;
  const warnings: string[] = [];
  if (mailboxes === "WHOLE_ORGANIZATION") {
    warnings.push(
      "The permission reaches every mailbox of the tenant. This gateway asks only for the ones you specify; choose SOME_MAILBOXES for a script that makes the tenant enforce it.",
    );
  }
  if (mailboxes === "SOME_MAILBOXES" && use === "FREE_BUSY") {
    warnings.push("Exchange can limit reading to some mailboxes, but has no narrower role for free/busy alone.");
  }
  if (settings !== "NONE" && access === "DELEGATED") {
    warnings.push(
      "People are asked for calendars only: an administrator must consent to the permission on mailbox settings for everybody, and sign-ins after that hold it.",
    );
  }
  if (rooms && mailboxes === "SOME_MAILBOXES") {
    warnings.push(
      "Place.Read.All shows all rooms of the tenant and cannot be limited in Exchange Online; it stays in Entra with its consent.",
    );
  }
  if (mayConsent === false) {
    warnings.push("You need somebody else's consent: send the approval request of this guide.");
  }
  if (access === "APPLICATION" && severalTenants) {
    warnings.push(
      "One connection serves one tenant. Configure one for each, with the same client ID; each tenant consents for itself.",
    );
  }
  if (redirectUris.some((uri) => uri.startsWith("http://") && !uri.startsWith("http://localhost"))) {
    warnings.push("Entra takes http only for localhost. Set PUBLIC_URL to the https address of this gateway.");
  }
  if (cloud === "EMULATOR") {
    warnings.push(
      "The emulator has no portal: the steps show what an administrator would do, and its demo values are in emulator/README.md.",
    );
  }
  return warnings;
}
