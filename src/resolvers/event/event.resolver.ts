import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { WrittenEvent } from "../../services/events/event-rewrites.js";
import type { EventTarget, EventWriterService, UpdatedEvent } from "../../services/events/event-writer.service.js";
import type { BeforeWrite, EventSafetyService } from "../../services/events/safety/event-safety.service.js";
import type { EventPreview } from "../../services/events/safety/write-manner.js";
import { mailboxObjectGlobalId, parseMailboxObjectGlobalId, parseRowGlobalId } from "../common/global-id.js";
import { problemsOf, settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { selectedFields } from "../common/selection.js";
import type { UserErrorType } from "../common/user-error.type.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { CreateEventInput, DeleteEventInput, UpdateEventInput } from "./event.input.js";
import { CreateEventPayload, DeleteEventPayload, UpdateEventPayload } from "./event.payload.js";
import { EventObjectType } from "./event.type.js";

@Resolver(() => EventObjectType)
export class EventResolver {
  constructor(
    private readonly deps: { readonly eventWriter: EventWriterService; readonly eventSafety: EventSafetyService },
  ) {}

  @Mutation(() => CreateEventPayload, {
    description: "Creates an event. Microsoft mails an invitation to every attendee. Needs a WRITER key.",
  })
  async createEvent(
    @Arg("input", () => CreateEventInput, { description: "The new event." }) input: CreateEventInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CreateEventPayload> {
    const { value, errors } = await settle(input, async () => {
      const { mailboxId, calendarId, dryRun, allowPast, allowManyRecipients, ...draft } = input;
      const wanted = { ...placeOf(mailboxId, calendarId), draft };
      const before = await this.deps.eventSafety.beforeCreate(viewer, wanted, input, call);
      return unlessKnown(before, () => this.deps.eventWriter.create(viewer, wanted, call));
    });
    return eventPayload(value, errors);
  }

  @Mutation(() => UpdateEventPayload, {
    description: "Changes an event. When it has attendees, Microsoft mails them an update. Needs a WRITER key.",
  })
  async updateEvent(
    @Arg("input", () => UpdateEventInput, { description: "The changes." }) input: UpdateEventInput,
    @Ctx() { viewer, call }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UpdateEventPayload> {
    const { value, errors } = await settle(input, async () => {
      const { id, expectedVersion, scope, dryRun, allowPast, allowManyRecipients, ...draft } = input;
      const target = { ...targetOf(id, expectedVersion), scope };
      const before = await this.deps.eventSafety.beforeUpdate(viewer, target, draft, input, call);
      const readsExtendedData = selectedFields(info, [["event"]]).has("extendedData");
      const manner = { allowPast, allowManyRecipients, readsExtendedData };
      return unlessKnown(before, () => this.deps.eventWriter.update(viewer, target, draft, manner, call));
    });
    return { ...eventPayload(value, errors), split: value?.split ?? null };
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
      const target = { ...targetOf(id, expectedVersion), scope };
      const before = await this.deps.eventSafety.beforeDelete(viewer, target, input, call);
      if (before.kind === "PREVIEW") return { deletedId: null, preview: before.preview };
      await this.deps.eventWriter.delete(viewer, target, input, call);
      return { deletedId: id, preview: null };
    });
    return { deletedId: value?.deletedId ?? null, preview: value?.preview ?? null, errors };
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

/** Does the write, unless it is known without it what there is to answer. */
async function unlessKnown(before: BeforeWrite, write: () => Promise<KnownOrWritten>): Promise<KnownOrWritten> {
  switch (before.kind) {
    case "PREVIEW":
      return { event: null, problems: [], preview: before.preview };
    case "DONE_BEFORE":
      return before.written;
    case "GO_ON":
      return write();
  }
}

function eventPayload(value: KnownOrWritten | null, errors: readonly UserErrorType[]) {
  const { event = null, problems = [], preview = null } = value ?? {};
  return { event, preview, errors: [...errors, ...problemsOf(problems)] };
}

interface KnownOrWritten {
  readonly event: CalendarEvent | null;
  readonly problems: WrittenEvent["problems"];
  readonly preview?: EventPreview;
  readonly split?: UpdatedEvent["split"];
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
