import { calendarView, createEvent, deleteEvent, type GraphConnection, isGraphError } from "../../../../graph/index.js";
import type { Call } from "../../../../lib/call.js";
import { type Check, type CheckContext, type Finding, failed, failedHere, mayAsk, passed, skipped } from "../check.js";

/** In a year that nobody looks at. */
const START = "2000-01-01T00:00:00";
const END = "2000-01-01T00:15:00";
/** What was created is removed even when the verification itself has run out of time. */
const CLEAN_UP_MS = 15_000;

interface Place {
  readonly connection: GraphConnection;
  readonly mailbox: string;
}

/** Creates and removes a private, free event without attendees, so that nobody is told and no time is blocked. */
export const writeCheck: Check = {
  name: "WRITE",
  async run(context) {
    const { row, deps, tryWriting, mailbox } = context;
    if (!tryWriting) return skipped("Not asked for.");
    if (row.permissionLevel !== "READ_WRITE") return skipped("Not run: this connection may not write.");
    if (!mayAsk(context) || mailbox === undefined) return skipped("Not run: an earlier step failed.");
    const connection = await deps.access.openFor(row, mailbox);
    return writeAndRemove(context, { connection, mailbox: mailbox.graphUserId ?? mailbox.address });
  },
};

async function writeAndRemove(context: CheckContext, { connection, mailbox }: Place): Promise<Finding> {
  const { deps, call, verificationId } = context;
  const subject = `Test of the calendar gateway (${verificationId})`;
  const cleanUp: Call = { ...call, signal: AbortSignal.timeout(CLEAN_UP_MS) };
  try {
    const place = { mailbox, event: hidden(subject), transactionId: verificationId };
    const { id } = await createEvent(deps.graph, connection, place, call);
    return await removed(context, () => deleteEvent(deps.graph, connection, { mailbox, eventId: id ?? "" }, cleanUp));
  } catch (error) {
    // An answer that was lost says nothing about whether the event was made.
    const isCertain = isGraphError(error) && error.status >= 400 && error.status < 500;
    if (!isCertain) await removed(context, () => removeBySubject(context, { connection, mailbox }, subject, cleanUp));
    return failed(error, context);
  }
}

async function removed({ verificationId }: CheckContext, remove: () => Promise<void>): Promise<Finding> {
  try {
    await remove();
    return passed("An event could be created and removed.");
  } catch {
    return failedHere(
      `An event could be created, but not removed: one of 1 January 2000 with ${verificationId} in its title is left.`,
      "Remove it by hand, then verify again.",
    );
  }
}

async function removeBySubject(
  { deps }: CheckContext,
  { connection, mailbox }: Place,
  subject: string,
  call: Call,
): Promise<void> {
  const window = { mailbox, startDateTime: `${START}Z`, endDateTime: `${END}Z`, select: ["subject"] };
  const { items } = await calendarView(deps.graph, connection, window, call);
  for (const event of items) {
    if (event.subject !== subject || event.id === undefined) continue;
    await deleteEvent(deps.graph, connection, { mailbox, eventId: event.id }, call);
  }
}

function hidden(subject: string) {
  return {
    subject,
    start: { dateTime: START, timeZone: "UTC" },
    end: { dateTime: END, timeZone: "UTC" },
    showAs: "free",
    sensitivity: "private",
    isReminderOn: false,
  } as const;
}
