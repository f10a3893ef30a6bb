import { createHash } from "node:crypto";
import {
  type AuthenticationResult,
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
} from "@azure/msal-node";
import type { Call } from "../lib/call.js";
import { Secret } from "../lib/secret.js";
import type { AppCredential } from "./app-token.js";
import { type AppTokenClientOptions, authOptions } from "./app-token-client.js";
import { IdentityError } from "./identity-error.js";
import { toIdentityError } from "./identity-error-mapping.js";
import { TokenNetworkClient } from "./token-network-client.js";

/** Entra may take seconds; beyond this a person thinks that the gateway hangs. */
const TIMEOUT_MS = 10_000;

/** A visit to the sign-in: both of its legs say the same of these. */
export interface CodeRequest {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly nonce: string;
  /** PKCE verifier (RFC 7636): 43 to 128 characters. */
  readonly verifier: string;
}

export interface DelegatedToken {
  readonly accessToken: Secret;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
}

/** Who signed in, by the ID token that came straight from the token endpoint. */
export interface SignedInAccount {
  readonly homeAccountId: string;
  readonly tenantId: string;
  readonly issuer: string;
  readonly audience: string;
  readonly userName: string;
  /** Permissions that were granted; may be more than asked for. */
  readonly scopes: readonly string[];
}

export interface RedeemedCode {
  readonly token: DelegatedToken;
  readonly account: SignedInAccount;
  /** MSAL's whole cache, with the refresh token that it shows nowhere else. */
  readonly cache: Secret;
}

export interface RenewedToken {
  readonly token: DelegatedToken;
  /** The cache to store in the place of the one that was given; null when it did not change. */
  readonly cache: Secret | null;
}

/**
 * Sign-ins by MSAL. Each call makes an application of its own, over one mailbox's cache alone: an instance that served
 * two people would write the tokens of one into the cache of the other. The credential's tenant is the authority.
 */
export class DelegatedClient {
  readonly #options: AppTokenClientOptions;

  constructor(options: Omit<AppTokenClientOptions, "timeoutMs"> & { readonly timeoutMs?: number }) {
    this.#options = { ...options, timeoutMs: options.timeoutMs ?? TIMEOUT_MS };
  }

  /** Where the browser goes. Asks nobody: MSAL knows the endpoints of all clouds. */
  async authorizationUrl(
    credential: AppCredential,
    request: CodeRequest & { readonly loginHint: string | null },
  ): Promise<string> {
    const { application } = this.#application(credential);
    const { redirectUri, scopes, state, nonce, loginHint } = request;
    return application.getAuthCodeUrl({
      redirectUri,
      scopes: [...scopes],
      state,
      nonce,
      codeChallenge: createHash("sha256").update(request.verifier).digest("base64url"),
      codeChallengeMethod: "S256",
      responseMode: "query",
      // Microsoft takes one or the other.
      ...(loginHint === null ? { prompt: "select_account" } : { loginHint }),
    });
  }

  /** @throws IdentityError when Entra refuses the code, or answers without the token or the account. */
  async redeem(credential: AppCredential, request: CodeRequest, code: Secret, call: Call): Promise<RedeemedCode> {
    const { application, network } = this.#application(credential);
    const exchange = network.begin(call.meter);
    try {
      const { redirectUri, scopes, state, nonce, verifier } = request;
      const text = code.reveal();
      const correlationId = call.requestId;
      const result = await application.acquireTokenByCode(
        { redirectUri, scopes: [...scopes], code: text, codeVerifier: verifier, state, nonce, correlationId },
        { code: text, state, nonce },
      );
      const token = tokenOf(result);
      const account = accountOf(result);
      if (token === null || account === null) {
        exchange.fault = "empty";
        throw new Error("The token endpoint answered without a token or an account.");
      }
      return { token, account, cache: new Secret(application.getTokenCache().serialize()) };
    } catch (error) {
      throw toIdentityError(error, exchange);
    }
  }

  /** A token from the cache, or by its refresh token. @throws IdentityError. */
  async renew(
    credential: AppCredential,
    stored: { readonly cache: Secret; readonly homeAccountId: string; readonly scopes: readonly string[] },
    options: { readonly fresh: boolean },
    call: Call,
  ): Promise<RenewedToken> {
    const { application, network } = this.#application(credential);
    const exchange = network.begin(call.meter);
    try {
      const cache = application.getTokenCache();
      cache.deserialize(stored.cache.reveal());
      const account = await cache.getAccountByHomeId(stored.homeAccountId);
      if (account === null) throw missingAccount();
      const result = await application.acquireTokenSilent({
        account,
        scopes: [...stored.scopes],
        forceRefresh: options.fresh,
        correlationId: call.requestId,
      });
      const token = tokenOf(result);
      if (token === null) {
        exchange.fault = "empty";
        throw new Error("The token endpoint answered without a token.");
      }
      return { token, cache: result.fromCache ? null : new Secret(cache.serialize()) };
    } catch (error) {
      throw withoutTokens(error) ?? toIdentityError(error, exchange);
    }
  }

  #application(credential: AppCredential) {
    const network = new TokenNetworkClient(this.#options);
    const application = new ConfidentialClientApplication({
      auth: authOptions(credential),
      system: { networkClient: network },
    });
    return { application, network };
  }
}

function tokenOf({ accessToken, expiresOn }: AuthenticationResult): DelegatedToken | null {
  if (!accessToken || !expiresOn) return null;
  return { accessToken: new Secret(accessToken), expiresAt: expiresOn.getTime() };
}

function accountOf({ account, idTokenClaims, scopes }: AuthenticationResult): SignedInAccount | null {
  const claims = idTokenClaims as Readonly<Record<string, unknown>>;
  const [tenantId, issuer, audience] = [claims.tid, claims.iss, claims.aud];
  if (account === null || typeof tenantId !== "string" || typeof issuer !== "string" || typeof audience !== "string") {
    return null;
  }
  const { homeAccountId, username } = account;
  return { homeAccountId, tenantId: tenantId.toLowerCase(), issuer, audience, userName: username, scopes };
}

/** A cache without the account cannot be renewed by anybody but its owner. */
function missingAccount(): IdentityError {
  return new IdentityError({ kind: "reauth", oauthError: "no_tokens_found" });
}

/** MSAL's own word for a cache that holds no refresh token any more. */
function withoutTokens(error: unknown): IdentityError | undefined {
  const isEmpty = error instanceof InteractionRequiredAuthError && error.errorCode === "no_tokens_found";
  return isEmpty ? missingAccount() : undefined;
}
