import { createHash } from "node:crypto";
import { createClock } from "../../../emulator/core/clock.js";
import type { App, Tenant } from "../../../emulator/core/directory.model.js";
import { createEmulator, type Emulator, type EmulatorOptions } from "../../../emulator/index.js";
import { addPerson, askToken, type Reply, SECRET, START } from "./kit.js";

export const REDIRECT = "https://app.example/callback";
export const SCOPE = "openid profile offline_access User.Read";
export const VERIFIER = "a-verifier-of-the-length-that-the-rfc-demands-0";
export const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

/** What a browser would see: a redirect, or a page with the name and number that its headers tell. */
export interface Seen {
  readonly status: number;
  /** Target of a redirect without its query and fragment. */
  readonly to: string | undefined;
  /** Members of the redirect, from query and fragment alike. */
  readonly members: Record<string, string>;
  readonly page: string | null;
  readonly aadsts: number | undefined;
  readonly text: string;
  readonly cookie: string;
}

export async function visit(emulator: Emulator, path: string, init: RequestInit = {}): Promise<Seen> {
  const response = await fetch(path.startsWith("http") ? path : `${emulator.loginUrl}${path}`, {
    redirect: "manual",
    ...init,
  });
  const location = response.headers.get("location");
  const url = location === null ? undefined : new URL(location);
  const number = response.headers.get("x-emulator-aadsts");
  return {
    status: response.status,
    to: url && `${url.origin}${url.pathname}`,
    members: Object.fromEntries([...(url?.searchParams ?? []), ...new URLSearchParams(url?.hash.slice(1) ?? "")]),
    page: response.headers.get("x-emulator-page"),
    aadsts: number === null ? undefined : Number(number),
    text: await response.text(),
    cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "",
  };
}

/** Parameters of a plain authorize request; a value of undefined leaves one out. */
export function authorizePath(tenant: string, app: App, over: Record<string, string | undefined> = {}): string {
  const all = { client_id: app.appId, response_type: "code", redirect_uri: REDIRECT, scope: SCOPE, ...over };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(set)}`;
}

/** Two tenants, a personal account, a single-tenant web application, a member, an administrator and a guest. */
export async function startSignIns(options: EmulatorOptions = {}) {
  const clock = createClock(() => START);
  const emulator = await createEmulator({ seed: "empty", clock, ...options });
  const tenant = emulator.add.addTenant({ displayName: "Quarry", domains: ["quarry.example"] });
  const other = emulator.add.addTenant({ displayName: "Harbour", domains: ["harbour.example"] });
  const personal = emulator.add.addTenant({
    id: "9188040d-6c67-4c5b-b112-36a304b66dad",
    displayName: "Personal accounts",
    domains: ["postbox.example"],
  });
  const ann = addPerson(emulator, tenant, "ann");
  const zoe = addPerson(emulator, other, "zoe");
  const pat = emulator.add.addUser(personal, {
    id: "00000000-0000-0000-aaaa-000000000001",
    userPrincipalName: "pat@postbox.example",
  });
  const root = emulator.add.addUser(tenant, {
    userPrincipalName: "root@quarry.example",
    directoryRoles: ["GlobalAdministrator"],
  });
  const guest = emulator.add.addUser(tenant, {
    userPrincipalName: "zoe_harbour.example#EXT#@quarry.example",
    mail: "zoe@harbour.example",
    userType: "Guest",
    mailbox: false,
    home: { tenantId: other.id, userId: zoe.id },
  });
  const app = addWebApp(emulator, tenant);
  return { emulator, clock, tenant, other, personal, ann, zoe, pat, root, guest, app };
}

export function addWebApp(
  emulator: Emulator,
  tenant: Tenant,
  over: Parameters<Emulator["add"]["addApp"]>[1] = {},
): App {
  return emulator.add.addApp(tenant, {
    displayName: "Planner <one>",
    secrets: [{ value: SECRET }],
    redirectUris: [REDIRECT],
    ...over,
  });
}

/** Signs in by machine mode and returns the code. */
export async function codeFor(
  emulator: Emulator,
  tenant: string,
  app: App,
  user: string,
  over: Record<string, string | undefined> = {},
): Promise<string> {
  const seen = await visit(emulator, authorizePath(tenant, app, { emulator_user: user, ...over }));
  const code = seen.members.code;
  if (code === undefined) throw new Error(`No code: ${seen.status} ${seen.page} ${JSON.stringify(seen.members)}`);
  return code;
}

export function redeem(
  emulator: Emulator,
  tenant: string,
  app: App,
  code: string,
  over: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  return askToken(
    emulator,
    tenant,
    {
      grant_type: "authorization_code",
      client_id: app.appId,
      client_secret: SECRET,
      redirect_uri: REDIRECT,
      code,
      ...over,
    },
    headers,
  );
}

export function refresh(
  emulator: Emulator,
  tenant: string,
  app: App,
  token: string,
  over: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  return askToken(
    emulator,
    tenant,
    { grant_type: "refresh_token", client_id: app.appId, client_secret: SECRET, refresh_token: token, ...over },
    headers,
  );
}

/** Status, OAuth error and AADSTS number of a refusal. */
export const refused = ({ status, json }: Reply) => [status, json.error, json.error_codes?.[0]];
