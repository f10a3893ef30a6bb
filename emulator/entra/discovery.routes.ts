import type { HttpAnswer } from "../core/http-message.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { signingKey } from "./signing-key.js";
import { assertTenantText, PERSONAL_TENANT_ID, SHARED_AUTHORITIES, tenantOf } from "./tenant-path.js";

const DOCUMENT_HEADERS = { "Cache-Control": "max-age=86400, private", "Access-Control-Allow-Origin": "*" };
const PUBLIC_ALIASES = ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"];

/** The segment that the document's own URLs carry: the GUID for a tenant, the word itself for a shared authority. */
function authoritySegment(call: EntraCall): { segment: string; issuerId: string; region: string | null } {
  const text = (call.params.tenant ?? "").toLowerCase();
  assertTenantText(text);
  if (text === "consumers" || text === PERSONAL_TENANT_ID) {
    return { segment: text, issuerId: PERSONAL_TENANT_ID, region: null };
  }
  // Clients must put the token's tenant in place of these braces.
  if (SHARED_AUTHORITIES.includes(text)) return { segment: text, issuerId: "{tenantid}", region: null };
  const tenant = tenantOf(call.world.store, text, "invalid_tenant");
  call.facts.tenantId = tenant.id;
  return { segment: tenant.id, issuerId: tenant.id, region: tenant.regionScope };
}

function openIdConfiguration(call: EntraCall): HttpAnswer {
  const { segment, issuerId, region } = authoritySegment(call);
  const origin = call.world.origin();
  const base = `${origin}/${segment}`;
  return {
    status: 200,
    headers: DOCUMENT_HEADERS,
    json: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ["query", "fragment", "form_post"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
      scopes_supported: ["openid", "profile", "email", "offline_access"],
      issuer: `${origin}/${issuerId}/v2.0`,
      request_uri_parameter_supported: false,
      userinfo_endpoint: `${origin}/oidc/userinfo`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      http_logout_supported: true,
      frontchannel_logout_supported: true,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      claims_supported: [
        "sub",
        "iss",
        "cloud_instance_name",
        "cloud_instance_host_name",
        "cloud_graph_host_name",
        "msgraph_host",
        "aud",
        "exp",
        "iat",
        "auth_time",
        "acr",
        "nonce",
        "preferred_username",
        "name",
        "tid",
        "ver",
        "at_hash",
        "c_hash",
        "email",
      ],
      kerberos_endpoint: `${base}/kerberos`,
      tenant_region_scope: region,
      cloud_instance_name: "microsoftonline.com",
      cloud_graph_host_name: "graph.windows.net",
      msgraph_host: "graph.microsoft.com",
      rbac_url: "https://pas.windows.net",
    },
  };
}

async function keys(call: EntraCall): Promise<HttpAnswer> {
  const { issuerId } = authoritySegment(call);
  const { publicJwk } = await signingKey();
  return {
    status: 200,
    headers: DOCUMENT_HEADERS,
    json: { keys: [{ ...publicJwk, issuer: `${call.world.origin()}/${issuerId}/v2.0` }] },
  };
}

function instanceDiscovery(call: EntraCall): HttpAnswer {
  const endpoint = call.query.get("authorization_endpoint") ?? "";
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : "";
  const own = new URL(call.world.origin()).host;
  const aliases = host === own ? [own] : PUBLIC_ALIASES;
  if (!aliases.includes(host)) {
    throw new EntraFailure("invalid_instance", 50049, `Unknown or invalid instance '${host}'.`);
  }
  const tenant = new URL(endpoint).pathname.split("/")[1] ?? "common";
  const preferred = host === own ? own : "login.microsoftonline.com";
  return {
    status: 200,
    headers: DOCUMENT_HEADERS,
    json: {
      tenant_discovery_endpoint: `${call.world.origin()}/${tenant}/v2.0/.well-known/openid-configuration`,
      "api-version": "1.1",
      metadata: [{ preferred_network: preferred, preferred_cache: host === own ? own : "login.windows.net", aliases }],
    },
  };
}

export const discoveryRoutes: readonly EntraRoute[] = [
  { method: "GET", path: "/{tenant}/v2.0/.well-known/openid-configuration", handle: openIdConfiguration },
  { method: "GET", path: "/{tenant}/discovery/v2.0/keys", handle: keys },
  { method: "GET", path: "/{tenant}/discovery/instance", handle: instanceDiscovery },
];
