import type { MailboxSettings } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { userPath } from "./calendar-path.js";

/**
 * A mailbox's settings, for which MailboxSettings.Read is needed: the calendar's permissions do not open them (403).
 * https://learn.microsoft.com/graph/api/user-get-mailboxsettings
 */
export async function getMailboxSettings(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox }: { readonly mailbox: string },
  call: Call,
): Promise<MailboxSettings> {
  const path = `${userPath(mailbox)}/mailboxSettings`;
  const { body } = await client.send<MailboxSettings>(connection, { method: "GET", path, mailbox }, call);
  return body;
}

/**
 * Changes the settings that are given, for which MailboxSettings.ReadWrite is needed. Answers with those alone.
 * https://learn.microsoft.com/graph/api/user-update-mailboxsettings
 */
export async function updateMailboxSettings(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, settings }: { readonly mailbox: string; readonly settings: MailboxSettings },
  call: Call,
): Promise<MailboxSettings> {
  const request = { method: "PATCH", path: `${userPath(mailbox)}/mailboxSettings`, mailbox, body: settings } as const;
  const { body } = await client.send<MailboxSettings>(connection, { ...request, repeatable: true }, call);
  return body;
}
