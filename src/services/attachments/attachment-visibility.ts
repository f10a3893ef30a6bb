import type { Call } from "../../lib/call.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";

/**
 * Whether the attachments of a mailbox's events may be seen. Calendars.ReadBasic does not show them, so Microsoft is not
 * asked; the answer tells it once. Every read of an attachment passes here, and has its event at hand as it was shown
 * to the caller: an event that is hidden is an error there, and hides what hangs on it.
 */
export function readsAttachments(
  { permissionLevel, connection }: Pick<OpenMailbox, "permissionLevel" | "connection">,
  { notices }: Pick<Call, "notices">,
): boolean {
  if (permissionLevel !== "FREE_BUSY") return true;
  notices?.set(`FIELDS_WITHHELD attachments ${connection.id}`, {
    code: "FIELDS_WITHHELD",
    message: "A connection with the permission level FREE_BUSY does not read attachments; they are null.",
  });
  return false;
}
