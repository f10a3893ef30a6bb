import type { Viewer } from "../../auth/viewer.js";
import { createEvent, type GraphClient, getCalendar } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../mailboxes/mailbox-writer.js";
import { shownEvent } from "../visibility/event-visibility.js";
import type { CalendarEvent } from "./event.model.js";
import { type EventDraft, toGraphEvent } from "./event-draft.js";
import { toCalendarEvent } from "./event-mapper.js";
import type { EventRewrites, WrittenEvent } from "./event-rewrites.js";
import { newExtension, toExtendedData, toExtensionMembers } from "./extended-data.js";
import { assertOnlineMeetingAllowed, notPutOnline, ONLINE_MEETING_RULES } from "./online-meeting.js";
import type { ChangeGuard } from "./safety/change-guard.js";
import { mailingChanges } from "./safety/meeting-mails.js";
import type { GuardOverrides } from "./safety/write-guard.js";
import { type EventScope, isWholeSeries } from "./series/event-scope.js";
import { SERIES_MEMBERS } from "./series/series-event.js";
import { membersFor, needsReading, type ScopedTarget } from "./series/series-writer.js";
import { assertSoundRecurrence, type SeriesWriterService, withRecurrence } from "./series/series-writer.service.js";
import type { SeriesSplitResult } from "./series/split.model.js";

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

export interface UpdateManner extends GuardOverrides {
  /** Whether extended data are read back where they were not written. */
  readonly readsExtendedData?: boolean;
}

/** A write that was done, as a read would show it: null where the event is hidden from whoever wrote it. */
export type Shown<W extends WrittenEvent> = Omit<W, "event"> & { readonly event: CalendarEvent | null };

interface ScopedWrite extends WrittenEvent {
  /** Null where no series was cut in two. */
  readonly split: SeriesSplitResult | null;
}

export type UpdatedEvent = Shown<ScopedWrite>;

/** Writes events. Input is checked before a mailbox is opened, so a slip of the caller costs nothing upstream. */
export class EventWriterService {
  constructor(
    private readonly graph: GraphClient,
    private readonly writer: MailboxWriter,
    private readonly rewrites: EventRewrites,
    private readonly series: SeriesWriterService,
    private readonly guard: ChangeGuard,
  ) {}

