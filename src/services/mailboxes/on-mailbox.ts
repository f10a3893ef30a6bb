import { notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import type { OpenMailbox } from "./mailbox-access.js";

/** Runs the work on an opened mailbox; whatever fails becomes the error that the caller is told. */
export async function onMailbox<T>(
  mailbox: OpenMailbox | Error | undefined,
  work: (mailbox: OpenMailbox) => Promise<T>,
  asOf?: (value: T) => Date,
): Promise<T | Error> {
  if (mailbox === undefined) return notFound("mailbox");
  if (mailbox instanceof Error) return mailbox;
  try {
    return await observed(mailbox, work, asOf);
  } catch (error) {
    return fromUpstream(error) as Error;
  }
}

/**
 * Runs the work, and tells the mailbox's connection how it ended: its health is that of real use. `asOf`: when Microsoft
 * gave an answer that may have been kept.
 */
export async function observed<T>(
  mailbox: OpenMailbox,
  work: (mailbox: OpenMailbox) => Promise<T>,
  asOf?: (value: T) => Date,
): Promise<T> {
  const { id, connection, use } = mailbox;
  try {
    const value = await work(mailbox);
    use.worked(connection.id, asOf?.(value));
    return value;
  } catch (error) {
    use.failed(connection.id, id, error);
    throw error;
  }
}
