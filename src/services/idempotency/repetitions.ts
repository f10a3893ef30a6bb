/**
 * What a repetition does when an earlier attempt may have done the work:
 * - AGAIN: the work is done again. It knows its own first attempt, or twice does what once does.
 * - GONE_IS_DONE: as AGAIN, and what is not there any more was removed by the first attempt.
 * - UNKNOWN: nothing is done, because twice would do more than once: a second mail, a second key.
 */
export type Repetition = "AGAIN" | "GONE_IS_DONE" | "UNKNOWN";

/** By the verb that a mutation's name begins with. Verbs that are not here are UNKNOWN, which is safe for all. */
const BY_VERB: Readonly<Record<string, Repetition>> = {
  update: "AGAIN",
  rename: "AGAIN",
  dismiss: "AGAIN",
  snooze: "AGAIN",
  verify: "AGAIN",
  refresh: "AGAIN",
  revoke: "AGAIN",
  disconnect: "AGAIN",
  delete: "GONE_IS_DONE",
  remove: "GONE_IS_DONE",
  // It takes the event out of the organizer's calendar, so that the second attempt finds none.
  cancel: "GONE_IS_DONE",
};

/** What the verb does not say. */
const BY_NAME: Readonly<Record<string, Repetition>> = {
  // Graph knows it by its transaction id.
  createEvent: "AGAIN",
  // An address that is there already is answered, not made again.
  createMailbox: "AGAIN",
  createMailboxes: "AGAIN",
  // Each id has its own outcome.
  deleteMailboxes: "AGAIN",
  // Who is on the list already is left alone and mailed nothing.
  addAttendees: "AGAIN",
  removeAttendees: "AGAIN",
  // It looks whether the answer was given since.
  respondToEvent: "AGAIN",
  // It goes on where it stopped.
  moveEvent: "AGAIN",
  // The former link was never shown; both end by themselves.
  beginMailboxAuthorization: "AGAIN",
  requestAdminConsent: "AGAIN",
};

export function repetitionOf(mutation: string): Repetition {
  const verb = /^[a-z]+/.exec(mutation)?.[0] ?? "";
  return BY_NAME[mutation] ?? BY_VERB[verb] ?? "UNKNOWN";
}

/** The member of a payload that names what a mutation removed, for example `deletedId`; undefined for all others. */
export function removedMemberOf(mutation: string): string | undefined {
  if (repetitionOf(mutation) !== "GONE_IS_DONE") return undefined;
  const verb = /^[a-z]+/.exec(mutation)?.[0] ?? "";
  return { delete: "deletedId", remove: "deletedId", cancel: "cancelledId" }[verb];
}