  /**
   * Creates an event in one request, its extended data included, after one that asks whether an online meeting is allowed.
   *
   * @throws AppError; a repetition by the Graph client never makes a second event.
   */
  async create(
    viewer: Viewer,
    { mailboxId, calendarGraphId, draft }: NewEvent,
    call: Call,
  ): Promise<Shown<WrittenEvent>> {
    const { onlineMeeting, extendedData } = draft;
    const extension = newExtension(toExtensionMembers(extendedData ?? []));
    const event = { ...withRecurrence(toGraphEvent(draft), draft), ...(extension && { extensions: [extension] }) };
    return this.#writeEvent(viewer, mailboxId, async (mailbox) => {
      const place = { mailbox: mailbox.graphUser, calendarId: calendarGraphId ?? undefined };
      if (onlineMeeting) {
        const rules = { ...place, select: ONLINE_MEETING_RULES };
        assertOnlineMeetingAllowed(await getCalendar(this.graph, mailbox.connection, rules, call), onlineMeeting);
      }
      const made = toCalendarEvent(
        mailbox.id,
        await createEvent(
          this.graph,
          mailbox.connection,
          { ...place, event, transactionId: call.write?.transactionId },
          call,
        ),
        mailbox.fallbackZone,
      );
      // Graph does not answer extensions here, and a new event has no others.
      const extensions = extension ? [{ ...extension, id: extension.extensionName }] : [];
      const whole = { extendedData: toExtendedData(extensions), ...made };
      return onlineMeeting
        ? this.#online(mailbox, { event: whole, problems: [] }, call)
        : { event: whole, problems: [] };
    });
  }

  /**
   * Changes an event, or its series as far as the target says, then its extended data.
   *
   * @throws AppError CONFLICT when the event is not the expected version any more, INVALID_INPUT for what has to be allowed.
   */
  async update(
    viewer: Viewer,
    target: EventTarget,
    draft: EventDraft,
    { readsExtendedData = false, ...overrides }: UpdateManner,
    call: Call,
  ): Promise<UpdatedEvent> {
    const changes = toGraphEvent(draft);
    assertSoundRecurrence(draft);
    const members = draft.extendedData ? toExtensionMembers(draft.extendedData) : {};
    const hasData = Object.keys(members).length > 0;
    const hasChanges = Object.keys(changes).length > 0 || draft.recurrence !== undefined;
    if (!hasChanges && !hasData) throw new AppError("INVALID_INPUT", "Nothing to change was given.");
    const scoped = scopedOf(target);
    return this.#writeEvent(viewer, target.mailboxId, async (mailbox) => {
      const change = { draft, changes };
      const reads = hasChanges && needsReading(scoped, change) ? [...SERIES_MEMBERS, ...membersFor(change)] : [];
      const guarded = { graphId: target.graphId, isSeries: isWholeSeries(scoped.scope), reads };
      const mailing = mailingChanges(changes, draft);
      const seen = await this.guard.beforeUpdate(viewer, mailbox, guarded, mailing, overrides, call);
      const at = { mailbox: mailbox.graphUser, eventId: target.graphId };
      if (!hasChanges) {
        const { ifMatch } = scoped;
        return { ...(await this.rewrites.extendedData(mailbox, { ...at, members, ifMatch }, call)), split: null };
      }
      const { event: changed, split } = await this.series.update(viewer, mailbox, scoped, change, call, seen);
      const event = toCalendarEvent(mailbox.id, changed, mailbox.fallbackZone);
      const written = draft.onlineMeeting
        ? await this.#online(mailbox, { event, problems: [] }, call)
        : { event, problems: [] };
      if (hasData) {
        // What was written may be another event than the one that was named: the master, or a series of its own.
        const data = { ...at, eventId: event.graphId, members };
        return { ...(await this.rewrites.extendedDataToo(mailbox, data, written, call)), split };
      }
      return { ...(readsExtendedData ? await this.rewrites.readAgain(mailbox, written, call) : written), split };
    });
  }

  /** @throws AppError NOT_FOUND when it is gone already, CONFLICT when it is not the expected version. */
  async delete(viewer: Viewer, target: EventTarget, overrides: GuardOverrides, call: Call): Promise<void> {
    const scoped = scopedOf(target);
    await this.writer.write(viewer, target.mailboxId, async (mailbox) => {
      const reads = scoped.scope === null ? [] : SERIES_MEMBERS;
      const guarded = { graphId: target.graphId, isSeries: isWholeSeries(scoped.scope), reads };
      const seen = await this.guard.beforeDelete(viewer, mailbox, guarded, overrides, call);
      return this.series.delete(mailbox, scoped, call, seen);
    });
  }

  /** An event for which a meeting was asked, with its join link or with what came in its way. */
  async #online(mailbox: OpenMailbox, { event, problems }: WrittenEvent, call: Call): Promise<WrittenEvent> {
    if (!event.isOnlineMeeting) return { event, problems: [...problems, notPutOnline()] };
    return { event: await this.rewrites.withJoinLink(mailbox, event, call), problems };
  }

  async #writeEvent<W extends WrittenEvent>(
    viewer: Viewer,
    mailboxId: string,
    work: (mailbox: OpenMailbox) => Promise<W>,
  ): Promise<Shown<W>> {
    return this.writer.write(viewer, mailboxId, async (mailbox) => {
      const written = await work(mailbox);
      return { ...written, event: shownEvent(mailbox, written.event) };
    });
  }
}

function scopedOf(target: EventTarget): ScopedTarget {
  return { graphId: target.graphId, scope: target.scope ?? null, ifMatch: versionOf(target) };
}

/** @throws AppError INVALID_INPUT for a text that is no version. */
export function versionOf({ expectedVersion }: Pick<EventTarget, "expectedVersion">): string | undefined {
  if (expectedVersion === null) return undefined;
  // It travels as an If-Match header: https://www.rfc-editor.org/rfc/rfc9110#name-etag
  if (/^(W\/)?"[\x21\x23-\x7e]*"$/.test(expectedVersion)) return expectedVersion;
  throw new AppError("INVALID_INPUT", "This is not a version. Use `version` as it was answered, unchanged.", {
    path: ["expectedVersion"],
  });
}
