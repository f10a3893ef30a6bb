import { Field, ObjectType } from "type-graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { SeriesSplitResult } from "../../services/events/series/split.model.js";
import { GraphQLLocalDate } from "../common/scalars.js";
import { EventObjectType } from "./event.type.js";

@ObjectType("SeriesSplit", {
  description:
    "What became of a series that was cut in two. Attendees get an update of the old one and are invited to the new.",
  simpleResolvers: true,
})
export class SeriesSplitType implements SeriesSplitResult {
  @Field(() => EventObjectType, { description: "The old series, which ends before the occurrence." })
  endedSeries!: CalendarEvent;

  @Field(() => [GraphQLLocalDate], {
    nullable: true,
    description:
      "Dates on which the old series had lost its occurrence and the new one has lost it too. Null where the cloud does not tell them (US Government, China): there they take place again.",
  })
  carriedCancellations!: readonly string[] | null;

  @Field(() => [GraphQLLocalDate], {
    description: "Dates, in the old series, of changed occurrences: the new series has them without those changes.",
  })
  droppedExceptions!: readonly string[];

  @Field(() => Boolean, { description: "True when the old series has attachments, which are not carried over." })
  lacksAttachments!: boolean;
}
