import { Field, ObjectType } from "type-graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { EventPreview } from "../../services/events/safety/write-manner.js";
import type { SeriesSplitResult } from "../../services/events/series/split.model.js";
import { DeletePayloadType } from "../common/payload.type.js";
import { EventObjectType } from "./event.type.js";
import { EventPreviewType, PREVIEW, PreviewPayloadType } from "./event-preview.type.js";
import { SeriesSplitType } from "./series-split.type.js";

@ObjectType({ simpleResolvers: true })
abstract class EventPayload extends PreviewPayloadType {
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
export class UpdateEventPayload extends EventPayload {
  @Field(() => SeriesSplitType, {
    nullable: true,
    description: "What became of the series when THIS_AND_FOLLOWING cut it in two; `event` is the new one. Else null.",
  })
  split!: SeriesSplitResult | null;
}

@ObjectType({
  description:
    "Outcome of `deleteEvent`. Deleting the organizer's meeting mails a cancellation to its attendees; deleting an attendee's copy answers nobody.",
  simpleResolvers: true,
})
export class DeleteEventPayload extends DeletePayloadType {
  @Field(() => EventPreviewType, { nullable: true, description: PREVIEW })
  preview!: EventPreview | null;
}
