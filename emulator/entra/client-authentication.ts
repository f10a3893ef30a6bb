import { createHash, timingSafeEqual } from "node:crypto";
import type { App, Tenant } from "../core/directory.model.js";
import { assertClientAssertion } from "./client-assertion.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { takeTokenFault } from "./entra-faults.js";
import { hasReplicated } from "./replication.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

/** What a client says of itself, from the form or from HTTP Basic. */
export interface ClientClaim {
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
  readonly hasAssertion: boolean;
}

export function readClient(call: EntraCall): ClientClaim {
  const basic = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(call.request.headers.authorization ?? "")?.[1];
  const [user, ...rest] = basic === undefined ? [] : Buffer.from(basic, "base64").toString("utf8").split(":");
  return {
    clientId: call.form.get("client_id") ?? (user === undefined ? undefined : formDecode(user)),
    secret: call.form.get("client_secret") ?? (rest.length === 0 ? undefined : formDecode(rest.join(":"))),
    hasAssertion: call.form.has("client_assertion"),
  };
}

/** RFC 6749 section 2.3.1 has both halves form-encoded before they are joined; a bare percent sign is left alone. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** The registration, as this tenant may use it: known, present as an enabled service principal. */
export function appInTenant(call: EntraCall, clientId: string, tenant: Tenant): App {
  const { store } = call.world;
  const app = store.app(clientId);
  const unknown = new EntraFailure(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  );
  if (takeTokenFault(call, "appNotReplicated") !== undefined) throw unknown;
  if (app === undefined || tenant.id === PERSONAL_TENANT_ID) throw unknown;
  if (app.signInAudience === "AzureADMyOrg" && app.homeTenantId !== tenant.id) throw unknown;
  if (app.signInAudience === "PersonalMicrosoftAccount") {
    throw new EntraFailure(
      "invalid_request",
      9002331,
      `Application '${clientId}' is configured for use by Microsoft Account users only. Please use the /consumers endpoint.`,
    );
  }
  const principal = store.servicePrincipal(tenant, app.appId);
  if (principal === undefined || takeTokenFault(call, "principalNotReplicated") !== undefined) {
    throw new EntraFailure(
      "invalid_client",
      7000229,
      `The client application '${clientId}' is missing service principal in the tenant '${tenant.id}'.`,
    );
  }
  if (!principal.enabled) {
    throw new EntraFailure("unauthorized_client", 7000112, `Application '${clientId}' is disabled.`);
  }
  return app;
}

/** How a client proved who it is, as the claim `appidacr` tells it. */
export type ClientProof = "secret" | "assertion";

/** Checks what the client sent: a secret if there is one, else an assertion. AADSTS7000218 when there is neither. */
export async function assertCredential(
  call: EntraCall,
  app: App,
  tenant: Tenant,
  client: ClientClaim,
): Promise<ClientProof> {
  if (client.secret !== undefined && client.secret !== "") {
    assertSecret(call, app, client.secret);
    return "secret";
  }
  if (!client.hasAssertion) {
    throw new EntraFailure(
      "invalid_client",
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  await assertClientAssertion(call, app, tenant);
  return "assertion";
}

/** Checks the secret against every secret of the application that has begun and reached this endpoint. */
function assertSecret(call: EntraCall, app: App, secret: string): void {
  const now = call.world.clock.now();
  const delay = call.world.switches.secretReplicationSeconds;
  const match = app.secrets.find(({ value, startsAt }) => startsAt <= now && sameText(value, secret));
  const isKnown = match !== undefined && hasReplicated(call.world, match.startsAt, delay);
  if (!isKnown || takeTokenFault(call, "secretNotReplicated") !== undefined) {
    throw new EntraFailure(
      "invalid_client",
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.appId}'.`,
    );
  }
  if (match.endsAt <= now) {
    throw new EntraFailure(
      "invalid_client",
      7000222,
      `The provided client secret keys for app '${app.appId}' are expired.`,
    );
  }
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
