import type { App, ServicePrincipal, Tenant } from "./directory.model.js";
import type { Store } from "./store.js";

/** The application's presence in the tenant, made now if there is none. */
export function servicePrincipalOf(store: Store, app: App, tenant: Tenant): ServicePrincipal {
  const present = tenant.servicePrincipals.get(app.appId);
  if (present !== undefined) return present;
  const principal: ServicePrincipal = {
    objectId: store.ids.guid(),
    appId: app.appId,
    tenantId: tenant.id,
    enabled: true,
    roles: new Set(),
    adminScopes: new Set(),
    userScopes: new Map(),
    blockedByPolicy: false,
    accessPolicy: undefined,
    exchangeGrants: [],
  };
  tenant.servicePrincipals.set(app.appId, principal);
  return principal;
}
