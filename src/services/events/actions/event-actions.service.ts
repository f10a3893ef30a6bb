import type { Viewer } from "../../../auth/viewer.js";
import { cancelEvent, forwardEvent, type GraphClient, isGraphError, respondToEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../../mailboxes/mailbox-writer.js";
import { outcomeUnknown } from "../../outcomes.js";
import { type EventTarget, versionOf } from "../event-writer.service.js";
import { type ChangeGuard, GUARDED_MEMBERS } from "../safety/change-guard.js";
import { mailedByRemoval } from "../safety/meeting-mails.js";
import type { WriteJudge } from "../safety/write-judge.js";
import { done, type Outcome, previewed, type WriteManner } from "../safety/write-manner.js";
import {
  type ActingEvent,
  actedOn,
  assertMayRespond,
  assertOrganizer,
  type MeetingScope,
  readActing,
} from "./acting-event.js";
import { forwardPlan, responsePreview } from "./action-previews.js";
import { assertRecipients, type RecipientDraft, toRecipient } from "./recipients.js";
import { assertResponse, GIVEN_WORDS, isSent, type ResponseDraft } from "./response-draft.js";

const ACTIONS = { ACCEPT: "accept", TENTATIVE: "tentativelyAccept", DECLINE: "decline" } as const;

/** What tells whether an event that is passed on is over. */
const OF_FORWARDS = ["end", "recurrence"];

export interface EventActionsDeps {
  readonly graph: GraphClient;
  readonly writer: MailboxWriter;
  readonly judge: WriteJudge;
  readonly guard: ChangeGuard;
}

interface CancelDraft {
  readonly comment?: string | null | undefined;
  readonly scope: MeetingScope;
}

interface ForwardDraft {
  readonly to: readonly RecipientDraft[];
  readonly comment?: string | null | undefined;
}

/**
 * What people do with meetings, beside writing events. Who may do it is asked of Microsoft first, in one
 * small request: Graph's own refusals do not say what is wrong. What sends mail is never repeated by itself.
 */
export class EventActionsService {
  constructor(private readonly deps: EventActionsDeps) {}

  /**
   * Cancels a meeting and lets Microsoft mail its attendees.
   *
   * @returns how many attendees the meeting had.
   * @throws AppError NOT_ORGANIZER for an attendee's copy, INVALID_INPUT for what has to be allowed.
   */
  async cancel(
    viewer: Viewer,
    target: EventTarget,
    { comment, scope, ...manner }: CancelDraft & WriteManner,
    call: Call,
  ): Promise<Outcome<number>> {
    const { graph, writer, judge, guard } = this.deps;
    versionOf(target);
    const work = async (mailbox: OpenMailbox): Promise<Outcome<number>> => {
      const event = await readActing(graph, mailbox, target, [...GUARDED_MEMBERS, "subject"], call);
      assertOrganizer(
        event,
        "cancel a meeting",
        "Use `respondToEvent` with DECLINE to answer it, or `deleteEvent` to take it out of this calendar without an answer.",
      );
      const plan = {
        changes: () => [{ path: "", before: event.subject ?? "", after: null }],
        recipients: mailedByRemoval(event),
        event: await guard.whole(mailbox, event, scope === "SERIES", call),
      };
      const preview = await judge.judged(viewer, mailbox.id, plan, manner, call);
      if (preview !== null) return previewed(preview);
      const place = { mailbox: mailbox.graphUser, eventId: actedOn(event, target.graphId, scope) };
      await cancelEvent(graph, mailbox.connection, { ...place, comment: comment || undefined }, call);
      return done(event.attendees?.length ?? 0);
    };
    return writer.write(viewer, target.mailboxId, work, "event:write", manner.dryRun);
  }

  /**
   * Answers an invitation.
   *
   * @returns whether the organizer is mailed.
   * @throws AppError NOT_ATTENDEE, EVENT_CANCELLED, RESPONSE_NOT_REQUESTED, NEW_TIME_NOT_ALLOWED.
   */
  async respond(
    viewer: Viewer,
    target: EventTarget,
    draft: ResponseDraft & WriteManner,
    call: Call,
  ): Promise<Outcome<boolean>> {
    const { graph, writer } = this.deps;
    assertResponse(draft);
    versionOf(target);
    const work = async (mailbox: OpenMailbox): Promise<Outcome<boolean>> => {
      const select = ["responseRequested", "allowNewTimeProposals", "responseStatus", "organizer"];
      const event = await readAnswered(graph, mailbox, target, select, call);
      if (isAnsweredSince(event, draft.response, call)) return done(isSent(draft, event.responseRequested ?? true));
      assertMayRespond(event);
      if (draft.proposedNewTime && event.allowNewTimeProposals === false) {
        throw new AppError(
          "NEW_TIME_NOT_ALLOWED",
          "The organizer of this meeting takes no proposals of another time.",
          {
            path: ["proposedNewTime"],
          },
        );
      }
      const sendResponse = isSent(draft, event.responseRequested ?? true);
      if (draft.dryRun) return previewed(responsePreview(event, draft, sendResponse));
      const { response, scope, comment, proposedNewTime: slot } = draft;
      const answer = {
        mailbox: mailbox.graphUser,
        eventId: actedOn(event, target.graphId, scope),
        action: ACTIONS[response],
        sendResponse,
        comment: comment || undefined,
        proposedNewTime: slot ? { start: inUtc(slot.start), end: inUtc(slot.end) } : undefined,
      };
      await respondToEvent(graph, mailbox.connection, answer, call);
      return done(sendResponse);
    };
    return writer.write(viewer, target.mailboxId, work, "event:write", draft.dryRun);
  }

  /**
   * Invites further people. An attendee may do that too; Microsoft tells the organizer.
   *
   * @throws AppError INVALID_INPUT for what has to be allowed.
   */
  async forward(
    viewer: Viewer,
    target: EventTarget,
    { to, comment, ...manner }: ForwardDraft & WriteManner,
    call: Call,
  ): Promise<Outcome<EventTarget>> {
    const { graph, writer, judge } = this.deps;
    assertRecipients(to, "to");
    const toRecipients = to.map(toRecipient);
    const work = async (mailbox: OpenMailbox): Promise<Outcome<EventTarget>> => {
      const event = await readActing(graph, mailbox, target, manner.dryRun ? GUARDED_MEMBERS : OF_FORWARDS, call);
      const preview = await judge.judged(viewer, mailbox.id, forwardPlan(event, to, toRecipients), manner, call);
      if (preview !== null) return previewed(preview);
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
      await forwardEvent(graph, mailbox.connection, { ...place, toRecipients, comment: comment || undefined }, call);
      return done(target);
    };
    return writer.write(viewer, target.mailboxId, work, "event:write", manner.dryRun);
  }
}

/** A declined invitation leaves the calendar: that a repetition does not find it proves nothing. */
async function readAnswered(...[graph, mailbox, target, select, call]: Parameters<typeof readActing>) {
  const { isRepetition = false } = call.write ?? {};
  // An interrupted attempt changed the version itself.
  const wanted = isRepetition ? { ...target, expectedVersion: null } : target;
  return readActing(graph, mailbox, wanted, select, call).catch((error: unknown) => {
    throw isRepetition && isGraphError(error) && error.status === 404 ? outcomeUnknown() : error;
  });
}

/** Clocks of Microsoft and the gateway differ by less. */
const CLOCK_SKEW_MS = 60_000;

/** Whether an interrupted attempt at this very answer gave it. */
function isAnsweredSince(
  { responseStatus }: ActingEvent,
  response: ResponseDraft["response"],
  { write }: Call,
): boolean {
  if (!write?.begunAt || responseStatus?.response !== GIVEN_WORDS[response]) return false;
  return Date.parse(responseStatus.time ?? "") >= write.begunAt.getTime() - CLOCK_SKEW_MS;
}

function inUtc(instant: Date): { readonly dateTime: string; readonly timeZone: string } {
  return { dateTime: instant.toISOString().slice(0, -1), timeZone: "UTC" };
}
