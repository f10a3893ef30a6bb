import type { Viewer } from "../../auth/viewer.js";
import { createEvent, deleteEvent, type GraphClient, getEvent, updateEvent } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { observed } from "../mailboxes/on-mailbox.js";
import { fromUpstream } from "../upstream-errors.js";
import type { CalendarEvent } from "./event.model.js";
import { type EventDraft, toGraphEvent } from "./event-draft.js";
import { toCalendarEvent } from "./event-mapper.js";
import type { ViewForgetter } from "./views/view.model.js";

export interface NewEvent {
  readonly mailboxId: string;
  readonly calendarGraphId: string | null;
  readonly draft: EventDraft;
}

export interface EventTarget {
  readonly mailboxId: string;
  readonly graphId: string;
  /** The version that the caller has seen; null writes over any. */
  readonly expectedVersion: string | null;
}

/** Writes events. Input is checked before a mailbox is opened, so a slip of the caller costs nothing upstream. */
export class EventWriterService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
    private readonly views: ViewForgetter,
  ) {}

  /** @throws AppError; a repetition by the Graph client never makes a second event. */
  async create(viewer: Viewer, { mailboxId, calendarGraphId, draft }: NewEvent, call: Call): Promise<CalendarEvent> {
    const event = toGraphEvent(draft);
    return this.#write(viewer, mailboxId, async (mailbox) => {
      const place = { mailbox: mailbox.graphUser, calendarId: calendarGraphId ?? undefined, event };
      return toCalendarEvent(mailbox.id, await createEvent(this.graph, mailbox.connection, place, call));
    });
  }

  /** @throws AppError CONFLICT when the event is not the expected version any more. */
  async update(viewer: Viewer, target: EventTarget, draft: EventDraft, call: Call): Promise<CalendarEvent> {
    const changes = toGraphEvent(draft);
    if (Object.keys(changes).length === 0) throw new AppError("INVALID_INPUT", "Nothing to change was given.");
    const ifMatch = versionOf(target);
    return this.#write(viewer, target.mailboxId, async (mailbox) => {
      if (changes.body !== undefined) await this.#assertBodyMayChange(mailbox, target.graphId, call);
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId, changes, ifMatch };
      return toCalendarEvent(mailbox.id, await updateEvent(this.graph, mailbox.connection, place, call));
    });
  }

  /** @throws AppError NOT_FOUND when it is gone already, CONFLICT when it is not the expected version. */
  async delete(viewer: Viewer, target: EventTarget, call: Call): Promise<void> {
    const ifMatch = versionOf(target);
    await this.#write(viewer, target.mailboxId, (mailbox) => {
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId, ifMatch };
      return deleteEvent(this.graph, mailbox.connection, place, call);
    });
  }

  /** The join link of an online meeting stands in the body: a body written over it breaks the meeting. */
  async #assertBodyMayChange(mailbox: OpenMailbox, graphId: string, call: Call): Promise<void> {
    const place = { mailbox: mailbox.graphUser, eventId: graphId, select: ["isOnlineMeeting"] };
    const { isOnlineMeeting } = await getEvent(this.graph, mailbox.connection, place, call);
    if (isOnlineMeeting) {
      throw new AppError(
        "INVALID_INPUT",
        "This is an online meeting, whose join link stands in its text. A new text would remove the link, so it was not written.",
        { path: ["body"] },
      );
    }
  }

  async #write<T>(viewer: Viewer, mailboxId: string, work: (mailbox: OpenMailbox) => Promise<T>): Promise<T> {
    const mailbox = await this.mailboxes.open(viewer, "event:write", mailboxId);
    try {
      return await observed(mailbox, work);
    } catch (error) {
      throw fromUpstream(error);
    } finally {
      // Also after a failure, which may have written; and for the whole connection: invitations show in other mailboxes.
      await this.views.forget(mailbox.connection.id);
    }
  }
}

/** @throws AppError INVALID_INPUT for a text that is no version. */
export function versionOf({ expectedVersion }: EventTarget): string | undefined {
  if (expectedVersion === null) return undefined;
  // It travels as an If-Match header: https://www.rfc-editor.org/rfc/rfc9110#name-etag
  if (/^(W\/)?"[\x21\x23-\x7e]*"$/.test(expectedVersion)) return expectedVersion;
  throw new AppError("INVALID_INPUT", "This is not a version. Use `version` as it was answered, unchanged.", {
    path: ["expectedVersion"],
  });
}
