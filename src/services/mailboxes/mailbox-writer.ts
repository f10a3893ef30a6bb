import type { Viewer } from "../../auth/viewer.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { fromUpstream } from "../upstream-errors.js";
import type { MailboxAccess, OpenMailbox } from "./mailbox-access.js";
import { observed } from "./on-mailbox.js";

/** Runs work that writes to a mailbox. */
export class MailboxWriter {
  constructor(
    private readonly mailboxes: MailboxAccess,
    private readonly views: ViewForgetter,
  ) {}

  /**
   * With `isDryRun` for work that looks only, on behalf of somebody who may write.
   *
   * @throws AppError; where the viewer or the connection may not write, before anything is asked.
   */
  async write<T>(
    viewer: Viewer,
    mailboxId: string,
    work: (mailbox: OpenMailbox) => Promise<T>,
    action: "event:write" | "mailboxSettings:write" = "event:write",
    isDryRun: boolean | null = false,
  ): Promise<T> {
    const mailbox = await this.mailboxes.open(viewer, action, mailboxId);
    try {
      return await observed(mailbox, work);
    } catch (error) {
      throw fromUpstream(error);
    } finally {
      // Also after a failure, which may have written; and for the whole connection: meetings show in other mailboxes.
      if (!isDryRun) await this.views.forget(mailbox.connection.id);
    }
  }
}
