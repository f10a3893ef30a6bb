import { createClock } from "../../../emulator/core/clock.js";
import type { App, Tenant, User } from "../../../emulator/core/directory.model.js";
import type { MailboxCall } from "../../../emulator/graph/graph-call.js";
import type { EmulatorOptions } from "../../../emulator/index.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";

export type Mailbox = MailboxCall["mailbox"];

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a client that knows no types reads them.
export type Json = any;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Json;
}

/** Monday, 2 March 2026, 08:00 UTC; the clock stands still unless a test moves it. */
export const START = Date.UTC(2026, 2, 2, 8);

export const SECRET = "a-secret-value-of-a-test";

/** An empty emulator with one tenant and one consented application of its own. */
export async function startTenant(options: EmulatorOptions = {}) {
  const emulator = await createEmulator({ seed: "empty", clock: createClock(() => START), ...options });
  const tenant = emulator.add.addTenant({ domains: ["quarry.example"] });
  const app = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
  emulator.add.consent(app, tenant, ["Calendars.ReadWrite", "User.Read.All"]);
  const ann = addPerson(emulator, tenant, "ann");
  const token = await tokenFor(emulator, tenant, app);
  return { emulator, tenant, app, ann, token, graph: graphClient(emulator, token) };
}

export function addPerson(emulator: Emulator, tenant: Tenant, name: string): User & { mailbox: Mailbox } {
  const user = emulator.add.addUser(tenant, { userPrincipalName: `${name}@${tenant.domains[0]}`, displayName: name });
  return user as User & { mailbox: Mailbox };
}

export async function askToken(
  emulator: Emulator,
  tenant: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const body = new URLSearchParams(form);
  return reply(await fetch(`${emulator.loginUrl}/${tenant}/oauth2/v2.0/token`, { method: "POST", body, headers }));
}

export function clientForm(app: App, secret = SECRET): Record<string, string> {
  return {
    grant_type: "client_credentials",
    client_id: app.appId,
    client_secret: secret,
    scope: "https://graph.microsoft.com/.default",
  };
}

export async function tokenFor(emulator: Emulator, tenant: Tenant, app: App, secret = SECRET): Promise<string> {
  return (await askToken(emulator, tenant.id, clientForm(app, secret))).json.access_token;
}

export type GraphClient = ReturnType<typeof graphClient>;

/** Sends requests to `/v1.0`; a path that is a whole URL is taken as it is. */
export function graphClient(emulator: Emulator, token: string) {
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const url = path.startsWith("http") ? path : `${emulator.graphUrl}/v1.0${path}`;
    return reply(
      await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  };
  return {
    send,
    get: (path: string, headers?: Record<string, string>) => send("GET", path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) => send("POST", path, body, headers),
    patch: (path: string, body: unknown, headers?: Record<string, string>) => send("PATCH", path, body, headers),
    delete: (path: string, headers?: Record<string, string>) => send("DELETE", path, undefined, headers),
    batch: (requests: unknown) => send("POST", "/$batch", { requests }),
  };
}

/** A body for a create: an hour from nine on the second of March 2026, in UTC. */
export function eventBody(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: "Planning",
    start: { dateTime: "2026-03-02T09:00:00", timeZone: "UTC" },
    end: { dateTime: "2026-03-02T10:00:00", timeZone: "UTC" },
    ...over,
  };
}

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") && text !== "";
  return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text };
}
