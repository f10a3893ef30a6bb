import { Field, ID, Int, ObjectType } from "type-graphql";
import type { MailboxObjectKey } from "../common/global-id.js";
import { PreviewPayloadType } from "../event/event-preview.type.js";

/** A payload whose `event` is read after the action, when it is selected. */
@ObjectType({ simpleResolvers: true })
export abstract class ActedEventPayload extends PreviewPayloadType {
  /** Where the event is found; null when nothing was done. */
  readonly acted!: MailboxObjectKey | null;
}

@ObjectType({ description: "Outcome of `cancelEvent`.", simpleResolvers: true })
export class CancelEventPayload extends PreviewPayloadType {
  @Field(() => ID, { nullable: true, description: "Id of the event that was named; null when nothing was done." })
  cancelledId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many attendees it had, all of whom Microsoft mails; null when nothing was done.",
  })
  mailedAttendees!: number | null;
}

@ObjectType({ description: "Outcome of `respondToEvent`.", simpleResolvers: true })
export class RespondToEventPayload extends ActedEventPayload {
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether Microsoft mails the response to the organizer; null when nothing was done.",
  })
  isResponseSent!: boolean | null;
}

@ObjectType({ description: "Outcome of `forwardEvent`.", simpleResolvers: true })
export class ForwardEventPayload extends ActedEventPayload {}

@ObjectType({ description: "Outcome of `snoozeReminder`.", simpleResolvers: true })
export class SnoozeReminderPayload extends ActedEventPayload {}

@ObjectType({ description: "Outcome of `dismissReminder`.", simpleResolvers: true })
export class DismissReminderPayload extends ActedEventPayload {}

@ObjectType({ description: "Outcome of `moveEvent`.", simpleResolvers: true })
export class MoveEventPayload extends ActedEventPayload {
  @Field(() => ID, {
    nullable: true,
    description:
      "The id that the event had before, which leads to it for another 400 days; null when it was in that calendar already, or nothing was done.",
  })
  formerId!: string | null;
}

@ObjectType({ simpleResolvers: true })
abstract class AttendeesPayload extends ActedEventPayload {
  @Field(() => [String], {
    nullable: true,
    description: "Addresses that needed no change; null when nothing was done.",
  })
  unchanged!: readonly string[] | null;
}

@ObjectType({ description: "Outcome of `addAttendees`.", simpleResolvers: true })
export class AddAttendeesPayload extends AttendeesPayload {
  @Field(() => [String], {
    nullable: true,
    description: "Addresses that were added, whom Microsoft mails an invitation; null when nothing was done.",
  })
  added!: readonly string[] | null;
}

@ObjectType({ description: "Outcome of `removeAttendees`.", simpleResolvers: true })
export class RemoveAttendeesPayload extends AttendeesPayload {
  @Field(() => [String], {
    nullable: true,
    description: "Addresses that were removed, whom Microsoft mails a cancellation; null when nothing was done.",
  })
  removed!: readonly string[] | null;
}

@ObjectType({ description: "Outcome of `updateAttendee`.", simpleResolvers: true })
export class UpdateAttendeePayload extends ActedEventPayload {
  @Field(() => Boolean, {
    nullable: true,
    description: "False when the attendee was invited in this way already; null when nothing was done.",
  })
  isChanged!: boolean | null;
}
