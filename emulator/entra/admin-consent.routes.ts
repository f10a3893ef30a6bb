import type { App, RequiredPermission } from "../core/directory.model.js";
import type { HttpAnswer } from "../core/http-message.js";
import { servicePrincipalOf } from "../core/service-principals.js";
import { type Account, accountAt, accountsAt, findAccount, homeOf } from "./accounts.js";
import { type Authority, admits, readAuthority } from "./authority.js";
import { redirect } from "./authorize-answer.js";
import { readState, requireParameter } from "./authorize-request.js";
import { closeConsentRequests, mayConsentForAll } from "./consent.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { EntraFailure, failureText, failureUri } from "./entra-failure.js";
import { onPages } from "./on-pages.js";
import { accountPickerPage } from "./pages/account-picker.page.js";
import { consentPage } from "./pages/consent.page.js";
import { adminApprovalPage } from "./pages/message.pages.js";
import { assertRedirectUri } from "./redirect-uri.js";
import { readScopes } from "./scopes.js";
import { liveAccounts, sessionCookie, sessionOf, signIn } from "./sessions.js";
import { readChoice, requestMembers, type SignInChoice, samePage } from "./sign-in-choice.js";

/** A request for an administrator's consent, in either form. */
interface AdminConsentRequest {
  readonly version: "v1" | "v2";
  readonly members: URLSearchParams;
  readonly authority: Authority;
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** The `scope` of the second form, returned on success. */
  readonly scope: string | undefined;
  readonly items: readonly RequiredPermission[];
  /** Whether the items are all that the registration lists, which replaces what was consented to before. */
  readonly everything: boolean;
}

const WRONG_DIRECTORY = 50020;

function adminConsent(version: "v1" | "v2") {
  return (call: EntraCall): HttpAnswer => {
    const request = readRequest(call, version);
    const choice = readChoice(call);
    if (choice?.action === "cancel") return refusal(call, request);
    let account: Account | undefined;
    try {
      account = accountFor(call, request, choice);
    } catch (error) {
      if (!(error instanceof EntraFailure)) throw error;
      if (error.code === WRONG_DIRECTORY) return refusal(call, request, error);
      if (choice?.fromPage) return picker(call, request, error);
      throw error;
    }
    if (account === undefined) return picker(call, request);
    const action = samePage(request.members);
    const needsRoles = request.items.some(({ kind }) => kind === "Role");
    if (!mayConsentForAll(account.user, needsRoles)) {
      return choice?.action === "refuse" ? refusal(call, request) : notAnAdministrator(request, account);
    }
    if (choice?.action === "refuse") return refusal(call, request);
    if (choice?.action === "approve") {
      grant(call, request, account);
      call.facts.tenantId = account.tenant.id;
      return redirect(request.redirectUri, {
        admin_consent: "True",
        tenant: account.tenant.id,
        ...(request.scope === undefined ? {} : { scope: request.scope }),
        ...(request.state === undefined ? {} : { state: request.state }),
      });
    }
    const session = signIn(call, homeOf(account.user), request.app.appId);
    const shown = consentPage({
      name: "admin-consent",
      appName: request.app.displayName,
      account,
      action,
      items: request.items,
      offersOrganization: false,
    });
    return { ...shown, headers: { ...shown.headers, ...sessionCookie(session) } };
  };
}

function readRequest(call: EntraCall, version: "v1" | "v2"): AdminConsentRequest {
  const { store } = call.world;
  const members = requestMembers(call);
  const authority = readAuthority(store, call.params.tenant ?? "");
  // The second form does not know `common`, and says so with a text that leads astray.
  if (version === "v2" && authority.kind === "common") requireParameter(new URLSearchParams(), "response_type");
  if (authority.kind === "consumers") {
    throw new EntraFailure("invalid_request", 500208, "Personal accounts have no administrator who could consent.");
  }
  const clientId = requireParameter(members, "client_id");
  call.facts.appId = clientId;
  const app = store.app(clientId);
  if (app === undefined || (authority.kind === "tenant" && !admits(app, authority.tenant))) throw unknownApp(clientId);
  const redirectUri = redirectUriOf(app, members.get("redirect_uri"));
  const state = readState(members);
  const all = { version, members, authority, app, redirectUri, state };
  if (version === "v1") return { ...all, scope: undefined, items: app.requiredPermissions, everything: true };
  const scope = requireParameter(members, "scope");
  const scopes = readScopes(call.world.origin(), scope);
  const everything = scopes.everything !== undefined;
  const named = [...scopes.oidc, ...scopes.resource.map(({ name }) => name)];
  const items = everything
    ? app.requiredPermissions
    : named.map((value): RequiredPermission => ({ kind: "Scope", value }));
  return { ...all, scope, items, everything };
}

