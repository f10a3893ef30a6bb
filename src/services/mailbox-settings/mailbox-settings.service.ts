import type { Viewer } from "../../auth/viewer.js";
import { type GraphClient, getMailboxSettings, isGraphError } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import type { MailboxSettings } from "./mailbox-settings.model.js";
import { toMailboxSettings } from "./settings-mapper.js";

/** Settings of the specified mailboxes: one request each. Every id gets its own outcome. */
export class MailboxSettingsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
  ) {}

  async getMany(
    viewer: Viewer,
    mailboxIds: readonly string[],
    call: Call,
  ): Promise<readonly (MailboxSettings | Error)[]> {
    const opened = await this.mailboxes.openMany(viewer, "event:read", mailboxIds);
    return Promise.all(mailboxIds.map((id) => this.#read(opened.get(id), call)));
  }

  /** A permission that is missing for settings says nothing about the connection's health, which is that of calendars. */
  async #read(mailbox: OpenMailbox | Error | undefined, call: Call): Promise<MailboxSettings | Error> {
    const outcome = await onMailbox(mailbox, async ({ graphUser, connection }) => {
      try {
        return toMailboxSettings(await getMailboxSettings(this.graph, connection, { mailbox: graphUser }, call));
      } catch (error) {
        if (isGraphError(error) && error.status === 403) throw permissionLacks(error);
        throw error;
      }
    });
    return outcome;
  }
}

function permissionLacks(cause: { readonly code: string; readonly status: number }): AppError {
  return new AppError(
    "CONSENT_MISSING",
    "The application lacks the permission MailboxSettings.Read of Microsoft Graph, or an administrator's consent to it. Add it under API permissions and grant admin consent.",
    { upstream: { code: cause.code, status: cause.status } },
    { cause },
  );
}
