import { randomBytes, randomUUID } from "node:crypto";
import type { HttpAnswer } from "../core/http-message.js";
import { type Account, accountAt, accountsAt, findAccount, homeOf } from "./accounts.js";
import { cancelled, RedirectFailure, reply, replyFailure } from "./authorize-answer.js";
import { readClientOf, readSignInRequest, type SignInRequest, type TrustedClient } from "./authorize-request.js";
import { assertNotDisabled } from "./consent.js";
import { settleConsent } from "./consent-step.js";
import { idToken } from "./delegated-token.js";
import type { EntraCall, EntraRoute } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { onPages } from "./on-pages.js";
import { accountPickerPage } from "./pages/account-picker.page.js";
import { needsSecondFactor, secondFactorFailure } from "./second-factor.js";
import { liveAccounts, sessionCookie, sessionOf, signIn } from "./sessions.js";
import { readChoice, requestMembers, type SignInChoice, samePage } from "./sign-in-choice.js";
import { PERSONAL_TENANT_ID } from "./tenant-path.js";

const MULTIPLE_ACCOUNTS = 16000;
const NO_SESSION = 50058;

/** The authorize endpoint: a page for people, an answer at once for machines. */
async function authorize(call: EntraCall): Promise<HttpAnswer> {
  const members = requestMembers(call);
  const client = readClientOf(call, members);
  const choice = readChoice(call);
  let request: SignInRequest;
  try {
    request = readSignInRequest(call, members, client);
  } catch (error) {
    if (error instanceof EntraFailure) return replyFailure(call, client.target, error);
    throw error;
  }
  try {
    return await proceed(call, members, client, request, choice);
  } catch (error) {
    if (error instanceof RedirectFailure) return replyFailure(call, client.target, error);
    throw error;
  }
}

async function proceed(
  call: EntraCall,
  members: URLSearchParams,
  client: TrustedClient,
  request: SignInRequest,
  choice: SignInChoice | undefined,
): Promise<HttpAnswer> {
  if (choice?.action === "cancel") throw cancelled();
  const found = chosenAccount(call, members, client, request, choice);
  if ("answer" in found) return found.answer;
  const { account, signedInAt } = found;
  const { store } = call.world;
  assertNotDisabled(store.servicePrincipal(account.tenant, client.app.appId), client.app);
  const page = settleConsent(call, members, client, request, account, choice);
  const home = homeOf(account.user);
  const session =
    signedInAt === undefined
      ? signIn(call, home, client.app.appId)
      : (sessionOf(call) ?? signIn(call, home, client.app.appId));
  session.appIds.add(client.app.appId);
  const cookie = sessionCookie(session);
  if (page !== undefined) return { ...page, headers: { ...page.headers, ...cookie } };
  const code = request.wants.code ? newCode(call, client, request, account, signedInAt, session.id) : undefined;
  const facts = { app: client.app, account, scopes: [], proof: "none", sessionId: session.id } as const;
  const token = request.wants.idToken
    ? await idToken(call.world, facts, request.scopes.oidc, request.nonce, code)
    : undefined;
  const answer = { ...(code === undefined ? {} : { code }), ...(token === undefined ? {} : { id_token: token }) };
  return reply(client.target, { ...answer, session_state: randomUUID() }, cookie);
}

function newCode(
  { world: { store, clock } }: EntraCall,
  client: TrustedClient,
  request: SignInRequest,
  account: Account,
  signedInAt: number | undefined,
  sessionId: string,
): string {
  const code = `1.${randomBytes(48).toString("base64url")}`;
  store.signIns.codes.set(code, {
    appId: client.app.appId,
    home: homeOf(account.user),
    tenantId: account.tenant.id,
    platform: client.registered.platform,
    redirectUri: client.target.redirectUri,
    scope: request.scopes.text,
    nonce: request.nonce,
    challenge: request.challenge,
    issuedAt: clock.now(),
    signedInAt: signedInAt ?? clock.now(),
    sessionId,
    redeemed: false,
  });
  return code;
}

type Found = { readonly account: Account; readonly signedInAt: number | undefined } | { readonly answer: HttpAnswer };