function redirectUriOf(app: App, sent: string | null): string {
  if (sent !== null && sent !== "") {
    assertRedirectUri(app, sent);
    return sent;
  }
  const [first] = app.redirectUris;
  if (first !== undefined) return first.uri;
  throw new EntraFailure("invalid_request", 500113, "No reply address is registered for the application.");
}

/** Whom the choice names, or the browser's session where nobody has chosen. */
function accountFor(
  call: EntraCall,
  request: AdminConsentRequest,
  choice: SignInChoice | undefined,
): Account | undefined {
  if (choice === undefined) return sessionAccount(call, request);
  return choice.user === undefined
    ? undefined
    : findAccount(call.world.store, request.app, request.authority, choice.user);
}

function sessionAccount(call: EntraCall, { authority, app }: AdminConsentRequest): Account | undefined {
  const homes = liveAccounts(call.world, sessionOf(call));
  const accounts = homes.flatMap((home) => accountAt(call.world.store, authority, home) ?? []);
  const [only, second] = accounts.filter(({ tenant }) => admits(app, tenant));
  return second === undefined ? only : undefined;
}

function picker(call: EntraCall, request: AdminConsentRequest, failure?: EntraFailure): HttpAnswer {
  const { app, authority, members } = request;
  const accounts = accountsAt(call.world.store, app, authority);
  const administrators = accounts.filter(({ user }) => user.directoryRoles.size > 0);
  return accountPickerPage({
    title: "Sign in as an administrator",
    purpose: `to review the permissions of ${app.displayName}`,
    action: samePage(members),
    accounts: [...administrators, ...accounts.filter(({ user }) => user.directoryRoles.size === 0)],
    typed: "",
    ...(failure === undefined ? {} : { failure }),
  });
}

function notAnAdministrator(request: AdminConsentRequest, account: Account): HttpAnswer {
  const action = samePage(request.members);
  const permissions = request.items.map(({ value }) => value);
  return adminApprovalPage({
    appName: request.app.displayName,
    account,
    action,
    otherAccount: `${action}&emulator_action=choose`,
    permissions,
    workflow: false,
  });
}

/** `admin_consent=True` comes with refusals too, and no `tenant`: this is how Microsoft does it. */
function refusal(call: EntraCall, request: AdminConsentRequest, cause?: EntraFailure): HttpAnswer {
  const documented = call.world.switches.adminConsentRefusal === "documented";
  const failure =
    cause ??
    new EntraFailure(
      documented ? (request.version === "v1" ? "permission_denied" : "consent_required") : "access_denied",
      65004,
      "The resource owner or authorization server denied the request.",
    );
  const state: Record<string, string> = request.state === undefined ? {} : { state: request.state };
  const description = { error: failure.error, error_description: failureText(failure, call.trace) };
  if (documented && request.version === "v1") return redirect(request.redirectUri, { ...description, ...state });
  return redirect(request.redirectUri, {
    ...description,
    ...(documented ? {} : { error_uri: failureUri(failure) }),
    admin_consent: "True",
    ...state,
  });
}

/** Makes the service principal and records the consent; users' own consents stay as they are. */
function grant(call: EntraCall, request: AdminConsentRequest, { tenant }: Account): void {
  const principal = servicePrincipalOf(call.world.store, request.app, tenant);
  principal.lastConsent = { at: call.world.clock.now(), rolesBefore: new Set(principal.roles) };
  if (request.everything && call.world.switches.adminConsentRemovesUnlisted) {
    principal.roles.clear();
    principal.adminScopes.clear();
  }
  closeConsentRequests(tenant, request.app);
  for (const { kind, value } of request.items) (kind === "Role" ? principal.roles : principal.adminScopes).add(value);
}

function unknownApp(clientId: string): EntraFailure {
  return new EntraFailure(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId}' was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant.`,
  );
}

export const adminConsentRoutes: readonly EntraRoute[] = [
  { method: "GET", path: "/{tenant}/adminconsent", handle: onPages(adminConsent("v1")) },
  { method: "POST", path: "/{tenant}/adminconsent", handle: onPages(adminConsent("v1")) },
  { method: "GET", path: "/{tenant}/v2.0/adminconsent", handle: onPages(adminConsent("v2")) },
  { method: "POST", path: "/{tenant}/v2.0/adminconsent", handle: onPages(adminConsent("v2")) },
];
