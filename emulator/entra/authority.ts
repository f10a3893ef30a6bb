import type { App, Tenant } from "../core/directory.model.js";
import type { Store } from "../core/store.js";
import { EntraFailure } from "./entra-failure.js";
import { assertTenantText, PERSONAL_TENANT_ID, tenantOf } from "./tenant-path.js";

/** What the first path segment of a request asks for. */
export type Authority =
  | { readonly kind: "tenant"; readonly tenant: Tenant }
  | { readonly kind: "common" | "organizations" | "consumers" };

/** Reads the segment; AADSTS900023 or 90002 when it names no tenant. */
export function readAuthority(store: Store, text: string): Authority {
  assertTenantText(text);
  const word = text.toLowerCase();
  if (word === "common" || word === "organizations" || word === "consumers") return { kind: word };
  if (word === PERSONAL_TENANT_ID) return { kind: "consumers" };
  return { kind: "tenant", tenant: tenantOf(store, text) };
}

/** The registration, if people may use it at this authority; otherwise the refusal that tells why. */
export function appAtAuthority(store: Store, clientId: string, authority: Authority): App {
  const app = store.app(clientId);
  if (app === undefined) throw unknownApp(clientId, authority);
  const refusal = audienceRefusal(app, authority);
  if (refusal !== undefined) throw refusal;
  return app;
}

function audienceRefusal(app: App, authority: Authority): EntraFailure | undefined {
  const refuse = (code: number, text: string) =>
    new EntraFailure("invalid_request", code, `Application '${app.appId}' ${text}`);
  switch (app.signInAudience) {
    case "AzureADMyOrg":
      if (authority.kind === "tenant")
        return authority.tenant.id === app.homeTenantId ? undefined : unknownApp(app.appId, authority);
      return authority.kind === "consumers"
        ? refuse(
            9002332,
            "is configured for use by Microsoft Entra users only. Please do not use the /consumers endpoint.",
          )
        : refuse(
            50194,
            `is not configured as a multi-tenant application. Usage of the /${authority.kind} endpoint is not supported for it. Use a tenant-specific endpoint.`,
          );
    case "AzureADMultipleOrgs":
      return authority.kind === "consumers"
        ? refuse(
            9002332,
            "is configured for use by Microsoft Entra users only. Please do not use the /consumers endpoint.",
          )
        : undefined;
    case "AzureADandPersonalMicrosoftAccount":
      return undefined;
    case "PersonalMicrosoftAccount":
      if (authority.kind === "consumers") return undefined;
      return refuse(
        authority.kind === "tenant" ? 9002346 : 9002331,
        "is configured for use by Microsoft Account users only ('userAudience' configuration). Please use the /consumers endpoint.",
      );
  }
}

function unknownApp(clientId: string, authority: Authority): EntraFailure {
  const directory = authority.kind === "tenant" ? ` '${authority.tenant.displayName}'` : "";
  return new EntraFailure(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId}' was not found in the directory${directory}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
}

/** Whether accounts of this tenant may use the application at all. */
export function admits(app: App, tenant: Tenant): boolean {
  const personal = tenant.id === PERSONAL_TENANT_ID;
  switch (app.signInAudience) {
    case "AzureADMyOrg":
      return tenant.id === app.homeTenantId;
    case "AzureADMultipleOrgs":
      return !personal;
    case "AzureADandPersonalMicrosoftAccount":
      return true;
    case "PersonalMicrosoftAccount":
      return personal;
  }
}
