import { PERSONAL_ACCOUNTS_TENANT } from "../../auth/tenant-lookup.js";
import type { ConnectionConfig } from "../connections/connection.model.js";
import type { MailboxSignIn } from "./mailbox-sign-in.model.js";

export const MAILBOX_CAPABILITIES = [
  "READ_EVENTS",
  "WRITE_EVENTS",
  "FREE_BUSY_OF_OTHERS",
  "MEETING_TIME_SUGGESTIONS",
  "ROOMS",
  "TEAMS_MEETINGS",
  "SHARED_CALENDARS",
] as const;
export type MailboxCapabilityName = (typeof MAILBOX_CAPABILITIES)[number];

/** Whether Microsoft offers something for this kind of mailbox at all. */
export interface MailboxCapability {
  readonly name: MailboxCapabilityName;
  readonly isAvailable: boolean;
  /** Why not; null where it is available. */
  readonly reason: string | null;
}

type Connection = Pick<ConnectionConfig, "access" | "supportedAccountTypes" | "permissionLevel">;

/** What Microsoft's documentation of each call excludes. https://learn.microsoft.com/graph/api/calendar-getschedule */
const NOT_PERSONAL: { readonly [Name in MailboxCapabilityName]?: string } = {
  FREE_BUSY_OF_OTHERS: "Microsoft tells personal accounts nothing of others' free and busy times.",
  MEETING_TIME_SUGGESTIONS: "Microsoft suggests meeting times to work and school accounts only.",
  ROOMS: "A personal account belongs to no organization that could have rooms.",
  TEAMS_MEETINGS: "Personal accounts cannot make Teams meetings through Microsoft Graph.",
  SHARED_CALENDARS: "With a personal account Microsoft Graph reaches that account's own mailbox only.",
};

const NOT_APPLICATION: { readonly [Name in MailboxCapabilityName]?: string } = {
  MEETING_TIME_SUGGESTIONS: "Microsoft suggests meeting times to signed-in people, not to applications.",
};

/** All capabilities, each with the reason where the kind of account or of access excludes it. */
export function capabilitiesOf(connection: Connection, signIn: MailboxSignIn | null): readonly MailboxCapability[] {
  const isPersonal =
    connection.supportedAccountTypes === "PERSONAL_ONLY" || signIn?.tenantId === PERSONAL_ACCOUNTS_TENANT;
  return MAILBOX_CAPABILITIES.map((name) => {
    const isReadOnly = name === "WRITE_EVENTS" && connection.permissionLevel !== "READ_WRITE";
    const reason =
      (isReadOnly ? readOnly(connection.permissionLevel) : undefined) ??
      (isPersonal ? NOT_PERSONAL[name] : undefined) ??
      (connection.access === "APPLICATION" ? NOT_APPLICATION[name] : undefined) ??
      null;
    return { name, isAvailable: reason === null, reason };
  });
}

function readOnly(level: ConnectionConfig["permissionLevel"]): string {
  return `The connection's permission level is ${level}: nothing is written. \`updateConnection\` raises it.`;
}
