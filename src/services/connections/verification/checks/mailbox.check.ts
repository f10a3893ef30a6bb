import { isGraphError, probeCalendar } from "../../../../graph/index.js";
import { type Check, type CheckContext, failed, mayAsk, passed, skipped } from "../check.js";
import type { MailboxCause } from "../verification.model.js";

/** The calendar of one mailbox is read: the only proof that everything works. */
export const mailboxCheck: Check = {
  name: "MAILBOX",
  async run(context) {
    const { row, deps, call, mailbox } = context;
    if (!mayAsk(context)) return skipped("Not run: an earlier step failed.");
    if (mailbox === undefined) {
      return skipped(
        "The connection has no mailbox to try.",
        "Add a mailbox, then verify again: only reading one proves that the permission works.",
      );
    }
    try {
      const place = { mailbox: mailbox.graphUserId ?? mailbox.address };
      await probeCalendar(deps.graph, await deps.access.openFor(row, mailbox), place, call);
      return passed("The calendar of the mailbox could be read.");
    } catch (error) {
      return failed(error, context, causesOf(error, context));
    }
  },
};

/** Graph's answer narrowed down by what the token has shown. */
function causesOf(error: unknown, { found }: CheckContext): readonly MailboxCause[] {
  if (!isGraphError(error)) return [];
  if (error.status === 403) {
    if (found.hasPermission === true) return ["OUT_OF_SCOPE"];
    return ["NO_CONSENT", "DELEGATED_PERMISSION", "OUT_OF_SCOPE"];
  }
  switch (error.code) {
    case "MailboxNotEnabledForRESTAPI":
      return ["UNLICENSED", "ON_PREMISES", "GUEST"];
    case "Http401":
      return ["GUEST", "UNLICENSED"];
    case "ErrorInvalidUser":
    case "Request_ResourceNotFound":
    case "ResourceNotFound":
    case "ErrorNonExistentMailbox":
      return ["MISSPELLED"];
    default:
      return [];
  }
}
