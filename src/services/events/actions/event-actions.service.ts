import type { Viewer } from "../../../auth/viewer.js";
import {
  cancelEvent,
  dismissReminder,
  forwardEvent,
  type GraphClient,
  isGraphError,
  respondToEvent,
  snoozeReminder,
} from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../../mailboxes/mailbox-writer.js";
import { outcomeUnknown } from "../../outcomes.js";
import { assertChangeable } from "../../visibility/change-gate.js";
import { membersBeforeChange } from "../../visibility/event-visibility.js";
import { type EventTarget, versionOf } from "../event-writer.service.js";
import {
  type ActingEvent,
  actedOn,
  assertMayRespond,
  assertOrganizer,
  type MeetingScope,
  readActing,
} from "./acting-event.js";
import { assertRecipients, type RecipientDraft, toRecipient } from "./recipients.js";
import { assertResponse, isSent, type ResponseDraft } from "./response-draft.js";

const ACTIONS = { ACCEPT: "accept", TENTATIVE: "tentativelyAccept", DECLINE: "decline" } as const;

const STATUS = { ACCEPT: "accepted", TENTATIVE: "tentativelyAccepted", DECLINE: "declined" } as const;

export interface EventActionsDeps {
  readonly graph: GraphClient;
  readonly writer: MailboxWriter;
  readonly clock: Clock;
}

/**
 * What people do with meetings and reminders, beside writing events. Who may do it is asked of Microsoft first, in one
 * small request: Graph's own refusals do not say what is wrong. What sends mail is never repeated by itself.
 */
export class EventActionsService {
  constructor(private readonly deps: EventActionsDeps) {}

  /**
   * Cancels a meeting and lets Microsoft mail its attendees.
   *
   * @returns how many attendees the meeting had.
   * @throws AppError NOT_ORGANIZER for an attendee's copy.
   */
  async cancel(
    viewer: Viewer,
    target: EventTarget,
    { comment, scope }: { readonly comment?: string | null | undefined; readonly scope: MeetingScope },
    call: Call,
  ): Promise<number> {
    const { graph, writer } = this.deps;
    versionOf(target);
    return writer.write(viewer, target.mailboxId, async (mailbox) => {
      const event = await readActing(graph, mailbox, target, ["attendees"], call);
      assertOrganizer(
        event,
        "cancel a meeting",
        "Use `respondToEvent` with DECLINE to answer it, or `deleteEvent` to take it out of this calendar without an answer.",
      );
      const place = { mailbox: mailbox.graphUser, eventId: actedOn(event, target.graphId, scope) };
      await cancelEvent(graph, mailbox.connection, { ...place, comment: comment || undefined }, call);
      return event.attendees?.length ?? 0;
    });
  }

  /**
   * Answers an invitation.
   *
   * @returns whether the organizer is mailed.
   * @throws AppError NOT_ATTENDEE, EVENT_CANCELLED, RESPONSE_NOT_REQUESTED, NEW_TIME_NOT_ALLOWED.
   */
  async respond(viewer: Viewer, target: EventTarget, draft: ResponseDraft, call: Call): Promise<boolean> {
    const { graph, writer } = this.deps;
    assertResponse(draft);
    versionOf(target);
    return writer.write(viewer, target.mailboxId, async (mailbox) => {
      const select = ["responseRequested", "allowNewTimeProposals", "responseStatus"];
      const event = await readAnswered(graph, mailbox, target, select, call);
      if (isAnsweredSince(event, draft.response, call)) return isSent(draft, event.responseRequested ?? true);
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
      return sendResponse;
    });
  }

  /** Invites further people. An attendee may do that too; Microsoft tells the organizer. */
  async forward(
    viewer: Viewer,
    target: EventTarget,
    { to, comment }: { readonly to: readonly RecipientDraft[]; readonly comment?: string | null | undefined },
    call: Call,
  ): Promise<void> {
    const { graph, writer } = this.deps;
    assertRecipients(to, "to");
    await writer.write(viewer, target.mailboxId, async (mailbox) => {
      await assertChangeable(graph, mailbox, { graphId: target.graphId, isSeries: false }, call);
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
      const mail = { toRecipients: to.map(toRecipient), comment: comment || undefined };
      return forwardEvent(graph, mailbox.connection, { ...place, ...mail }, call);
    });
  }

  /** @throws AppError INVALID_INPUT for a time that has passed. */
  async snooze(viewer: Viewer, target: EventTarget, until: Date, call: Call): Promise<void> {
    const { graph, writer, clock } = this.deps;
    if (until.getTime() <= clock.now()) {
      throw new AppError("INVALID_INPUT", "A reminder can come again only at a time that has not passed yet.", {
        path: ["until"],
      });
    }
    await writer.write(viewer, target.mailboxId, async (mailbox) => {
      assertSomeShownWhole(mailbox);
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
      return snoozeReminder(graph, mailbox.connection, { ...place, newReminderTime: inUtc(until) }, call);
    });
  }

  async dismiss(viewer: Viewer, target: EventTarget, call: Call): Promise<void> {
    const { graph, writer } = this.deps;
    await writer.write(viewer, target.mailboxId, async (mailbox) => {
      assertSomeShownWhole(mailbox);
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
      return dismissReminder(graph, mailbox.connection, place, call);
    });
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
  if (!write?.begunAt || responseStatus?.response !== STATUS[response]) return false;
  return Date.parse(responseStatus.time ?? "") >= write.begunAt.getTime() - CLOCK_SKEW_MS;
}

/** Reminders tell nothing and change nothing of an event, so a private one is not looked at for them. */
function assertSomeShownWhole(mailbox: OpenMailbox): void {
  membersBeforeChange(mailbox);
}

function inUtc(instant: Date): { readonly dateTime: string; readonly timeZone: string } {
  return { dateTime: instant.toISOString().slice(0, -1), timeZone: "UTC" };
}
