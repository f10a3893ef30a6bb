import type { Viewer } from "../../../auth/viewer.js";
import { type GraphClient, type GraphEvent, getEvent } from "../../../graph/index.js";
import type { Call } from "../../../lib/call.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import { assertChangeable, type SeenEvent } from "../../visibility/change-gate.js";
import { mailedByChange, mailedByRemoval, mayMail } from "./meeting-mails.js";
import { type GuardOverrides, isOver } from "./write-guard.js";
import type { WriteJudge } from "./write-judge.js";

/** What has to be read of an event to tell whom its change has Microsoft mail, and whether it is over. */
export const GUARDED_MEMBERS: readonly string[] = [
  "attendees",
  "organizer",
  "isOrganizer",
  "isDraft",
  "isCancelled",
  "end",
  "recurrence",
  "seriesMasterId",
];

export interface GuardedTarget {
  readonly graphId: string;
  /** Whether more of its series is meant than the event alone. */
  readonly isSeries: boolean;
  /** Members that the write itself has to read: then it is given the event, and does not. */
  readonly reads: readonly string[];
}

/**
 * Looks once at an event just before it is changed: whether the viewer is shown it whole, and whether the people are meant
 * to be mailed whom that concerns. A change that mails nobody, of a mailbox that is shown whole, costs no look.
 */
export class ChangeGuard {
  constructor(
    private readonly graph: GraphClient,
    private readonly judge: WriteJudge,
  ) {}

  /**
   * @returns the event with `reads`, where it was looked at.
   * @throws AppError FORBIDDEN, INVALID_INPUT or LIMIT_EXCEEDED.
   */
  async beforeUpdate(
    viewer: Viewer,
    mailbox: OpenMailbox,
    target: GuardedTarget,
    changes: GraphEvent,
    overrides: GuardOverrides,
    call: Call,
  ): Promise<SeenEvent | undefined> {
    // An earlier attempt was let through and counted.
    const isGuarded = mayMail(changes) && !call.write?.isRepetition;
    const seen = await this.#look(mailbox, target, isGuarded, call);
    if (!isGuarded || seen === undefined) return seen;
    const recipients = mailedByChange(seen, changes);
    const event = await this.changed(mailbox, seen, changes, target.isSeries, call);
    await this.judge.judged(viewer, mailbox.id, { recipients, event }, { ...overrides, dryRun: false }, call);
    return seen;
  }

  /** The same before it is deleted. */
  async beforeDelete(
    viewer: Viewer,
    mailbox: OpenMailbox,
    target: GuardedTarget,
    overrides: GuardOverrides,
    call: Call,
  ): Promise<SeenEvent | undefined> {
    const isGuarded = !call.write?.isRepetition;
    const seen = await this.#look(mailbox, target, isGuarded, call);
    if (!isGuarded || seen === undefined) return seen;
    const recipients = mailedByRemoval(seen);
    const event = await this.whole(mailbox, seen, target.isSeries, call);
    await this.judge.judged(viewer, mailbox.id, { recipients, event }, { ...overrides, dryRun: false }, call);
    return seen;
  }

  /** The event as a change makes it, as far as it tells whether it is over. */
  async changed(mailbox: OpenMailbox, event: GraphEvent, changes: GraphEvent, isSeries: boolean, call: Call) {
    // A new time, or another recurrence, says it by itself.
    const isOneOfSeries = isSeries && Boolean(event.seriesMasterId);
    if (changes.recurrence !== undefined || (changes.end && !isOneOfSeries)) return { ...event, ...changes };
    return this.whole(mailbox, event, isSeries, call);
  }

  /** A series is over when all of it is. Its master is asked only where the occurrence at hand is over. */
  async whole(mailbox: OpenMailbox, event: GraphEvent, isSeries: boolean, call: Call): Promise<GraphEvent> {
    if (!isSeries || !event.seriesMasterId || !event.attendees?.length || !isOver(event, this.judge.now()))
      return event;
    const place = { mailbox: mailbox.graphUser, eventId: event.seriesMasterId, select: ["end", "recurrence"] };
    return getEvent(this.graph, mailbox.connection, place, call);
  }

  async #look(mailbox: OpenMailbox, { graphId, isSeries, reads }: GuardedTarget, isGuarded: boolean, call: Call) {
    const select = isGuarded ? [...GUARDED_MEMBERS, ...reads] : [];
    return assertChangeable(this.graph, mailbox, { graphId, isSeries, select, alongside: reads }, call);
  }
}
