import { notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import type { OpenMailbox } from "./mailbox-access.js";

/** Runs the work on an opened mailbox; whatever fails becomes the error that the caller is told. */
export async function onMailbox<T>(
  mailbox: OpenMailbox | Error | undefined,
  work: (mailbox: OpenMailbox) => Promise<T>,
): Promise<T | Error> {
  if (mailbox === undefined) return notFound("mailbox");
  if (mailbox instanceof Error) return mailbox;
  try {
    return await work(mailbox);
  } catch (error) {
    return fromUpstream(error) as Error;
  }
}
