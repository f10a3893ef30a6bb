import type { App } from "../core/directory.model.js";
import type { HttpAnswer } from "../core/http-message.js";
import type { Account } from "./accounts.js";
import { RedirectFailure } from "./authorize-answer.js";
import type { SignInRequest, TrustedClient } from "./authorize-request.js";
import { grantScopes, mayConsent, mayConsentForAll, missingScopes, wantedScopes } from "./consent.js";
import type { EntraCall } from "./entra-call.js";
import { consentPage } from "./pages/consent.page.js";
import { adminApprovalPage, approvalRequestedPage } from "./pages/message.pages.js";
import { type SignInChoice, samePage } from "./sign-in-choice.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

const DECLINED = 65004;
const NO_CONSENT = 65001;
const NEEDS_ADMINISTRATOR = 90094;

/**
 * Sees to it that the user has consented. Undefined: go on. Otherwise the page that asks, or the one that tells the
 * user to fetch an administrator. Throws what the application is told of a refusal.
 */
export function settleConsent(
  call: EntraCall,
  members: URLSearchParams,
  { app }: TrustedClient,
  request: SignInRequest,
  account: Account,
  choice: SignInChoice | undefined,
): HttpAnswer | undefined {
  const { store } = call.world;
  const missing = missingScopes(store, app, account, request.scopes);
  const names =
    missing.length === 0 && request.prompt === "consent"
      ? [...request.scopes.oidc, ...wantedScopes(app, request.scopes)]
      : missing;
  if (names.length === 0) return undefined;
  if (request.prompt === "none") {
    throw new RedirectFailure(
      "interaction_required",
      NO_CONSENT,
      `The user or administrator has not consented to use the application with ID '${app.appId}' named '${app.displayName}'. Send an interactive authorization request for this user and resource.`,
    );
  }
  const action = samePage(members);
  if (!mayConsent(account, names)) {
    if (choice?.action === "refuse") {
      throw new RedirectFailure(
        "access_denied",
        NEEDS_ADMINISTRATOR,
        `Admin consent is required for the permissions requested by the application '${app.displayName}'.`,
      );
    }
    const reason = choice?.action === "request" ? choice.reason : undefined;
    return withoutConsent(call, members, app, account, names, reason);
  }
  if (choice?.action === "refuse") {
    throw new RedirectFailure("access_denied", DECLINED, `User declined to consent to access the app.`);
  }
  const mayForAll = account.tenant.id !== PERSONAL_TENANT_ID && mayConsentForAll(account.user, false);
  if (choice?.action === "approve") {
    grantScopes(store, app, account, names, choice.forOrganization && mayForAll);
    return undefined;
  }
  return consentPage({
    name: "consent",
    appName: app.displayName,
    account,
    action,
    items: names.map((value) => ({ kind: "Scope", value })),
    offersOrganization: mayForAll,
  });
}

/** Where the user ends who may not consent: on the way to an administrator, who can be asked where the tenant has it so. */
function withoutConsent(
  call: EntraCall,
  members: URLSearchParams,
  app: App,
  account: Account,
  permissions: readonly string[],
  reason: string | undefined,
): HttpAnswer {
  const { tenant, user } = account;
  const action = samePage(members);
  if (reason !== undefined && tenant.adminConsentWorkflow) {
    const row = { appId: app.appId, userId: user.id, permissions, reason, at: call.world.clock.now() };
    const others = tenant.consentRequests.filter(({ appId, userId }) => appId !== app.appId || userId !== user.id);
    tenant.consentRequests.splice(0, tenant.consentRequests.length, ...others, row);
    return approvalRequestedPage({ appName: app.displayName, account, action });
  }
  const other = new URLSearchParams(members);
  other.delete("login_hint");
  other.set("prompt", "select_account");
  return adminApprovalPage({
    appName: app.displayName,
    account,
    action,
    otherAccount: samePage(other),
    permissions,
    workflow: tenant.adminConsentWorkflow,
  });
}
