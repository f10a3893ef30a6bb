import { jwtVerify } from "jose";
import type { HttpAnswer } from "../core/http-message.js";
import type { World } from "../core/world.js";
import { GRAPH_AUDIENCE } from "./access-token.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { signingKey } from "./signing-key.js";

/** The OpenID endpoint for facts about the user of a delegated token that was issued with `openid`. */
async function userInfo(call: EntraCall): Promise<HttpAnswer> {
  const token = /^Bearer\s+(\S+)$/i.exec(call.request.headers.authorization ?? "")?.[1] ?? "";
  const claims = await delegatedClaims(call.world, token);
  const scopes = String(claims?.scp ?? "").split(" ");
  const user = call.world.store.tenants.get(String(claims?.tid))?.users.get(String(claims?.oid));
  if (user === undefined || !scopes.includes("openid")) return refusal();
  return {
    status: 200,
    headers: {},
    json: {
      sub: claims?.sub,
      ...(scopes.includes("profile")
        ? {
            name: user.displayName,
            ...(user.surname === null ? {} : { family_name: user.surname }),
            ...(user.givenName === null ? {} : { given_name: user.givenName }),
            picture: "https://graph.microsoft.com/v1.0/me/photo/$value",
          }
        : {}),
      ...(scopes.includes("email") && user.mail !== null ? { email: user.mail } : {}),
    },
  };
}

async function delegatedClaims(world: World, token: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const opaque = world.store.signIns.opaqueTokens.get(token);
  const now = world.clock.now();
  if (opaque !== undefined) return Number(opaque.exp) * 1000 > now ? opaque : undefined;
  try {
    const { publicKey } = await signingKey();
    const options = { algorithms: ["RS256"], audience: GRAPH_AUDIENCE, currentDate: new Date(now) };
    return (await jwtVerify(token, publicKey, options)).payload;
  } catch {
    return undefined;
  }
}

function refusal(): HttpAnswer {
  return {
    status: 401,
    headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    json: {
      error: { code: "InvalidAuthenticationToken", message: "Access token is empty, expired or not for OpenID." },
    },
  };
}

export const userInfoRoutes: readonly EntraRoute[] = [
  { method: "GET", path: "/oidc/userinfo", handle: userInfo },
  { method: "POST", path: "/oidc/userinfo", handle: userInfo },
];