/** Whom the choice or the browser's session names; the account picker when neither names one. */
function chosenAccount(
  call: EntraCall,
  members: URLSearchParams,
  client: TrustedClient,
  request: SignInRequest,
  choice: SignInChoice | undefined,
): Found {
  const { store } = call.world;
  const { app, authority } = client;
  // Machine mode may leave the name to the hint; without a choice the hint only shortens the list.
  const name = choice?.user ?? (choice?.fromPage === false ? request.loginHint : undefined);
  if (name !== undefined && request.prompt !== "none") {
    try {
      return { account: findAccount(store, app, authority, name), signedInAt: undefined };
    } catch (error) {
      if (choice?.fromPage && error instanceof EntraFailure)
        return { answer: picker(call, members, client, request, error) };
      throw error;
    }
  }
  const fromSession = sessionAccount(call, client, request);
  if (fromSession !== undefined) return fromSession;
  return { answer: picker(call, members, client, request) };
}

/** Single sign-on: the session's account, when there is one and nothing asks for a choice. */
function sessionAccount(call: EntraCall, client: TrustedClient, request: SignInRequest): Found | undefined {
  const { prompt, loginHint } = request;
  if (prompt === "login" || prompt === "select_account") return undefined;
  const { store } = call.world;
  const accounts = liveAccounts(call.world, sessionOf(call)).flatMap((home) => {
    const account = accountAt(store, client.authority, home);
    return account === undefined ? [] : [{ account, signedInAt: home.signedInAt }];
  });
  const hinted = loginHint === undefined ? accounts : accounts.filter(({ account }) => isNamed(account, loginHint));
  const [first, second] = hinted;
  const silent = prompt === "none";
  if (first === undefined) {
    if (!silent) return undefined;
    throw new RedirectFailure(
      "login_required",
      NO_SESSION,
      "Session information is not sufficient for single-sign-on.",
    );
  }
  if (second !== undefined) {
    if (!silent) return undefined;
    throw new RedirectFailure(
      "interaction_required",
      MULTIPLE_ACCOUNTS,
      "Either multiple user identities are available for the current request or the selected account is not supported for the scenario.",
    );
  }
  if (needsSecondFactor(first.account.user, first.signedInAt)) {
    if (!silent) return undefined;
    const { error, code, message } = secondFactorFailure();
    throw new RedirectFailure(error, code, message);
  }
  return first;
}

function isNamed({ user }: Account, name: string): boolean {
  const wanted = name.toLowerCase();
  return [user.userPrincipalName, user.mail, user.id].some((text) => text?.toLowerCase() === wanted);
}

function picker(
  call: EntraCall,
  members: URLSearchParams,
  client: TrustedClient,
  request: SignInRequest,
  failure?: EntraFailure,
): HttpAnswer {
  const { loginHint, domainHint } = request;
  const all = accountsAt(call.world.store, client.app, client.authority).filter((account) => fits(account, domainHint));
  const hinted = loginHint === undefined ? [] : all.filter((account) => isNamed(account, loginHint));
  return accountPickerPage({
    title: request.prompt === "login" || hinted.length > 0 ? "Sign in" : "Pick an account",
    purpose: `to continue to ${client.app.displayName}`,
    action: samePage(members),
    accounts: hinted.length > 0 ? hinted : all,
    typed: hinted.length > 0 ? "" : (loginHint ?? ""),
    ...(failure === undefined ? {} : { failure }),
  });
}

/** `organizations`, `consumers` or a domain.. */
function fits({ tenant, user }: Account, hint: string | undefined): boolean {
  if (hint === undefined) return true;
  const isPersonal = homeOf(user).tenantId === PERSONAL_TENANT_ID;
  if (hint === "organizations") return !isPersonal;
  if (hint === "consumers") return isPersonal;
  return tenant.domains.includes(hint) || user.userPrincipalName.toLowerCase().endsWith(`@${hint}`);
}

export const authorizeRoutes: readonly EntraRoute[] = [
  { method: "GET", path: "/{tenant}/oauth2/v2.0/authorize", handle: onPages(authorize) },
  { method: "POST", path: "/{tenant}/oauth2/v2.0/authorize", handle: onPages(authorize) },
];
