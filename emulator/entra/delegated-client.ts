import type { App } from "../core/directory.model.js";
import type { SignInFacts } from "../core/sign-in-state.js";
import { type Authority, appAtAuthority, readAuthority } from "./authority.js";
import { assertCredential, type ClientProof, readClient } from "./client-authentication.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { requireMember } from "./form-members.js";

/** The client of a code or refresh request, which has proven itself as its platform asks. */
export interface DelegatedClient {
  readonly app: App;
  readonly authority: Authority;
  readonly proof: ClientProof | "none";
}

/** Reads tenant and client and checks the credential. `issued` is what the code or refresh token was issued for, if known. */
export async function readDelegatedClient(call: EntraCall, issued: SignInFacts | undefined): Promise<DelegatedClient> {
  const { store } = call.world;
  const client = readClient(call);
  const clientId = client.clientId ?? requireMember(call, "client_id");
  call.facts.appId = clientId;
  const authority = readAuthority(store, call.params.tenant ?? "");
  if (authority.kind === "tenant") call.facts.tenantId = authority.tenant.id;
  const app = appAtAuthority(store, clientId, authority);
  const platform = issued?.appId === app.appId ? issued.platform : (app.redirectUris[0]?.platform ?? "web");
  const hasCredential = client.hasAssertion || (client.secret ?? "") !== "";
  const crossOrigin = call.request.headers.origin !== undefined;
  if (platform === "spa" && !crossOrigin) {
    throw new EntraFailure(
      "invalid_request",
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (platform !== "spa" && crossOrigin) {
    throw new EntraFailure(
      "invalid_request",
      9002326,
      "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    );
  }
  if (platform !== "web") {
    if (!hasCredential) return { app, authority, proof: "none" };
    throw new EntraFailure(
      "invalid_client",
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    );
  }
  // An assertion may be made for the home tenant's endpoint whatever tenant the user is of.
  const tenant = authority.kind === "tenant" ? authority.tenant : store.tenants.get(app.homeTenantId);
  if (tenant === undefined) throw new EntraFailure("invalid_request", 90002, "The tenant of the application is gone.");
  return { app, authority, proof: await assertCredential(call, app, tenant, client) };
}
