import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import type { App, User } from "../core/directory.model.js";
import type { HomeIdentity } from "../core/sign-in-state.js";
import type { World } from "../core/world.js";
import { GRAPH_AUDIENCE } from "./access-token.js";
import { type Account, homeOf } from "./accounts.js";
import type { ClientProof } from "./client-authentication.js";
import { signingKey } from "./signing-key.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

const BACK_DATED_SECONDS = 300;
const ID_TOKEN_SECONDS = 3600;
const PROOF_CLASS = { none: "0", secret: "1", assertion: "2" } as const;

/** What a delegated token tells of the sign-in. */
export interface DelegatedFacts {
  readonly app: App;
  readonly account: Account;
  /** Names of the permissions, OpenID scopes among them. */
  readonly scopes: readonly string[];
  readonly proof: ClientProof | "none";
  readonly sessionId: string;
  /** What the client said it can do, by the parameter `claims`. */
  readonly capabilities?: readonly string[];
}

/** A token for Graph that acts for a user: version 1.0 claims; for a personal account text without a structure. */
export async function delegatedAccessToken(world: World, facts: DelegatedFacts): Promise<string> {
  const { app, account, scopes, proof } = facts;
  const { user, tenant } = account;
  const issuedAt = Math.floor(world.clock.now() / 1000) - BACK_DATED_SECONDS;
  const claims: JWTPayload = {
    aud: GRAPH_AUDIENCE,
    iss: `https://sts.windows.net/${tenant.id}/`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + BACK_DATED_SECONDS + world.switches.tokenLifetimeSeconds,
    acct: user.userType === "Guest" ? 1 : 0,
    amr: user.secondFactorSince === undefined ? ["pwd"] : ["pwd", "mfa"],
    app_displayname: app.displayName,
    appid: app.appId,
    appidacr: PROOF_CLASS[proof],
    ...(user.surname === null ? {} : { family_name: user.surname }),
    ...(user.givenName === null ? {} : { given_name: user.givenName }),
    ...(user.home === undefined ? {} : { idp: `https://sts.windows.net/${user.home.tenantId}/` }),
    idtyp: "user",
    ipaddr: "127.0.0.1",
    name: user.displayName,
    oid: user.id,
    scp: scopes.join(" "),
    sid: facts.sessionId,
    sub: subjectOf(app, homeOf(user)),
    tenant_region_scope: tenant.regionScope,
    tid: tenant.id,
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
    uti: uniqueTokenId(),
    ver: "1.0",
    ...((facts.capabilities ?? []).length === 0 ? {} : { xms_cc: facts.capabilities }),
  };
  if (tenant.id === PERSONAL_TENANT_ID) {
    const token = `EwB${randomBytes(300).toString("base64")}`;
    world.store.signIns.opaqueTokens.set(token, claims);
    return token;
  }
  return (await signingKey()).sign(claims);
}

/**
 * An ID token, version 2.0. Name and object id come with `profile`, the address with `email`; one that comes together
 * with a code has its hash.
 */
export async function idToken(
  world: World,
  { app, account, sessionId }: DelegatedFacts,
  oidc: ReadonlySet<string>,
  nonce: string | undefined,
  code?: string,
): Promise<string> {
  const { user, tenant } = account;
  const issuedAt = Math.floor(world.clock.now() / 1000) - BACK_DATED_SECONDS;
  const home = homeOf(user);
  return (await signingKey()).sign({
    aud: app.appId,
    iss: `${world.origin()}/${tenant.id}/v2.0`,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + BACK_DATED_SECONDS + ID_TOKEN_SECONDS,
    ...(code === undefined ? {} : { c_hash: halfHash(code) }),
    ...(user.home === undefined ? {} : { idp: `https://sts.windows.net/${user.home.tenantId}/` }),
    ...(oidc.has("email") && user.mail !== null ? { email: user.mail } : {}),
    ...(oidc.has("profile") ? { name: user.displayName, oid: user.id, preferred_username: signInName(user) } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    rh: `1.${digest(`${app.appId}:${home.userId}`)}`,
    sid: sessionId,
    sub: subjectOf(app, home),
    tid: tenant.id,
    uti: uniqueTokenId(),
    ver: "2.0",
  });
}

/** The member by which MSAL knows accounts: who the user is at home. */
export function clientInfo(user: User): string {
  const { tenantId, userId } = homeOf(user);
  return Buffer.from(JSON.stringify({ uid: userId, utid: tenantId })).toString("base64url");
}

/** Guests sign in with their address at home. */
function signInName(user: User): string {
  return user.home === undefined ? user.userPrincipalName : (user.mail ?? user.userPrincipalName);
}

/** Another subject for each application, so that two of them cannot compare their users. */
function subjectOf(app: App, home: HomeIdentity): string {
  return digest(`${app.appId}:${home.tenantId}:${home.userId}`);
}

/** OpenID Connect's `c_hash`: the left half of the digest that the token is signed with. */
function halfHash(text: string): string {
  const bytes = createHash("sha256").update(text, "ascii").digest();
  return bytes.subarray(0, bytes.length / 2).toString("base64url");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function uniqueTokenId(): string {
  return Buffer.from(randomUUID().replaceAll("-", ""), "hex").toString("base64url");
}
