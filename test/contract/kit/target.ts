import { vi } from "vitest";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP } from "../../../emulator/seed/demo-ids.js";
import { trustCertificate } from "./trust.js";

/** What the stories are told against: a tenant, an application in it and two mailboxes. */
export interface Target {
  /** In place of `https://login.microsoftonline.com`. */
  readonly loginUrl: string;
  /** In place of `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** User principal name of the mailbox that the stories write to. */
  readonly mailbox: string;
  /** Another mailbox of the tenant, which is invited. */
  readonly attendee: string;
  close(): Promise<void>;
}

const REQUIRED = [
  "GRAPH_CONTRACT_TENANT_ID",
  "GRAPH_CONTRACT_CLIENT_ID",
  "GRAPH_CONTRACT_CLIENT_SECRET",
  "GRAPH_CONTRACT_MAILBOX",
  "GRAPH_CONTRACT_ATTENDEE",
] as const;

/** Whether the variables of a real tenant are set. Stories that steer the emulator are skipped there. */
export const isRealTenant = REQUIRED.some((name) => setting(name) !== undefined);

// Mail and notifications of a real tenant take longer than a test of this project may.
if (isRealTenant) vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** For the titles of stories that need the emulator, so that a skipped one says why. */
export const NEEDS_EMULATOR = "(steers the emulator)";

/** The tenant that the variables name. Throws when only some of them are set. */
function realTenant(): Target {
  const missing = REQUIRED.filter((name) => setting(name) === undefined);
  if (missing.length > 0) throw new Error(`A real tenant needs these variables too: ${missing.join(", ")}.`);
  const [tenantId = "", clientId = "", clientSecret = "", mailbox = "", attendee = ""] = REQUIRED.map(setting);
  return {
    loginUrl: setting("GRAPH_CONTRACT_LOGIN_URL") ?? "https://login.microsoftonline.com",
    graphUrl: setting("GRAPH_CONTRACT_GRAPH_URL") ?? "https://graph.microsoft.com",
    tenantId,
    clientId,
    clientSecret,
    mailbox,
    attendee,
    close: async () => {},
  };
}

/** An emulator that serves https, trusted by this process, and the demo tenant in it. */
export async function emulatedTenant(): Promise<Target & { readonly emulator: Emulator }> {
  const emulator = await createEmulator({ https: true });
  await trustCertificate(emulator.certificate ?? "");
  return {
    emulator,
    loginUrl: emulator.loginUrl,
    graphUrl: emulator.graphUrl,
    tenantId: DEMO_TENANT_ID,
    clientId: DIRECTORY_APP.clientId,
    clientSecret: DIRECTORY_APP.clientSecret,
    mailbox: DEMO_USERS.ines.address,
    attendee: DEMO_USERS.tomasz.address,
    close: () => emulator.close(),
  };
}

/** The real tenant where its variables are set, or else an emulator of the caller's own. */
export async function openTarget(): Promise<Target> {
  return isRealTenant ? realTenant() : emulatedTenant();
}

function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === "" ? undefined : value;
}
