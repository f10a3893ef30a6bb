import type { Viewer } from "../../../auth/viewer.js";
import { type GraphClient, type GraphEvent, getEvent } from "../../../graph/index.js";
import { AppError, isAppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { MailboxAccess, OpenMailbox } from "../../mailboxes/mailbox-access.js";
import { observed } from "../../mailboxes/on-mailbox.js";
import { outcomeUnknown } from "../../outcomes.js";
import { fromUpstream } from "../../upstream-errors.js";
import { assertChangeable, assertSeenWhole, type SeenEvent } from "../../visibility/change-gate.js";
import { isPrivate, shownEvent } from "../../visibility/event-visibility.js";
import { type EventDraft, toGraphEvent } from "../event-draft.js";
import { toCalendarEvent } from "../event-mapper.js";
import { ALL_EVENT_FIELDS, expandForFields, selectForFields } from "../event-members.js";
import { type EventTarget, type NewEvent, type UpdatedEvent, versionOf } from "../event-writer.service.js";
import { toExtensionMembers } from "../extended-data.js";
import { isWholeSeries } from "../series/event-scope.js";
import { assertSoundRecurrence, withRecurrence } from "../series/series-writer.service.js";
import type { ChangeGuard } from "./change-guard.js";
import { differencesOf } from "./event-differences.js";
import { isInvited, mailedByChange, mailedByCreation, mailedByRemoval, mailingChanges } from "./meeting-mails.js";
import type { Plan, WriteJudge } from "./write-judge.js";
import type { EventPreview, WriteManner } from "./write-manner.js";

/** What is known before a write: nothing to do but to answer it, or to go on. */
export type BeforeWrite =
  | { readonly kind: "PREVIEW"; readonly preview: EventPreview }
  | { readonly kind: "DONE_BEFORE"; readonly written: UpdatedEvent }
  | { readonly kind: "GO_ON" };

export interface EventSafetyDeps {
  readonly graph: GraphClient;
  readonly mailboxes: MailboxAccess;
  readonly judge: WriteJudge;
  readonly guard: ChangeGuard;
}

const GO_ON = { kind: "GO_ON" } as const;

/**
 * Looks at a write of an event before it is done: tells what it would do, judges new meetings, and finds out whether an
 * interrupted attempt has done it already. Changes are judged by the writer, at the one look that it takes anyway.
 */
export class EventSafetyService {
  constructor(private readonly deps: EventSafetyDeps) {}

  async beforeCreate(
    viewer: Viewer,
    { mailboxId, draft }: NewEvent,
    manner: WriteManner,
    call: Call,
  ): Promise<BeforeWrite> {
    const event = withRecurrence(soundDraft(draft), draft);
    if (!manner.dryRun && !event.attendees?.length) return GO_ON;
    return this.#on(viewer, mailboxId, async (mailbox) => {
      const { address } = await this.deps.judge.rowOf(viewer, mailbox.id);
      const recipients = mailedByCreation(event, address);
      const changes = () => differencesOf(null, draft);
      return this.#judged(viewer, mailbox, { changes, recipients, event }, manner, call);
    });
  }

  /** @throws AppError CONFLICT for a preview of a version that is not there any more. */
  async beforeUpdate(
    viewer: Viewer,
    target: EventTarget,
    draft: EventDraft,
    manner: WriteManner,
    call: Call,
  ): Promise<BeforeWrite> {
    const changed = soundDraft(draft);
    versionOf(target);
    const isRepetition = call.write?.isRepetition ?? false;
    // What became of a series that is cut in two cannot be told by the event that was named.
    if (isRepetition && target.scope === "THIS_AND_FOLLOWING") throw outcomeUnknown();
    // Every other change costs no request more for being looked at.
    if (manner.dryRun !== true && !isRepetition) return GO_ON;
    return this.#on(viewer, target.mailboxId, async (mailbox) => {
      const current = await this.#event(mailbox, target.graphId, call);
      await this.#assertSeen(mailbox, target, current, makesPrivate(draft), call);
      const changes = differencesOf(current, draft);
      if (isRepetition && changes.length === 0) {
        const event = shownEvent(mailbox, toCalendarEvent(mailbox.id, current, mailbox.fallbackZone));
        return { kind: "DONE_BEFORE", written: { event, problems: [], split: null } };
      }
      if (!manner.dryRun) return GO_ON;
      assertVersion(current, target.expectedVersion);
      const warnings = [
        ...(changes.length === 0 ? ["Nothing would change: the event has these values already."] : []),
        ...(isInvited(current)
          ? ["This mailbox is invited: a change stays in its own copy, and the organizer's next update overwrites it."]
          : []),
      ];
      const mailing = mailingChanges(changed, draft);
      const event = await this.deps.guard.changed(mailbox, current, mailing, isWholeSeries(target.scope), call);
      const recipients = mailedByChange(current, mailing);
      return this.#judged(viewer, mailbox, { changes: () => changes, recipients, event, warnings }, manner, call);
    });
  }

  /** @throws AppError NOT_FOUND for a preview of what is gone already. */
  async beforeDelete(viewer: Viewer, target: EventTarget, manner: WriteManner, call: Call): Promise<BeforeWrite> {
    versionOf(target);
    if (!manner.dryRun) return GO_ON;
    return this.#on(viewer, target.mailboxId, async (mailbox) => {
      const current = await this.#event(mailbox, target.graphId, call);
      await this.#assertSeen(mailbox, target, current, false, call);
      assertVersion(current, target.expectedVersion);
      const changes = () => [{ path: "", before: current.subject ?? "", after: null }];
      const warnings = isInvited(current)
        ? [
            "This mailbox is invited: deleting its copy tells the organizer nothing. Respond to the meeting to decline it.",
          ]
        : [];
      const event = await this.deps.guard.whole(mailbox, current, isWholeSeries(target.scope), call);
      const plan = { changes, recipients: mailedByRemoval(current), event, warnings };
      return this.#judged(viewer, mailbox, plan, manner, call);
    });
  }

  async #judged(
    viewer: Viewer,
    mailbox: OpenMailbox,
    plan: Plan,
    manner: WriteManner,
    call: Call,
  ): Promise<BeforeWrite> {
    const preview = await this.deps.judge.judged(viewer, mailbox.id, plan, manner, call);
    return preview === null ? GO_ON : { kind: "PREVIEW", preview };
  }

  async #on<T>(viewer: Viewer, mailboxId: string, work: (mailbox: OpenMailbox) => Promise<T>): Promise<T> {
    const mailbox = await this.deps.mailboxes.open(viewer, "event:write", mailboxId);
    try {
      return await observed(mailbox, work);
    } catch (error) {
      throw fromUpstream(error);
    }
  }

  #event({ graphUser, connection }: OpenMailbox, eventId: string, call: Call): Promise<SeenEvent> {
    const select = [...selectForFields(ALL_EVENT_FIELDS), "recurrence"];
    const expand = expandForFields(ALL_EVENT_FIELDS);
    return getEvent(this.deps.graph, connection, { mailbox: graphUser, eventId, select, expand }, call);
  }

  /**
   * As before the write itself: a preview tells nothing of what may not be changed. An interrupted attempt may have hidden
   * the event itself; whether it did would tell what the event holds.
   */
  async #assertSeen(
    mailbox: OpenMailbox,
    { scope }: EventTarget,
    current: GraphEvent,
    mayHaveHidden: boolean,
    call: Call,
  ): Promise<void> {
    try {
      assertSeenWhole(mailbox, current);
      if (!isWholeSeries(scope) || !current.seriesMasterId) return;
      await assertChangeable(this.deps.graph, mailbox, { graphId: current.seriesMasterId, isSeries: false }, call);
    } catch (error) {
      throw call.write?.isRepetition && mayHaveHidden && isAppError(error, "FORBIDDEN") ? outcomeUnknown() : error;
    }
  }
}

/** Bad input is refused before a mailbox is opened. */
function soundDraft(draft: EventDraft): GraphEvent {
  toExtensionMembers(draft.extendedData ?? []);
  assertSoundRecurrence(draft);
  return toGraphEvent(draft);
}

function makesPrivate({ sensitivity }: EventDraft): boolean {
  return sensitivity != null && isPrivate(sensitivity);
}

function assertVersion(current: SeenEvent, expected: string | null): void {
  if (expected === null || current["@odata.etag"] === expected) return;
  throw new AppError("CONFLICT", "The event was changed since it was read. Read it again, then repeat.", {
    path: ["expectedVersion"],
  });
}
