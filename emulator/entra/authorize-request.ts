import type { App, RedirectUri } from "../core/directory.model.js";
import { type Authority, appAtAuthority, readAuthority } from "./authority.js";
import { RedirectFailure, type ReplyTarget, type ResponseMode } from "./authorize-answer.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { assertRedirectUri } from "./redirect-uri.js";
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
  const responseMode = RESPONSE_MODES.includes(mode) ? (mode as ResponseMode) : "query";
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
  const responseType = requireParameter(members, "response_type");
  if (responseType !== "code") {
    const words = responseType.split(/\s+/);
    throw words.every((word) => ["code", "id_token", "token"].includes(word))
      ? new RedirectFailure(
          "unsupported_response_type",
          700054,
          `response_type '${words.find((word) => word !== "code")}' is not enabled for the application.`,
        )
      : unsupported("response_type", responseType);
  }
  const mode = members.get("response_mode");
  if (mode !== null && !RESPONSE_MODES.includes(mode)) throw unsupported("response_mode", mode);
  const scopes = readScopes(call.world.origin(), requireParameter(members, "scope"));
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
    nonce: members.get("nonce") ?? undefined,
    prompt,
    loginHint,
    domainHint: members.get("domain_hint")?.toLowerCase() || undefined,
    challenge: readChallenge(call, members, client.registered),
  };
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
