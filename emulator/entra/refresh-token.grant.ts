import type { HttpAnswer } from "../core/http-message.js";
import type { RefreshGrant } from "../core/sign-in-state.js";
import { type Account, accountAt, foreignUser } from "./accounts.js";
import { assertStillGood, delegatedAnswer } from "./delegated-answer.js";
import { type DelegatedClient, readDelegatedClient } from "./delegated-client.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { requireMember } from "./form-members.js";
import { readScopes } from "./scopes.js";

const INACTIVITY_MS = 90 * 86_400_000;

/** New tokens for a sign-in of before. The refresh token that was used goes on working beside the new one. */
export async function refreshTokenGrant(call: EntraCall): Promise<HttpAnswer> {
  const { store, clock } = call.world;
  const grant = store.signIns.refreshTokens.get(requireMember(call, "refresh_token"));
  const client = await readDelegatedClient(call, grant);
  if (grant === undefined || grant.appId !== client.app.appId) {
    throw new EntraFailure("invalid_grant", 70000, "Provided grant is invalid or malformed.");
  }
  assertUnexpired(grant, clock.now());
  const account = accountOf(call, grant, client);
  const origin = call.world.origin();
  const scopes = readScopes(origin, call.form.get("scope") || grant.scope);
  const issue = { client, account, scopes, issued: grant };
  assertStillGood(call, issue);
  grant.usedAt = clock.now();
  return delegatedAnswer(call, { ...issue, nonce: undefined, refresh: { endsAt: grant.endsAt } });
}

function assertUnexpired(grant: RefreshGrant, now: number): void {
  if (grant.endsAt !== undefined && now >= grant.endsAt) {
    throw new EntraFailure(
      "invalid_grant",
      700084,
      "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.",
    );
  }
  if (now < grant.usedAt + INACTIVITY_MS) return;
  throw new EntraFailure(
    "invalid_grant",
    700082,
    "The refresh token has expired due to inactivity. It was inactive for 90.00:00:00.",
    400,
    { suberror: "bad_token" },
  );
}

/** A refresh token belongs to a person, not to a tenant: it also works where the person is a guest. */
function accountOf(call: EntraCall, { home }: RefreshGrant, { authority }: DelegatedClient): Account {
  const { store } = call.world;
  const account = accountAt(store, authority, home);
  if (account !== undefined) return account;
  const user = store.tenants.get(home.tenantId)?.users.get(home.userId);
  if (user !== undefined && authority.kind === "tenant") {
    throw foreignUser(user.userPrincipalName, authority.tenant, "invalid_grant");
  }
  throw new EntraFailure("invalid_grant", 50034, "The user account does not exist in the directory.");
}
