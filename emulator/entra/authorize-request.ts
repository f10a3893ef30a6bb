import type { App, RedirectUri } from "../core/directory.model.js";
import { type Authority, appAtAuthority, readAuthority } from "./authority.js";
import { RedirectFailure, type ReplyTarget, type ResponseMode } from "./authorize-answer.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { assertRedirectUri } from "./redirect-uri.js";
import { readRequestedClaims } from "./requested-claims.js";
import { readScopes, type ScopeRequest } from "./scopes.js";

const RESPONSE_MODES: readonly string[] = ["query", "fragment", "form_post"];
const PROMPTS = ["login", "none", "consent", "select_account"] as const;
/** RFC 7636 has 43 to 128 characters; a verifier sent as `plain` challenge has as many. */
const CHALLENGE = /^[\w.~-]{43,128}$/;

/** What makes the redirect URI trustworthy; refusals before it end on a page. */
export interface TrustedClient {
  readonly authority: Authority;
  readonly app: App;
  readonly registered: RedirectUri;
  readonly target: ReplyTarget;
}

/** What the application asks of the sign-in. */
export interface SignInRequest {
  readonly scopes: ScopeRequest;
  /** What is sent back: a code, an ID token, or both. */
  readonly wants: { readonly code: boolean; readonly idToken: boolean };
  readonly nonce: string | undefined;
  readonly prompt: (typeof PROMPTS)[number] | undefined;
  readonly loginHint: string | undefined;
  readonly domainHint: string | undefined;
  readonly challenge: { readonly method: "S256" | "plain"; readonly value: string } | undefined;
}

/** Reads tenant, client and redirect URI; every refusal is one that never reaches the application. */
export function readClientOf(call: EntraCall, members: URLSearchParams): TrustedClient {
  const { store } = call.world;
  const authority = readAuthority(store, call.params.tenant ?? "");
  if (authority.kind === "tenant") call.facts.tenantId = authority.tenant.id;
  const clientId = requireParameter(members, "client_id");
  call.facts.appId = clientId;
  const app = appAtAuthority(store, clientId, authority);
  const redirectUri = requireParameter(members, "redirect_uri");
  const registered = assertRedirectUri(app, redirectUri);
  const mode = members.get("response_mode") ?? "";
  const words = members.get("response_type")?.split(/\s+/) ?? [];
  // Tokens never travel in a query, so their default is the fragment.
  const otherwise = words.includes("id_token") || words.includes("token") ? "fragment" : "query";
  const responseMode = RESPONSE_MODES.includes(mode) ? (mode as ResponseMode) : otherwise;
  return { authority, app, registered, target: { redirectUri, responseMode, state: readState(members) } };
}

/** Microsoft strips markup from the state before it returns it. */
export function readState(members: URLSearchParams): string | undefined {
  return members.get("state")?.replace(/<[^>]*>/g, "");
}

/** A parameter; AADSTS900144 when it is missing or empty. */
export function requireParameter(members: URLSearchParams, name: string): string {
  const value = members.get(name);
  if (value !== null && value !== "") return value;
  throw new EntraFailure(
    "invalid_request",
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}

/** Reads the rest of the request; its refusals go back through the redirect URI. */
export function readSignInRequest(call: EntraCall, members: URLSearchParams, client: TrustedClient): SignInRequest {
  const wants = readResponseType(requireParameter(members, "response_type"), client.app);
  const mode = members.get("response_mode");
  if (mode !== null && !RESPONSE_MODES.includes(mode)) throw unsupported("response_mode", mode);
  const scopes = readScopes(call.world.origin(), requireParameter(members, "scope"));
  if (wants.idToken) assertIdTokenRequest(members, mode, scopes);
  readRequestedClaims(members);
  const text = members.get("prompt") || undefined;
  const prompt = PROMPTS.find((known) => known === text);
  if (text !== undefined && prompt === undefined) throw unsupported("prompt", text);
  const loginHint = members.get("login_hint") || undefined;
  if (loginHint !== undefined && prompt === "select_account") {
    throw new RedirectFailure(
      "invalid_request",
      90023,
      "The parameters 'login_hint' and 'prompt=select_account' cannot be used together.",
    );
  }
  return {
    scopes,
    wants,
    nonce: members.get("nonce") ?? undefined,
    prompt,
    loginHint,
    domainHint: members.get("domain_hint")?.toLowerCase() || undefined,
    challenge: readChallenge(call, members, client.registered),
  };
}

function readResponseType(text: string, app: App): SignInRequest["wants"] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const idToken = words.includes("id_token");
  if (!words.every((word) => ["code", "id_token", "token"].includes(word))) throw unsupported("response_type", text);
  // Access tokens from here need a setting that nobody should turn on, and that is not emulated.
  const refused = words.includes("token") ? "token" : idToken && app.issuesIdTokens !== true ? "id_token" : undefined;
  if (refused === undefined) return { code: words.includes("code"), idToken };
  throw new RedirectFailure(
    "unsupported_response_type",
    700054,
    `response_type '${refused}' is not enabled for the application.`,
  );
}

/** An ID token needs `openid` and a nonce, and does not travel in a query. */
function assertIdTokenRequest(members: URLSearchParams, mode: string | null, scopes: ScopeRequest): void {
  if (mode === "query") {
    throw new RedirectFailure(
      "invalid_request",
      70007,
      "'query' is not a supported value of 'response_mode' when requesting a token.",
    );
  }
  if (!scopes.oidc.has("openid")) {
    throw new RedirectFailure("invalid_request", 70011, "The scope 'openid' is needed for an ID token.");
  }
  requireParameter(members, "nonce");
}

function readChallenge(call: EntraCall, members: URLSearchParams, registered: RedirectUri): SignInRequest["challenge"] {
  const value = members.get("code_challenge") ?? "";
  if (value === "") {
    if (registered.platform !== "spa") return undefined;
    throw new RedirectFailure(
      "invalid_request",
      9002325,
      "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    );
  }
  const method = members.get("code_challenge_method") || "plain";
  if (method !== "S256" && method !== "plain") throw unsupported("code_challenge_method", method);
  if (!CHALLENGE.test(value) || (method === "S256" && value.length !== 43)) {
    throw new RedirectFailure(
      "invalid_request",
      call.world.switches.challengeSizeCode,
      "The size of the code challenge parameter isn't valid.",
    );
  }
  return { method, value };
}

function unsupported(name: string, value: string): RedirectFailure {
  return new RedirectFailure("invalid_request", 90023, `Unsupported '${name}' value '${value}'.`);
}
