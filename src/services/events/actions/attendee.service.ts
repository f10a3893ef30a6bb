import type { Viewer } from "../../../auth/viewer.js";
import { type GraphClient, isGraphError, updateEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { MailboxWriter } from "../../mailboxes/mailbox-writer.js";
import { type EventTarget, versionOf } from "../event-writer.service.js";
import { assertOrganizer, readActing } from "./acting-event.js";
import {
  type AttendeeDraft,
  type ListChange,
  type Listed,
  toInvitation,
  withAttendees,
  withAttendeeType,
  withoutAttendees,
} from "./attendee-list.js";
import { assertRecipients } from "./recipients.js";

/** How often a change is begun anew because somebody else was faster: answers of attendees change the event as well. */
const MOST_ATTEMPTS = 5;

/** Whom a change concerned, as the caller named them. */
export type ChangedAttendees = Pick<ListChange, "changed" | "unchanged">;

/**
 * Changes who is invited, person by person. Graph replaces the list as a whole: written from anything but its newest state
 * it would wipe people, who get a cancellation. So it is read, changed and written bound to what was read, and read
 * again when somebody else wrote in between. Entries that stay are written as they were read, answers included.
 */
export class AttendeeService {
  constructor(
    private readonly graph: GraphClient,
    private readonly writer: MailboxWriter,
  ) {}

  /** Who is there already stays as they are; when all are, nothing is written and nobody is mailed. */
  async add(viewer: Viewer, target: EventTarget, people: readonly AttendeeDraft[], call: Call) {
    assertRecipients(people, "attendees");
    const invited = people.map((person, index) => toInvitation(person, ["attendees", String(index)]));
    return this.#change(viewer, target, (event) => withAttendees(event, invited), call);
  }

  /** Who is not there is no error; when none is, nothing is written. */
  async remove(viewer: Viewer, target: EventTarget, addresses: readonly string[], call: Call) {
    assertRecipients(
      addresses.map((address) => ({ address })),
      "addresses",
    );
    return this.#change(viewer, target, (event) => withoutAttendees(event, addresses), call);
  }

  async setType(viewer: Viewer, target: EventTarget, attendee: AttendeeDraft, call: Call) {
    const invited = toInvitation(attendee, []);
    return this.#change(viewer, target, (event) => withAttendeeType(event, invited), call);
  }

  async #change(
    viewer: Viewer,
    target: EventTarget,
    change: (event: Listed) => ListChange,
    call: Call,
  ): Promise<ChangedAttendees> {
    versionOf(target);
    return this.writer.write(viewer, target.mailboxId, async (mailbox) => {
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        const event = await readActing(this.graph, mailbox, target, ["attendees", "organizer"], call);
        assertOrganizer(event, "change who is invited", "Use `forwardEvent` to invite further people.");
        const { attendees, changed, unchanged } = change(event);
        if (changed.length === 0) return { changed, unchanged };
        const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
        const write = { ...place, changes: { attendees: [...attendees] }, ifMatch: event["@odata.etag"] };
        try {
          await updateEvent(this.graph, mailbox.connection, write, call);
          return { changed, unchanged };
        } catch (error) {
          if (!isRace(error)) throw error;
        }
      }
      throw new AppError("CONFLICT", "The meeting is being changed all the time. Nothing was written; repeat.", {
        retryable: true,
      });
    });
  }
}

/** Exchange itself answers 409 where two writes meet, even without an `If-Match`. */
function isRace(error: unknown): boolean {
  return isGraphError(error) && (error.status === 412 || error.status === 409);
}
