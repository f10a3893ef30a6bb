import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { EventTarget, EventWriterService } from "../../services/events/event-writer.service.js";
import { mailboxObjectGlobalId, parseMailboxObjectGlobalId, parseRowGlobalId } from "../common/global-id.js";
import { problemsOf, settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { selectedFields } from "../common/selection.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { CreateEventInput, DeleteEventInput, UpdateEventInput } from "./event.input.js";
import { CreateEventPayload, DeleteEventPayload, UpdateEventPayload } from "./event.payload.js";
import { EventObjectType } from "./event.type.js";

@Resolver(() => EventObjectType)
export class EventResolver {
  constructor(private readonly deps: { readonly eventWriter: EventWriterService }) {}

  @Mutation(() => CreateEventPayload, {
    description: "Creates an event. Microsoft mails an invitation to every attendee. Needs a WRITER key.",
  })
  async createEvent(
    @Arg("input", () => CreateEventInput, { description: "The new event." }) input: CreateEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CreateEventPayload> {
    const { value, errors } = await settle(input, () => {
      const { mailboxId, calendarId, ...draft } = input;
      return this.deps.eventWriter.create(viewer, { ...placeOf(mailboxId, calendarId), draft }, call);
    });
    return { event: value?.event ?? null, errors: [...errors, ...problemsOf(value?.problems ?? [])] };
  }

  @Mutation(() => UpdateEventPayload, {
    description: "Changes an event. When it has attendees, Microsoft mails them an update. Needs a WRITER key.",
  })
  async updateEvent(
    @Arg("input", () => UpdateEventInput, { description: "The changes." }) input: UpdateEventInput,
    @Ctx() { viewer, call }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UpdateEventPayload> {
    const { value, errors } = await settle(input, () => {
      const { id, expectedVersion, scope, ...draft } = input;
      const readsExtendedData = selectedFields(info, [["event"]]).has("extendedData");
      const target = { ...targetOf(id, expectedVersion), scope };
      return this.deps.eventWriter.update(viewer, target, draft, call, readsExtendedData);
    });
    const problems = problemsOf(value?.problems ?? []);
    return { event: value?.event ?? null, split: value?.split ?? null, errors: [...errors, ...problems] };
  }

  @Mutation(() => DeleteEventPayload, {
    description:
      "Deletes an event. When its organizer deletes a meeting with attendees, Microsoft mails them a cancellation: `cancelEvent` does the same and can say why. When an attendee deletes it, it is gone from this calendar and nobody is told: that is no answer, which `respondToEvent` gives. Needs a WRITER key.",
  })
  async deleteEvent(
    @Arg("input", () => DeleteEventInput, { description: "The event." }) input: DeleteEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DeleteEventPayload> {
    const { value, errors } = await settle(input, async () => {
      const { id, expectedVersion, scope } = input;
      await this.deps.eventWriter.delete(viewer, { ...targetOf(id, expectedVersion), scope }, call);
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() event: CalendarEvent): string {
    return mailboxObjectGlobalId("Event", event);
  }

  @FieldResolver(() => MailboxType, { nullable: true, description: "The mailbox whose copy of the event this is." })
  mailbox(@Root() { mailboxId }: CalendarEvent, @Ctx() { loaders }: RequestContext) {
    return loaders.mailboxById.load(mailboxId);
  }
}

function targetOf(id: string, expectedVersion: string | null | undefined): EventTarget {
  return { ...parseMailboxObjectGlobalId("Event", id), expectedVersion: expectedVersion ?? null };
}

/** A calendar's id names its mailbox; a calendar of another one is refused before anything is sent. */
function placeOf(mailboxId: string, calendarId: string | null | undefined) {
  const mailbox = parseRowGlobalId("Mailbox", mailboxId, ["mailboxId"]);
  if (!calendarId) return { mailboxId: mailbox, calendarGraphId: null };
  const calendar = parseMailboxObjectGlobalId("Calendar", calendarId, ["calendarId"]);
  if (calendar.mailboxId !== mailbox) {
    throw new AppError("INVALID_INPUT", "This calendar is not one of that mailbox.", { path: ["calendarId"] });
  }
  return { mailboxId: mailbox, calendarGraphId: calendar.graphId };
}
