import type { MailboxRoute } from "../graph-call.js";

const SETTINGS_READERS = ["MailboxSettings.Read", "MailboxSettings.ReadWrite"];
const SETTINGS_WRITERS = ["MailboxSettings.ReadWrite"];

/** A route of the settings, which are open to permissions of their own and not to the calendar's. */
export function settingsRoute(method: string, path: string, handle: MailboxRoute["handle"]): MailboxRoute {
  const anyOf = method === "GET" ? SETTINGS_READERS : SETTINGS_WRITERS;
  return { kind: "mailbox", method, path, needs: "basic", anyOf, handle };
}
