import { createHash } from "node:crypto";
import type { HttpAnswer } from "../core/http-message.js";
import type { AuthorizationCode } from "../core/sign-in-state.js";
import { type Account, accountAt } from "./accounts.js";
import { assertStillGood, delegatedAnswer } from "./delegated-answer.js";
import { type DelegatedClient, readDelegatedClient } from "./delegated-client.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { requireMember } from "./form-members.js";
import { readScopes } from "./scopes.js";

const CODE_LIFETIME_MS = 600_000;

/** Exchanges a code, once, for the tokens of the user who signed in. */
export async function authorizationCodeGrant(call: EntraCall): Promise<HttpAnswer> {
  const { store } = call.world;
  const text = requireMember(call, "code");
  const redirectUri = requireMember(call, "redirect_uri");
  const code = store.signIns.codes.get(text);
  const client = await readDelegatedClient(call, code);
  if (code === undefined || code.appId !== client.app.appId) {
    throw new EntraFailure("invalid_grant", 70000, "The provided value for the 'code' parameter is not valid.");
  }
  assertUsable(call, code, redirectUri);
  const account = accountOf(call, code, client);
  assertVerifier(call, code);
  const scopes = readScopes(call.world.origin(), call.form.get("scope") || code.scope);
  // The scope of this request narrows what the token is for; the OpenID scopes stay those of the sign-in.
  const oidc = readScopes(call.world.origin(), code.scope).oidc;
  const issue = { client, account, scopes: { ...scopes, oidc }, issued: code };
  assertStillGood(call, issue);
  code.redeemed = true;
  return delegatedAnswer(call, {
    ...issue,
    nonce: code.nonce,
    refresh: oidc.has("offline_access") ? { endsAt: undefined } : undefined,
  });
}

function assertUsable(call: EntraCall, code: AuthorizationCode, redirectUri: string): void {
  if (code.redeemed) {
    throw new EntraFailure(
      "invalid_grant",
      54005,
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    );
  }
  if (call.world.clock.now() >= code.issuedAt + CODE_LIFETIME_MS) {
    throw new EntraFailure(
      "invalid_grant",
      70008,
      "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
    );
  }
  if (redirectUri !== code.redirectUri) {
    throw new EntraFailure(
      "invalid_grant",
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${code.redirectUri}' provided when requesting Authorization code.`,
    );
  }
}

/** The account, if this endpoint leads to the same tenant as the sign-in did; AADSTS700005 if not. */
function accountOf(call: EntraCall, code: AuthorizationCode, { authority }: DelegatedClient): Account {
  const account = accountAt(call.world.store, authority, code.home);
  if (account !== undefined && account.tenant.id === code.tenantId) return account;
  throw new EntraFailure(
    "invalid_grant",
    700005,
    "Provided Authorization Code is intended to use against other tenant, thus rejected. OAuth2 Authorization Code must be redeemed against same tenant it was acquired for (/common or /{tenant-ID} as appropriate).",
  );
}

function assertVerifier(call: EntraCall, { challenge }: AuthorizationCode): void {
  const verifier = call.form.get("code_verifier") ?? "";
  const made = challenge?.method === "S256" ? createHash("sha256").update(verifier).digest("base64url") : verifier;
  if (made === (challenge?.value ?? "")) return;
  throw new EntraFailure(
    "invalid_grant",
    501481,
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  );
}
