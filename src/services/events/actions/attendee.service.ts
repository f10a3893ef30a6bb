import type { Viewer } from "../../../auth/viewer.js";
import { type GraphClient, isGraphError, updateEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../../mailboxes/mailbox-writer.js";
import { type EventTarget, versionOf } from "../event-writer.service.js";
import { type ChangeGuard, GUARDED_MEMBERS } from "../safety/change-guard.js";
import { attendeeDifferences } from "../safety/event-differences.js";
import { mailedByChange } from "../safety/meeting-mails.js";
import type { WriteJudge } from "../safety/write-judge.js";
import { done, type Outcome, previewed, type WriteManner } from "../safety/write-manner.js";
import { assertExpected, assertOrganizer, readActing } from "./acting-event.js";
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
    private readonly deps: {
      readonly graph: GraphClient;
      readonly writer: MailboxWriter;
      readonly judge: WriteJudge;
      readonly guard: ChangeGuard;
    },
  ) {}

  /** Who is there already stays as they are; when all are, nothing is written and nobody is mailed. */
  async add(viewer: Viewer, target: EventTarget, people: readonly AttendeeDraft[], manner: WriteManner, call: Call) {
    assertRecipients(people, "attendees");
    const invited = people.map((person, index) => toInvitation(person, ["attendees", String(index)]));
    return this.#change(viewer, target, (event) => withAttendees(event, invited), manner, call);
  }

  /** Who is not there is no error; when none is, nothing is written. */
  async remove(viewer: Viewer, target: EventTarget, addresses: readonly string[], manner: WriteManner, call: Call) {
    assertRecipients(
      addresses.map((address) => ({ address })),
      "addresses",
    );
    return this.#change(viewer, target, (event) => withoutAttendees(event, addresses), manner, call);
  }

  async setType(viewer: Viewer, target: EventTarget, attendee: AttendeeDraft, manner: WriteManner, call: Call) {
    const invited = toInvitation(attendee, []);
    return this.#change(viewer, target, (event) => withAttendeeType(event, invited), manner, call);
  }

  async #change(
    viewer: Viewer,
    target: EventTarget,
    change: (event: Listed) => ListChange,
    manner: WriteManner,
    call: Call,
  ): Promise<Outcome<ChangedAttendees>> {
    const { graph, writer, judge, guard } = this.deps;
    versionOf(target);
    // The write of an interrupted attempt changed the version itself; where it did all, there is nothing to write.
    const read = call.write?.isRepetition ? { ...target, expectedVersion: null } : target;
    const work = async (mailbox: OpenMailbox): Promise<Outcome<ChangedAttendees>> => {
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        const event = await readActing(graph, mailbox, read, GUARDED_MEMBERS, call);
        assertOrganizer(event, "change who is invited", "Use `forwardEvent` to invite further people.");
        const { attendees, changed, unchanged } = change(event);
        if (changed.length === 0 && !manner.dryRun) return done({ changed, unchanged });
        assertExpected(event, target.expectedVersion);
        const changes = { attendees: [...attendees] };
        // People who were allowed and counted are so for all attempts.
        if (attempt === 1) {
          const plan = {
            changes: () => attendeeDifferences(event, changes),
            recipients: mailedByChange(event, changes),
            event: await guard.changed(mailbox, event, changes, false, call),
            warnings: changed.length === 0 ? ["Nothing would change: the list is like this already."] : [],
          };
          const preview = await judge.judged(viewer, mailbox.id, plan, manner, call);
          if (preview !== null) return previewed(preview);
        }
        const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
        const write = { ...place, changes, ifMatch: event["@odata.etag"] };
        try {
          await updateEvent(graph, mailbox.connection, write, call);
          return done({ changed, unchanged });
        } catch (error) {
          if (!isRace(error)) throw error;
        }
      }
      throw new AppError("CONFLICT", "The meeting is being changed all the time. Nothing was written; repeat.", {
        retryable: true,
      });
    };
    return writer.write(viewer, target.mailboxId, work, "event:write", manner.dryRun);
  }
}

/** Exchange itself answers 409 where two writes meet, even without an `If-Match`. */
function isRace(error: unknown): boolean {
  return isGraphError(error) && (error.status === 412 || error.status === 409);
}
