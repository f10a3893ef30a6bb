import { type JWTPayload, jwtVerify } from "jose";
import type { Tenant, User } from "../core/directory.model.js";
import type { World } from "../core/world.js";
import { GRAPH_APP_ID, GRAPH_AUDIENCE } from "../entra/access-token.js";
import { signingKey } from "../entra/signing-key.js";
import { GraphFailure } from "./graph-failure.js";

/** Who a verified token speaks for. */
export interface Caller {
  readonly tenant: Tenant;
  readonly appId: string;
  /** Application permissions in the token, which stay those of the time of issue. */
  readonly roles: ReadonlySet<string>;
  /** The user that a delegated token acts for, and its permissions; such a token has no roles. */
  readonly delegated: { readonly user: User; readonly scopes: ReadonlySet<string> } | undefined;
}

const CACHE_SIZE = 2_000;

/** Verifies bearer tokens: signature, audience, validity by the emulated clock, tenant. */
export class TokenVerifier {
  // Checking a signature costs more than serving a small read, so a token's claims are kept once they are proven.
  readonly #proven = new Map<string, JWTPayload>();

  constructor(readonly world: World) {}

  /** Throws 401 `InvalidAuthenticationToken` for anything but a token that is good now. */
  async callerOf(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthorized("Access token is empty.");
    const { signIns } = this.world.store;
    // Tokens of personal accounts have no structure; only what was handed out is known.
    const claims: JWTPayload = signIns.opaqueTokens.get(token) ?? this.#proven.get(token) ?? (await this.#prove(token));
    const now = this.world.clock.now() / 1000;
    if (claims.exp === undefined || claims.exp <= now)
      throw unauthorized("Lifetime validation failed, the token is expired.");
    if (claims.nbf !== undefined && claims.nbf > now + 300) throw unauthorized("The token is not yet valid.");
    const tenant = this.world.store.tenant(String(claims.tid));
    if (tenant === undefined) throw unauthorized("The tenant of the token is not known.");
    const roles = Array.isArray(claims.roles) ? claims.roles.map(String) : [];
    const caller = { tenant, appId: String(claims.appid), roles: new Set(roles), delegated: undefined };
    if (typeof claims.scp !== "string") return caller;
    const user = tenant.users.get(String(claims.oid));
    if (user === undefined) throw unauthorized("The user of the token is not known.");
    return { ...caller, roles: new Set(), delegated: { user, scopes: new Set(claims.scp.split(" ")) } };
  }

  async #prove(token: string): Promise<JWTPayload> {
    const { publicKey } = await signingKey();
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: ["RS256"],
        audience: [GRAPH_AUDIENCE, GRAPH_APP_ID],
        // Times are checked by the caller on every use; here any are good.
        currentDate: new Date(0),
        clockTolerance: Number.MAX_SAFE_INTEGER,
      });
      if (this.#proven.size >= CACHE_SIZE) this.#proven.clear();
      this.#proven.set(token, payload);
      return payload;
    } catch {
      throw unauthorized("Access token validation failure: signature or audience is not valid.");
    }
  }
}

function unauthorized(message: string): GraphFailure {
  return new GraphFailure(401, "InvalidAuthenticationToken", message, {
    "WWW-Authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="${GRAPH_APP_ID}"`,
  });
}
