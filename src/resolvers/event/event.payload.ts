import { Field, ObjectType } from "type-graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { EventObjectType } from "./event.type.js";

@ObjectType({ simpleResolvers: true })
abstract class EventPayload extends PayloadType {
  @Field(() => EventObjectType, {
    nullable: true,
    description:
      "The event as Microsoft stored it; null when nothing was done. With `errors` beside it, a part of the write was not done.",
  })
  event!: CalendarEvent | null;
}

@ObjectType({ description: "Outcome of `createEvent`.", simpleResolvers: true })
export class CreateEventPayload extends EventPayload {}

@ObjectType({ description: "Outcome of `updateEvent`.", simpleResolvers: true })
export class UpdateEventPayload extends EventPayload {}

@ObjectType({ description: "Outcome of `deleteEvent`.", simpleResolvers: true })
export class DeleteEventPayload extends DeletePayloadType {}
