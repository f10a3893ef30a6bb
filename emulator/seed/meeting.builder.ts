import type { EventInput } from "../core/builder-inputs.js";
import type { Builders } from "../core/builders.js";
import type { AttendeeRow, EmailAddress, EventRow, Mailbox, ResponseKind } from "../core/mailbox.model.js";

export interface Invitee {
  /** Undefined for somebody outside of every emulated tenant, who then has an `emailAddress`. */
  readonly mailbox: Mailbox | undefined;
  /** Default: that of the mailbox's owner. */
  readonly emailAddress?: EmailAddress;
  readonly type?: AttendeeRow["type"];
  readonly response?: Exclude<ResponseKind, "organizer" | "none">;
}

const NOBODY: EmailAddress = { name: "", address: "" };

/** Graph's word for an invitee who has not answered is `none` everywhere but in the invitee's own copy. */
const seenByOthers = (response: ResponseKind): ResponseKind => (response === "notResponded" ? "none" : response);

/**
 * Puts a meeting into every participant's calendar as it stands after invitations and answers were delivered: ids of
 * their own, one `iCalUId`, answers known to the organizer only.
 */
export function addMeeting(
  builders: Builders,
  organizer: Mailbox,
  invitees: readonly Invitee[],
  input: EventInput,
): EventRow {
  const now = builders.store.clock.now();
  const row = (invitee: Invitee, response: ResponseKind): AttendeeRow => ({
    emailAddress: invitee.emailAddress ?? invitee.mailbox?.owner ?? NOBODY,
    type: invitee.type ?? (invitee.mailbox?.purpose === "room" ? "resource" : "required"),
    status: { response, at: response === "none" || response === "notResponded" ? undefined : now },
  });
  const answerOf = (invitee: Invitee) => invitee.response ?? "accepted";
  const own = builders.addEvent(organizer, {
    ...input,
    attendees: invitees.map((invitee) => row(invitee, seenByOthers(answerOf(invitee)))),
  });
  for (const invitee of invitees) {
    // A declined meeting leaves the calendar of the one who declined.
    if (invitee.mailbox === undefined || answerOf(invitee) === "declined") continue;
    const { response, at } = row(invitee, answerOf(invitee)).status;
    const {
      id: _id,
      immutableId: _immutable,
      changeKey: _key,
      calendarId: _calendar,
      transactionId: _transaction,
      ...shared
    } = own;
    builders.addEvent(invitee.mailbox, {
      ...shared,
      isOrganizer: false,
      responseStatus: { response, at },
      showAs: response === "notResponded" ? "tentative" : own.showAs,
      attendees: invitees.map((other) => row(other, other === invitee ? answerOf(other) : "none")),
    });
  }
  return own;
}
