import type { App, DirectoryRole, ServicePrincipal, Tenant, User } from "../core/directory.model.js";
import { servicePrincipalOf } from "../core/service-principals.js";
import type { Store } from "../core/store.js";
import type { Account } from "./accounts.js";
import { EntraFailure } from "./entra-failure.js";
import { isSensitive, needsAdministrator } from "./permission-catalog.js";
import type { ScopeRequest } from "./scopes.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

const MAY_GRANT_ROLES: readonly DirectoryRole[] = ["GlobalAdministrator", "PrivilegedRoleAdministrator"];
const MAY_GRANT_SCOPES: readonly DirectoryRole[] = [
  ...MAY_GRANT_ROLES,
  "CloudApplicationAdministrator",
  "ApplicationAdministrator",
];

/** Whether an administrator may consent for the organization; application permissions ask for more than delegated ones. */
export function mayConsentForAll(user: User, withRoles: boolean): boolean {
  return (withRoles ? MAY_GRANT_ROLES : MAY_GRANT_SCOPES).some((role) => user.directoryRoles.has(role));
}

/** Delegated permissions that hold for this user: the organization's and the user's own. */
export function grantedScopes(principal: ServicePrincipal | undefined, user: User): ReadonlySet<string> {
  return new Set([...(principal?.adminScopes ?? []), ...(principal?.userScopes.get(user.id) ?? [])]);
}

/** Names of the permissions a request asks for; `.default` stands for everything delegated that is registered. */
export function wantedScopes(app: App, request: ScopeRequest): readonly string[] {
  if (request.everything === undefined) return request.resource.map(({ name }) => name);
  return app.requiredPermissions.filter(({ kind }) => kind === "Scope").map(({ value }) => value);
}

/** What must still be consented to; empty when nothing must. */
export function missingScopes(store: Store, app: App, account: Account, request: ScopeRequest): readonly string[] {
  const principal = store.servicePrincipal(account.tenant, app.appId);
  const granted = grantedScopes(principal, account.user);
  // Once anything is granted, `.default` asks for what is granted and never for more.
  if (request.everything !== undefined && granted.size > 0) return [];
  const missing = wantedScopes(app, request).filter((name) => !granted.has(name));
  // Signing in alone is consented to once, and comes with any other consent.
  return missing.length > 0 || granted.size === 0 ? [...request.oidc, ...missing] : [];
}

/** Whether the tenant's policy lets this user consent to these permissions. */
export function mayConsent({ tenant, user }: Account, names: readonly string[]): boolean {
  if (tenant.id === PERSONAL_TENANT_ID || mayConsentForAll(user, false)) return true;
  if (tenant.userConsent === "none" || names.some(needsAdministrator)) return false;
  return tenant.userConsent === "all" || !names.some(isSensitive);
}

/** Records a user's consent, for this user or for everybody. */
export function grantScopes(
  store: Store,
  app: App,
  { tenant, user }: Account,
  names: readonly string[],
  forAll: boolean,
) {
  const principal = servicePrincipalOf(store, app, tenant);
  const own = principal.userScopes.get(user.id) ?? new Set<string>();
  for (const name of names) (forAll ? principal.adminScopes : own).add(name);
  if (forAll) closeConsentRequests(tenant, app);
  else principal.userScopes.set(user.id, own);
}

/** An administrator's consent answers what users of the tenant asked for. */
export function closeConsentRequests(tenant: Tenant, app: App): void {
  const others = tenant.consentRequests.filter(({ appId }) => appId !== app.appId);
  tenant.consentRequests.splice(0, tenant.consentRequests.length, ...others);
}

/** AADSTS7000112 when an administrator has disabled the application in the tenant. */
export function assertNotDisabled(principal: ServicePrincipal | undefined, app: App): void {
  if (principal?.enabled !== false) return;
  throw new EntraFailure("unauthorized_client", 7000112, `Application '${app.appId}' is disabled.`);
}
