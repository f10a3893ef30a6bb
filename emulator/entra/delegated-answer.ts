import { randomBytes } from "node:crypto";
import type { HttpAnswer } from "../core/http-message.js";
import type { SignInFacts } from "../core/sign-in-state.js";
import { type Account, assertEnabled, homeOf, usersBehind } from "./accounts.js";
import { assertNotDisabled, grantedScopes, missingScopes, wantedScopes } from "./consent.js";
import type { DelegatedClient } from "./delegated-client.js";
import { clientInfo, type DelegatedFacts, delegatedAccessToken, idToken } from "./delegated-token.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { refreshMember } from "./refresh-member.js";
import { readRequestedClaims } from "./requested-claims.js";
import { OIDC_SCOPES, type ScopeRequest } from "./scopes.js";
import { needsSecondFactor, secondFactorFailure } from "./second-factor.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

const SPA_REFRESH_MS = 86_400_000;

export interface DelegatedIssue {
  readonly client: DelegatedClient;
  readonly account: Account;
  readonly scopes: ScopeRequest;
  readonly issued: SignInFacts;
  readonly nonce: string | undefined;
  /** Whether a refresh token goes with it, and the fixed end that it inherits. */
  readonly refresh: { readonly endsAt: number | undefined } | undefined;
}

/** What must hold of user and application whenever tokens are issued, however long ago the sign-in was. */
export function assertStillGood(
  call: EntraCall,
  issue: Pick<DelegatedIssue, "client" | "account" | "scopes" | "issued">,
) {
  const { account, client, scopes, issued } = issue;
  const { store } = call.world;
  assertEnabled(store, account);
  assertNotDisabled(store.servicePrincipal(account.tenant, client.app.appId), client.app);
  const users = usersBehind(store, account);
  if (users.some(({ tokensValidFrom }) => issued.signedInAt < tokensValidFrom)) {
    throw new EntraFailure(
      "invalid_grant",
      50173,
      "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
      400,
      { suberror: "bad_token" },
    );
  }
  if (users.some((user) => needsSecondFactor(user, issued.signedInAt))) throw secondFactorFailure();
  if (missingScopes(store, client.app, account, scopes).length === 0) return;
  throw new EntraFailure(
    "invalid_grant",
    65001,
    `The user or administrator has not consented to use the application with ID '${client.app.appId}' named '${client.app.displayName}'. Send an interactive authorization request for this user and resource.`,
    400,
    { suberror: "consent_required" },
  );
}

/** The token endpoint's answer with everything that was asked for. */
export async function delegatedAnswer(call: EntraCall, issue: DelegatedIssue): Promise<HttpAnswer> {
  const { client, account, scopes, issued } = issue;
  const { world } = call;
  call.facts.tenantId = account.tenant.id;
  const granted = grantedScopes(world.store.servicePrincipal(account.tenant, client.app.appId), account.user);
  const oidc = OIDC_SCOPES.filter((name) => scopes.oidc.has(name) && name !== "offline_access");
  // A token holds all that was consented to, which can be more than was asked for.
  const names = [...granted].filter((name) => !OIDC_SCOPES.includes(name));
  const facts: DelegatedFacts = {
    app: client.app,
    account,
    scopes: [...names, ...oidc],
    proof: client.proof,
    sessionId: issued.sessionId,
    capabilities: readRequestedClaims(call.form).capabilities,
  };
  const lifetime = world.switches.tokenLifetimeSeconds;
  return {
    status: 200,
    headers: issued.platform === "spa" ? { "Access-Control-Allow-Origin": call.request.headers.origin ?? "*" } : {},
    json: {
      token_type: "Bearer",
      scope: echo(issue, names, oidc),
      expires_in: lifetime,
      ext_expires_in: lifetime,
      ...refreshMember(call),
      access_token: await delegatedAccessToken(world, facts),
      ...(issue.refresh === undefined ? {} : { refresh_token: newRefreshToken(call, issue, issue.refresh.endsAt) }),
      ...(scopes.oidc.has("openid") ? { id_token: await idToken(world, facts, scopes.oidc, issue.nonce) } : {}),
      ...(call.form.get("client_info") === "1" ? { client_info: clientInfo(account.user) } : {}),
    },
  };
}

/** Granted scopes: those asked for in the spelling of the request, because clients look their cache up by it. */
function echo({ client, scopes }: DelegatedIssue, names: readonly string[], oidc: readonly string[]): string {
  const asked = new Set(wantedScopes(client.app, scopes));
  const spelled = scopes.everything === undefined ? scopes.resource.map(({ spelled }) => spelled) : [scopes.everything];
  const more = scopes.everything === undefined ? names.filter((name) => !asked.has(name)) : names;
  return [...spelled, ...oidc, ...more].join(" ");
}

function newRefreshToken(
  call: EntraCall,
  { account, issued, client }: DelegatedIssue,
  endsAt: number | undefined,
): string {
  const { clock, store } = call.world;
  const now = clock.now();
  const token = `${account.tenant.id === PERSONAL_TENANT_ID ? "M.C5" : "1."}${randomBytes(160).toString("base64url")}`;
  store.signIns.refreshTokens.set(token, {
    appId: client.app.appId,
    home: homeOf(account.user),
    platform: issued.platform,
    scope: issued.scope,
    signedInAt: issued.signedInAt,
    sessionId: issued.sessionId,
    usedAt: now,
    endsAt: issued.platform === "spa" ? (endsAt ?? now + SPA_REFRESH_MS) : undefined,
  });
  return token;
}
