import { randomUUID } from "node:crypto";
import type { App, Tenant } from "../core/directory.model.js";
import type { World } from "../core/world.js";
import type { ClientProof } from "./client-authentication.js";
import { signingKey } from "./signing-key.js";

/** The audience of Graph's tokens, and the identifier it has as an application. */
export const GRAPH_AUDIENCE = "https://graph.microsoft.com";
export const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

const BACK_DATED_SECONDS = 300;
const DIRECTORY_WIDS = ["0997a1d0-0d1d-4acb-b408-d5ca73121e90"];

/** What an app-only token carries beside who it is for; `lifetime` in seconds. */
export interface AppOnlyGrant {
  readonly roles: readonly string[];
  readonly lifetime: number;
  readonly capabilities: readonly string[];
}

/**
 * An app-only token for Graph: version 1.0 claims even from the v2.0 endpoint, as Graph asks for them. Without granted
 * permissions it has no `roles` at all.
 */
export async function appOnlyToken(
  world: World,
  app: App,
  tenant: Tenant,
  proof: ClientProof,
  { roles, lifetime, capabilities }: AppOnlyGrant,
): Promise<string> {
  const principal = world.store.servicePrincipal(tenant, app.appId);
  const issuedAt = Math.floor(world.clock.now() / 1000) - BACK_DATED_SECONDS;
  const issuer = `https://sts.windows.net/${tenant.id}/`;
  const key = await signingKey();
  return key.sign({
    aud: GRAPH_AUDIENCE,
    iss: issuer,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + BACK_DATED_SECONDS + lifetime,
    app_displayname: app.displayName,
    appid: app.appId,
    appidacr: proof === "secret" ? "1" : "2",
    idp: issuer,
    idtyp: "app",
    oid: principal?.objectId ?? "",
    ...(roles.length === 0 ? {} : { roles }),
    sub: principal?.objectId ?? "",
    tenant_region_scope: tenant.regionScope,
    tid: tenant.id,
    uti: Buffer.from(randomUUID().replaceAll("-", ""), "hex").toString("base64url"),
    ver: "1.0",
    wids: DIRECTORY_WIDS,
    ...(capabilities.length === 0 ? {} : { xms_cc: capabilities }),
  });
}
