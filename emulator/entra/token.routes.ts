import type { HttpAnswer } from "../core/http-message.js";
import { authorizationCodeGrant } from "./authorization-code.grant.js";
import { clientCredentialsGrant } from "./client-credentials.grant.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { requireMember } from "./form-members.js";
import { refreshTokenGrant } from "./refresh-token.grant.js";
import { assertNoLoop } from "./request-loop.js";

/** What the token endpoint can do, by `grant_type`. A new grant is a new file and a line here. */
const GRANTS: Readonly<Record<string, (call: EntraCall) => Promise<HttpAnswer>>> = {
  client_credentials: clientCredentialsGrant,
  authorization_code: authorizationCodeGrant,
  refresh_token: refreshTokenGrant,
};

async function token(call: EntraCall): Promise<HttpAnswer> {
  const grantType = requireMember(call, "grant_type");
  call.facts.grantType = grantType;
  if (call.form.has("resource")) {
    throw new EntraFailure(
      "invalid_request",
      901002,
      "The 'resource' request parameter is not supported. Use 'scope' instead.",
    );
  }
  const grant = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
  if (grant === undefined) {
    throw new EntraFailure(
      "unsupported_grant_type",
      70003,
      `The app requested an unsupported grant type '${grantType}'.`,
    );
  }
  assertNoLoop(call);
  return grant(call);
}

export const tokenRoutes: readonly EntraRoute[] = [
  { method: "POST", path: "/{tenant}/oauth2/v2.0/token", handle: token },
];
