import type { App, Tenant, User } from "../core/directory.model.js";
import type { HomeIdentity } from "../core/sign-in-state.js";
import type { Store } from "../core/store.js";
import { type Authority, admits } from "./authority.js";
import { EntraFailure } from "./entra-failure.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

/** A user in the tenant that is signed in to; for a guest that is not the home tenant. */
export interface Account {
  readonly tenant: Tenant;
  readonly user: User;
}

export function homeOf(user: User): HomeIdentity {
  return user.home ?? { tenantId: user.tenantId, userId: user.id };
}

/** How somebody appears at an authority: in the tenant it names, as a member or guest, or else at home. */
export function accountAt(store: Store, authority: Authority, home: HomeIdentity): Account | undefined {
  const tenant = authority.kind === "tenant" ? authority.tenant : store.tenants.get(home.tenantId);
  if (tenant === undefined || !reaches(authority, tenant)) return undefined;
  if (tenant.id === home.tenantId) {
    const user = tenant.users.get(home.userId);
    return user && { tenant, user };
  }
  for (const user of tenant.users.values()) {
    if (user.home?.userId === home.userId && user.home.tenantId === home.tenantId) return { tenant, user };
  }
  return undefined;
}

/** Every account that may be offered, by name; rooms have no owner who could sign in. */
export function accountsAt(store: Store, app: App, authority: Authority): readonly Account[] {
  const tenants = authority.kind === "tenant" ? [authority.tenant] : [...store.tenants.values()];
  return tenants
    .filter((tenant) => reaches(authority, tenant) && admits(app, tenant))
    .flatMap((tenant) => [...tenant.users.values()].map((user) => ({ tenant, user })))
    .filter(
      ({ user }) =>
        user.accountEnabled &&
        user.mailbox?.purpose !== "room" &&
        (authority.kind === "tenant" || user.home === undefined),
    )
    .sort((a, b) => a.user.displayName.localeCompare(b.user.displayName, "en"));
}

/**
 * The account somebody names by sign-in name, address or object id. Throws what the sign-in page tells: unknown
 * (50034), of another directory (50020), of the wrong kind (500208), disabled (50057).
 */
export function findAccount(store: Store, app: App, authority: Authority, name: string): Account {
  const everywhere = identities(store, name);
  const account = everywhere.map((home) => accountAt(store, authority, home)).find((found) => found !== undefined);
  if (account === undefined) {
    const [first] = everywhere;
    if (first === undefined) {
      throw new EntraFailure("invalid_grant", 50034, `The user account '${name}' does not exist in the directory.`);
    }
    throw authority.kind === "tenant" ? foreignUser(name, authority.tenant) : wrongKind(name);
  }
  if (!admits(app, account.tenant)) {
    const home = store.tenants.get(app.homeTenantId);
    throw app.signInAudience === "AzureADMyOrg" && home !== undefined ? foreignUser(name, home) : wrongKind(name);
  }
  assertEnabled(store, account);
  return account;
}

/** The user here and, for a guest, the one at home too: what befalls either befalls the sign-in. */
export function usersBehind(store: Store, { user }: Account): readonly User[] {
  const home = user.home && store.tenants.get(user.home.tenantId)?.users.get(user.home.userId);
  return home === undefined ? [user] : [user, home];
}

/** AADSTS50057 for a disabled account. */
export function assertEnabled(store: Store, account: Account): void {
  if (usersBehind(store, account).every(({ accountEnabled }) => accountEnabled)) return;
  throw new EntraFailure("invalid_grant", 50057, "The user account is disabled.");
}

export function foreignUser(name: string, tenant: Tenant, error = "access_denied"): EntraFailure {
  return new EntraFailure(
    error,
    50020,
    `User account '${name}' from another identity provider does not exist in tenant '${tenant.displayName}' and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first.`,
  );
}

function wrongKind(name: string): EntraFailure {
  return new EntraFailure(
    "invalid_request",
    500208,
    `The domain is not a valid login domain for the account type: '${name}' cannot sign in here. Use an account of the other kind (work or school, or personal).`,
  );
}

/** Homes of everybody with that name; the tenant that owns the name's domain comes first. */
function identities(store: Store, name: string): readonly HomeIdentity[] {
  const domain = name.split("@").at(-1)?.toLowerCase() ?? "";
  const tenants = [...store.tenants.values()].sort(
    (a, b) => Number(b.domains.includes(domain)) - Number(a.domains.includes(domain)),
  );
  const users = tenants.flatMap((tenant) => store.user(tenant, name) ?? store.userByMail(tenant, name) ?? []);
  // A guest is known by the address at home, which would otherwise hide the person behind the guest.
  return users.sort((a, b) => Number(a.home !== undefined) - Number(b.home !== undefined)).map(homeOf);
}

function reaches(authority: Authority, tenant: Tenant): boolean {
  switch (authority.kind) {
    case "tenant":
      return tenant.id === authority.tenant.id;
    case "common":
      return true;
    case "organizations":
      return tenant.id !== PERSONAL_TENANT_ID;
    case "consumers":
      return tenant.id === PERSONAL_TENANT_ID;
  }
}
