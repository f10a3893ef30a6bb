import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from "type-graphql";
import { AppError, isAppError } from "../../lib/app-error.js";
import type { EventActionsService } from "../../services/events/actions/event-actions.service.js";
import type { EventMoveService } from "../../services/events/actions/event-move.service.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { eventFieldsAmong } from "../../services/events/event-members.js";
import { parseMailboxObjectGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { selectedFields } from "../common/selection.js";
import { EventObjectType } from "../event/event.type.js";
import { CancelEventInput, ForwardEventInput, MoveEventInput, RespondToEventInput } from "./event-action.input.js";
import {
  ActedEventPayload,
  CancelEventPayload,
  ForwardEventPayload,
  MoveEventPayload,
  RespondToEventPayload,
} from "./event-action.payload.js";
import { eventTarget, partsOf } from "./event-target.js";

export interface EventActionResolverDeps {
  readonly eventActions: EventActionsService;
  readonly eventMoves: EventMoveService;
}

/** What organizers and attendees do with meetings. */
@Resolver(() => ActedEventPayload)
export class EventActionResolver {
  constructor(private readonly deps: EventActionResolverDeps) {}

  @Mutation(() => CancelEventPayload, {
    description:
      "Calls a meeting off, as its organizer: Microsoft mails all attendees, which nobody can suppress, and takes it out of the calendar. It cannot be undone. `deleteEvent` does the same without a comment. Needs a WRITER key.",
  })
  async cancelEvent(
    @Arg("input", () => CancelEventInput, { description: "The meeting." }) input: CancelEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CancelEventPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.eventActions.cancel(viewer, eventTarget(input), input, call),
    );
    const { done, preview } = partsOf(value);
    return { cancelledId: done === null ? null : input.id, mailedAttendees: done, preview, errors };
  }

  @Mutation(() => RespondToEventPayload, {
    description:
      "Answers an invitation, as somebody who is invited. An answer can be given again and then counts anew. Needs a WRITER key.",
  })
  async respondToEvent(
    @Arg("input", () => RespondToEventInput, { description: "The answer." }) input: RespondToEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<RespondToEventPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.eventActions.respond(viewer, eventTarget(input), input, call),
    );
    const { done, preview } = partsOf(value);
    return { isResponseSent: done, acted: done === null ? null : eventTarget(input), preview, errors };
  }

  @Mutation(() => ForwardEventPayload, {
    description:
      "Invites further people, whom Microsoft mails. The organizer's list then has them; an attendee's forward is told to the organizer. Needs a WRITER key.",
  })
  async forwardEvent(
    @Arg("input", () => ForwardEventInput, { description: "What and to whom." }) input: ForwardEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<ForwardEventPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.eventActions.forward(viewer, eventTarget(input), input, call),
    );
    const { done, preview } = partsOf(value);
    return { acted: done, preview, errors };
  }

  @Mutation(() => MoveEventPayload, {
    description:
      "Moves an event to another calendar of its mailbox. Microsoft Graph has no such action: the event is made anew there and deleted here, so that its id and `iCalUId` are others afterwards, and extended data of other applications is left behind. Refused where that would do harm: with attendees, for series, online meetings and attachments. A call that broke off is repeated and goes on where it stopped. Needs a WRITER key.",
  })
  async moveEvent(
    @Arg("input", () => MoveEventInput, { description: "What and where to." }) input: MoveEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<MoveEventPayload> {
    const { value, errors } = await settle(input, async () => {
      const target = eventTarget(input);
      const calendar = parseMailboxObjectGlobalId("Calendar", input.calendarId, ["calendarId"]);
      if (calendar.mailboxId !== target.mailboxId) {
        throw new AppError("INVALID_INPUT", "An event can only go to a calendar of its own mailbox.", {
          path: ["calendarId"],
        });
      }
      const goal = { graphId: calendar.graphId, name: input.calendarId };
      return this.deps.eventMoves.move(viewer, target, goal, input, call);
    });
    const { done, preview } = partsOf(value);
    const acted = done && { mailboxId: eventTarget(input).mailboxId, graphId: done.graphId };
    return { acted, formerId: done?.isMoved ? input.id : null, preview, errors };
  }

  @FieldResolver(() => EventObjectType, {
    nullable: true,
    description:
      "The event afterwards, read when it is selected; null when nothing was done, and when Microsoft took it out of the calendar.",
  })
  async event(
    @Root() { acted }: ActedEventPayload,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CalendarEvent | null> {
    if (acted === null) return null;
    const { mailboxId, graphId } = acted;
    const fields = eventFieldsAmong(selectedFields(info, [[]]));
    return loaders.eventByKey.load({ mailboxId, graphId, fields }).catch((error: unknown) => {
      if (isAppError(error, "NOT_FOUND")) return null;
      throw error;
    });
  }
}
