import type { Viewer } from "../../auth/viewer.js";
import { createEvent, type GraphClient } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { observed } from "../mailboxes/on-mailbox.js";
import { fromUpstream } from "../upstream-errors.js";
import type { CalendarEvent } from "./event.model.js";
import { type EventDraft, toGraphEvent } from "./event-draft.js";
import { toCalendarEvent } from "./event-mapper.js";
import type { EventScope } from "./series/event-scope.js";
import type { ScopedTarget } from "./series/series-writer.js";
import { assertSoundRecurrence, type SeriesWriterService, withRecurrence } from "./series/series-writer.service.js";
import type { SeriesSplitResult } from "./series/split.model.js";
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
  /** How much of its series; null or absent: what the id names. */
  readonly scope?: EventScope | null | undefined;
}

export interface WrittenEvent {
  readonly event: CalendarEvent;
  /** Null where no series was cut in two. */
  readonly split: SeriesSplitResult | null;
}

/** Writes events. Input is checked before a mailbox is opened, so a slip of the caller costs nothing upstream. */
export class EventWriterService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
    private readonly views: ViewForgetter,
    private readonly series: SeriesWriterService,
  ) {}

  /** @throws AppError; a repetition by the Graph client never makes a second event. */
  async create(viewer: Viewer, { mailboxId, calendarGraphId, draft }: NewEvent, call: Call): Promise<CalendarEvent> {
    const event = withRecurrence(toGraphEvent(draft), draft);
    return this.#write(viewer, mailboxId, async (mailbox) => {
      const place = { mailbox: mailbox.graphUser, calendarId: calendarGraphId ?? undefined, event };
      return toCalendarEvent(mailbox.id, await createEvent(this.graph, mailbox.connection, place, call));
    });
  }

  /** @throws AppError CONFLICT when the event is not the expected version any more. */
  async update(viewer: Viewer, target: EventTarget, draft: EventDraft, call: Call): Promise<WrittenEvent> {
    const changes = toGraphEvent(draft);
    assertSoundRecurrence(draft);
    if (Object.keys(changes).length === 0 && draft.recurrence === undefined) {
      throw new AppError("INVALID_INPUT", "Nothing to change was given.");
    }
    const scoped = scopedOf(target);
    return this.#write(viewer, target.mailboxId, async (mailbox) => {
      const { event, split } = await this.series.update(viewer, mailbox, scoped, { draft, changes }, call);
      return { event: toCalendarEvent(mailbox.id, event), split };
    });
  }

  /** @throws AppError NOT_FOUND when it is gone already, CONFLICT when it is not the expected version. */
  async delete(viewer: Viewer, target: EventTarget, call: Call): Promise<void> {
    const scoped = scopedOf(target);
    await this.#write(viewer, target.mailboxId, (mailbox) => this.series.delete(mailbox, scoped, call));
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

function scopedOf(target: EventTarget): ScopedTarget {
  return { graphId: target.graphId, scope: target.scope ?? null, ifMatch: versionOf(target) };
}

function versionOf({ expectedVersion }: EventTarget): string | undefined {
  if (expectedVersion === null) return undefined;
  // It travels as an If-Match header: https://www.rfc-editor.org/rfc/rfc9110#name-etag
  if (/^(W\/)?"[\x21\x23-\x7e]*"$/.test(expectedVersion)) return expectedVersion;
  throw new AppError("INVALID_INPUT", "This is not a version. Use `version` as it was answered, unchanged.", {
    path: ["expectedVersion"],
  });
}
