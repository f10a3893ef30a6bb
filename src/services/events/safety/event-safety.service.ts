import type { Viewer } from "../../../auth/viewer.js";
import { type GraphClient, type GraphEvent, getEvent } from "../../../graph/index.js";
import { AppError, isAppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import type { Database } from "../../../store/database.js";
import type { MailboxAccess, OpenMailbox } from "../../mailboxes/mailbox-access.js";
import { observed } from "../../mailboxes/on-mailbox.js";
import { notFound, outcomeUnknown } from "../../outcomes.js";
import { fromUpstream } from "../../upstream-errors.js";
import { assertChangeable, assertSeenWhole } from "../../visibility/change-gate.js";
import { isPrivate, shownEvent } from "../../visibility/event-visibility.js";
import { type EventDraft, toGraphEvent } from "../event-draft.js";
import { toCalendarEvent } from "../event-mapper.js";
import { ALL_EVENT_FIELDS, expandForFields, selectForFields } from "../event-members.js";
import { type EventTarget, type NewEvent, type UpdatedEvent, versionOf } from "../event-writer.service.js";
import { toExtensionMembers } from "../extended-data.js";
import { assertSoundRecurrence, withRecurrence } from "../series/series-writer.service.js";
import { type Difference, differencesOf } from "./event-differences.js";
import { isInvited, type MailedPerson, mailedByChange, mailedByCreation, mailedByRemoval } from "./meeting-mails.js";
import { type GuardOverrides, type GuardSettings, objectionsTo, spendMails } from "./write-guard.js";

/** What a caller says about how a write is done. */
export interface WriteManner extends GuardOverrides {
  readonly dryRun?: boolean | null | undefined;
}

/** What a write would do. */
export interface EventPreview {
  readonly changes: readonly Difference[];
  readonly recipients: readonly MailedPerson[];
  readonly warnings: readonly string[];
}

/** What is known before a write: nothing to do but to answer it, or to go on. */
export type BeforeWrite =
  | { readonly kind: "PREVIEW"; readonly preview: EventPreview }
  | { readonly kind: "DONE_BEFORE"; readonly written: UpdatedEvent }
  | { readonly kind: "GO_ON" };

export interface EventSafetyDeps {
  readonly db: Database;
  readonly graph: GraphClient;
  readonly mailboxes: MailboxAccess;
  readonly clock: Clock;
  readonly settings: GuardSettings;
}

interface Plan {
  readonly changes: readonly Difference[];
  readonly recipients: readonly MailedPerson[];
  /** A new event, which the guards judge; null for changes of one. */
  readonly event: GraphEvent | null;
  readonly warnings: readonly string[];
}

const GO_ON = { kind: "GO_ON" } as const;

/**
 * Looks at a write of an event before it is done: tells what it would do, refuses what is hardly meant, keeps the budget
 * of mails, and finds out whether an interrupted attempt has done it already.
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
      const { address } = await this.#row(viewer, mailbox.id);
      const recipients = mailedByCreation(event, address);
      const changes = differencesOf(null, draft);
      return this.#judged(viewer, mailbox, { changes, recipients, event, warnings: [] }, manner, call);
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
    const { mailboxId, graphId, expectedVersion } = target;
    const changed = soundDraft(draft);
    versionOf(target);
    const isRepetition = call.write?.isRepetition ?? false;
    // What became of a series that is cut in two cannot be told by the event that was named.
    if (isRepetition && target.scope === "THIS_AND_FOLLOWING") throw outcomeUnknown();
    const looksWhole = manner.dryRun === true || isRepetition;
    const isOtherSeries = draft.recurrence !== undefined;
    // Every other change costs no request more for being looked at.
    if (!looksWhole) return GO_ON;
    return this.#on(viewer, mailboxId, async (mailbox) => {
      const current = await this.#event(mailbox, graphId, call);
      await this.#assertSeen(mailbox, target, current, makesPrivate(draft), call);
      const changes = differencesOf(current, draft);
      if (isRepetition && changes.length === 0) {
        const event = shownEvent(mailbox, toCalendarEvent(mailbox.id, current));
        return { kind: "DONE_BEFORE", written: { event, problems: [], split: null } };
      }
      if (manner.dryRun) assertVersion(current, expectedVersion);
      const warnings = [
        ...(changes.length === 0 ? ["Nothing would change: the event has these values already."] : []),
        ...(isInvited(current)
          ? ["This mailbox is invited: a change stays in its own copy, and the organizer's next update overwrites it."]
          : []),
      ];
      const plan = {
        changes,
        recipients: mailedByChange(current, isOtherSeries ? { ...changed, recurrence: null } : changed),
        event: null,
        warnings,
      };
      return this.#judged(viewer, mailbox, plan, manner, call);
    });
  }

  /** @throws AppError NOT_FOUND when it is gone already. */
  async beforeDelete(viewer: Viewer, target: EventTarget, manner: WriteManner, call: Call): Promise<BeforeWrite> {
    const { mailboxId, graphId, expectedVersion } = target;
    versionOf(target);
    if (!manner.dryRun) return GO_ON;
    return this.#on(viewer, mailboxId, async (mailbox) => {
      const current = await this.#event(mailbox, graphId, call);
      await this.#assertSeen(mailbox, target, current, false, call);
      assertVersion(current, expectedVersion);
      const changes = [{ path: "", before: current.subject ?? "", after: null }];
      const warnings = isInvited(current)
        ? [
            "This mailbox is invited: deleting its copy tells the organizer nothing. Respond to the meeting to decline it.",
          ]
        : [];
      const plan = { changes, recipients: mailedByRemoval(current), event: null, warnings };
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
    const { changes, recipients, event, warnings } = plan;
    const { settings, clock } = this.deps;
    const objections =
      event === null ? [] : objectionsTo(event, recipients.length, manner, { ...settings, now: clock.now() });
    if (manner.dryRun) {
      const mails =
        recipients.length > 0 ? ["Microsoft mails these people when this is done. Nobody can suppress it."] : [];
      const refusals = objections.map(({ message }) => message);
      return { kind: "PREVIEW", preview: { changes, recipients, warnings: [...warnings, ...mails, ...refusals] } };
    }
    // The first attempt was let through and counted.
    if (call.write?.isRepetition || event === null) return GO_ON;
    for (const objection of objections) throw objection;
    const { organizationId } = await this.#row(viewer, mailbox.id);
    await spendMails({ db: this.deps.db, mailsPerHour: settings.mailsPerHour }, organizationId, recipients.length);
    return GO_ON;
  }

  async #on<T>(viewer: Viewer, mailboxId: string, work: (mailbox: OpenMailbox) => Promise<T>): Promise<T> {
    const mailbox = await this.deps.mailboxes.open(viewer, "event:write", mailboxId);
    try {
      return await observed(mailbox, work);
    } catch (error) {
      throw fromUpstream(error);
    }
  }

  #event({ graphUser, connection }: OpenMailbox, eventId: string, call: Call): Promise<GraphEvent> {
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
    { scope = null }: EventTarget,
    current: GraphEvent,
    mayHaveHidden: boolean,
    call: Call,
  ): Promise<void> {
    try {
      assertSeenWhole(mailbox, current);
      if (scope === null || scope === "THIS" || !current.seriesMasterId) return;
      await assertChangeable(this.deps.graph, mailbox, { graphId: current.seriesMasterId, isSeries: false }, call);
    } catch (error) {
      throw call.write?.isRepetition && mayHaveHidden && isAppError(error, "FORBIDDEN") ? outcomeUnknown() : error;
    }
  }

  async #row({ organizationId }: Viewer, mailboxId: string) {
    const row = (await this.deps.db.mailboxes.byIds([mailboxId], organizationId)).get(mailboxId);
    if (row === undefined) throw notFound("mailbox", ["mailboxId"]);
    return row;
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

function assertVersion(current: GraphEvent & { "@odata.etag"?: string }, expected: string | null): void {
  if (expected === null || current["@odata.etag"] === expected) return;
  throw new AppError("CONFLICT", "The event was changed since it was read. Read it again, then repeat.", {
    path: ["expectedVersion"],
  });
}
