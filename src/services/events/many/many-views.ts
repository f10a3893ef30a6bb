import { type AppErrorCode, isAppError } from "../../../lib/app-error.js";
import type { Mailbox } from "../../mailboxes/mailbox.model.js";
import type { CalendarEvent } from "../event.model.js";
import { assertListSize } from "../views/joined-view.js";
import type { CalendarView } from "../views/view.model.js";

/** A mailbox whose events are missing from a list, and why. */
export interface MailboxProblem {
  readonly mailbox: Mailbox;
  readonly code: AppErrorCode;
  readonly message: string;
  readonly retryAfterMs: number | null;
}

/** The same window of many mailboxes. */
export interface ManyViews {
  /** A list for each mailbox that answered, each by start and then by id. */
  readonly lists: readonly (readonly CalendarEvent[])[];
  readonly problems: readonly MailboxProblem[];
  /** When Microsoft was first asked for any of it; null when no mailbox answered. */
  readonly asOf: Date | null;
}

/** Views of several mailboxes, read together; one that fails is a problem beside the others and not theirs. */
export async function manyViews(
  mailboxes: readonly Mailbox[],
  read: (mailbox: Mailbox) => Promise<CalendarView>,
): Promise<ManyViews> {
  const outcomes = await Promise.allSettled(mailboxes.map(read));
  const lists: (readonly CalendarEvent[])[] = [];
  const problems: MailboxProblem[] = [];
  let asOf: Date | null = null;
  for (const [index, mailbox] of mailboxes.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === "fulfilled") {
      lists.push(outcome.value.events);
      if (asOf === null || outcome.value.asOf < asOf) asOf = outcome.value.asOf;
    } else {
      problems.push(problemOf(mailbox, outcome?.reason));
    }
  }
  assertListSize(lists.reduce((sum, { length }) => sum + length, 0));
  return { lists, problems, asOf };
}

/** Only what has a meaning for the caller is a problem; anything else fails the whole as what it is. */
function problemOf(mailbox: Mailbox, reason: unknown): MailboxProblem {
  if (!isAppError(reason)) throw reason;
  const { code, message, facts } = reason;
  return { mailbox, code, message, retryAfterMs: facts.retryAfterMs ?? null };
}
