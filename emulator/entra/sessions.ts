import { randomUUID } from "node:crypto";
import type { BrowserSession, HomeIdentity } from "../core/sign-in-state.js";
import type { World } from "../core/world.js";
import type { EntraCall } from "./entra-call.js";

const COOKIE = "ESTSAUTHPERSISTENT";

/** The session of the browser that sent the request, if it has signed in here. */
export function sessionOf(call: EntraCall): BrowserSession | undefined {
  const cookies = call.request.headers.cookie ?? "";
  const id = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(cookies)?.[1];
  return id === undefined ? undefined : call.world.store.signIns.sessions.get(id);
}

/** Adds the account to the browser's session, or moves its sign-in to now. */
export function signIn(call: EntraCall, home: HomeIdentity, appId: string): BrowserSession {
  const { clock, store } = call.world;
  const session = sessionOf(call) ?? { id: randomUUID(), accounts: [], appIds: new Set<string>() };
  forget(session, home);
  session.accounts.push({ ...home, signedInAt: clock.now() });
  session.appIds.add(appId);
  store.signIns.sessions.set(session.id, session);
  return session;
}

/** Accounts of the session that still count: sessions revoked since, or people gone, do not. */
export function liveAccounts(world: World, session: BrowserSession | undefined): BrowserSession["accounts"] {
  return (session?.accounts ?? []).filter(({ tenantId, userId, signedInAt }) => {
    const user = world.store.tenants.get(tenantId)?.users.get(userId);
    return user?.accountEnabled === true && user.tokensValidFrom <= signedInAt;
  });
}

export function forget(session: BrowserSession, home: HomeIdentity): void {
  const index = session.accounts.findIndex(
    ({ tenantId, userId }) => tenantId === home.tenantId && userId === home.userId,
  );
  if (index >= 0) session.accounts.splice(index, 1);
}

export function sessionCookie(session: BrowserSession): Record<string, string> {
  return { "Set-Cookie": `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Lax` };
}

export function noSessionCookie(): Record<string, string> {
  return { "Set-Cookie": `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` };
}
