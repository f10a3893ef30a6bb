import { decodeJwt } from "jose";
import type { App } from "../core/directory.model.js";
import type { HttpAnswer } from "../core/http-message.js";
import { readAuthority } from "./authority.js";
import { redirect } from "./authorize-answer.js";
import { readState } from "./authorize-request.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { onPages } from "./on-pages.js";
import { signedOutPage } from "./pages/message.pages.js";
import { findRedirectUri } from "./redirect-uri.js";
import { forget, noSessionCookie, sessionCookie, sessionOf } from "./sessions.js";
import { requestMembers } from "./sign-in-choice.js";

/**
 * Ends the browser's session, or only the account that `logout_hint` names. Refresh tokens live on, as they do for
 * confidential clients.
 */
function logout(call: EntraCall): HttpAnswer {
  readAuthority(call.world.store, call.params.tenant ?? "");
  const members = requestMembers(call);
  const apps = appsConcerned(call, members);
  const headers = endSession(call, members.get("logout_hint")?.toLowerCase() || undefined);
  const uri = members.get("post_logout_redirect_uri") ?? "";
  if (!apps.some((app) => findRedirectUri(app, uri) !== undefined)) return signedOutPage(headers);
  const state = readState(members);
  return redirect(uri, state === undefined ? {} : { state }, "query", headers);
}

/** Applications whose addresses count: the one a token or parameter names, else all that the session was used for. */
function appsConcerned(call: EntraCall, members: URLSearchParams): readonly App[] {
  const named = members.get("client_id") ?? audienceOf(members.get("id_token_hint") ?? "");
  const ids = named === undefined ? [...(sessionOf(call)?.appIds ?? [])] : [named];
  return ids.flatMap((id) => call.world.store.app(id) ?? []);
}

function audienceOf(token: string): string | undefined {
  try {
    const { aud } = decodeJwt(token);
    return typeof aud === "string" ? aud : undefined;
  } catch {
    return undefined;
  }
}

function endSession(call: EntraCall, hint: string | undefined): Record<string, string> {
  const { signIns, tenants } = call.world.store;
  const session = sessionOf(call);
  if (session === undefined) return noSessionCookie();
  const named = session.accounts.filter(({ tenantId, userId }) => {
    const user = tenants.get(tenantId)?.users.get(userId);
    return hint === undefined || user?.userPrincipalName.toLowerCase() === hint || user?.mail?.toLowerCase() === hint;
  });
  // A hint that fits nobody ends everything: whoever signs out must not stay signed in by mistake.
  for (const home of named.length > 0 ? named : [...session.accounts]) forget(session, home);
  if (session.accounts.length > 0) return sessionCookie(session);
  signIns.sessions.delete(session.id);
  return noSessionCookie();
}

export const logoutRoutes: readonly EntraRoute[] = [
  { method: "GET", path: "/{tenant}/oauth2/v2.0/logout", handle: onPages(logout) },
  { method: "POST", path: "/{tenant}/oauth2/v2.0/logout", handle: onPages(logout) },
];
