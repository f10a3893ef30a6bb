import type { App, Tenant } from "../core/directory.model.js";
import type { HttpAnswer } from "../core/http-message.js";
import type { World } from "../core/world.js";
import { appOnlyToken, GRAPH_APP_ID, GRAPH_AUDIENCE } from "./access-token.js";
import { appInTenant, assertCredential, readClient } from "./client-authentication.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { takeTokenFault } from "./entra-faults.js";
import { requireMember } from "./form-members.js";
import { refreshMember } from "./refresh-member.js";
import { knownRoles } from "./replication.js";
import { readRequestedClaims } from "./requested-claims.js";
import { assertTenantText, PERSONAL_TENANT_ID, SHARED_AUTHORITIES, tenantOf } from "./tenant-path.js";

const DEFAULT_SUFFIX = "/.default";

/** App-only tokens. The order of the checks is the one in which Entra is seen to report problems. */
export async function clientCredentialsGrant(call: EntraCall): Promise<HttpAnswer> {
  const { world } = call;
  const client = readClient(call);
  const clientId = client.clientId ?? requireMember(call, "client_id");
  call.facts.appId = clientId;
  const scope = requireMember(call, "scope");
  const tenantText = call.params.tenant ?? "";
  assertTenantText(tenantText);
  assertConcreteTenant(call, tenantText);
  // The tenant of personal accounts exists, but no application can be installed in it.
  const tenant =
    tenantText.toLowerCase() === PERSONAL_TENANT_ID ? personalTenant(clientId) : tenantOf(world.store, tenantText);
  call.facts.tenantId = tenant.id;
  const app = appInTenant(call, clientId, tenant);
  const proof = await assertCredential(call, app, tenant, client);
  assertScope(world.origin(), scope);
  assertNoPolicyBlocks(world, app, tenant);
  const principal = world.store.servicePrincipal(tenant, app.appId);
  const roles = takeTokenFault(call, "consentNotReplicated") === undefined ? knownRoles(world, principal) : [];
  const { capabilities, takesChallenges } = readRequestedClaims(call.form);
  const { longTokenLifetimeSeconds, tokenLifetimeSeconds } = world.switches;
  const lifetime = takesChallenges ? longTokenLifetimeSeconds : tokenLifetimeSeconds;
  return {
    status: 200,
    headers: {},
    json: {
      token_type: "Bearer",
      expires_in: lifetime,
      ext_expires_in: lifetime,
      ...refreshMember(call, takesChallenges ? Math.floor(lifetime / 2) : undefined),
      access_token: await appOnlyToken(world, app, tenant, proof, { roles, lifetime, capabilities }),
    },
  };
}

/** Conditional Access for workload identities, which can do nothing but block. */
function assertNoPolicyBlocks(world: World, app: App, tenant: Tenant): void {
  if (world.store.servicePrincipal(tenant, app.appId)?.blockedByPolicy !== true) return;
  throw new EntraFailure(
    "invalid_grant",
    53003,
    "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
  );
}

function personalTenant(clientId: string): never {
  throw new EntraFailure(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId}' was not found in the directory 'Microsoft Accounts'.`,
  );
}

function assertConcreteTenant(call: EntraCall, text: string): void {
  if (!SHARED_AUTHORITIES.includes(text.toLowerCase())) return;
  const code = call.world.switches.commonTenantCode;
  throw new EntraFailure(
    "invalid_request",
    code,
    code === 50059
      ? "No tenant-identifying information found in either the request or implied by any provided credentials."
      : `Specified tenant identifier '${text}' is neither a valid DNS name, nor a valid external domain.`,
  );
}

function assertScope(origin: string, scope: string): void {
  const scopes = scope.split(/\s+/).filter((text) => text !== "");
  const [only] = scopes;
  if (only === undefined || scopes.length > 1) {
    throw new EntraFailure(
      "invalid_scope",
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    );
  }
  if (!only.endsWith(DEFAULT_SUFFIX)) {
    throw new EntraFailure(
      "invalid_scope",
      1002012,
      `The provided value for scope ${only} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const resource = only.slice(0, -DEFAULT_SUFFIX.length).replace(/\/$/, "");
  if ([GRAPH_AUDIENCE, GRAPH_APP_ID, origin].includes(resource.toLowerCase())) return;
  throw new EntraFailure(
    "invalid_resource",
    500011,
    `The resource principal named ${resource} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
}
