import { createUnionType, Field, ObjectType } from "type-graphql";
import type { TimeZoneSource } from "../../services/events/event.model.js";
import { GraphQLDateTime, GraphQLLocalDate, GraphQLTimeZone } from "../common/scalars.js";
import { TimeZoneSourceEnum } from "./event.enums.js";

@ObjectType("AllDay", {
  description: "A bound of an event that lasts whole days: a date, the same in every zone.",
  simpleResolvers: true,
})
export class AllDayType {
  @Field(() => GraphQLLocalDate, {
    description:
      "The date. As an end it is exclusive: an event on 2 March alone starts on 2 March and ends on 3 March.",
  })
  date!: string;
}

@ObjectType("Timed", { description: "A bound of an event at a point in time.", simpleResolvers: true })
export class TimedType {
  @Field(() => GraphQLDateTime, { description: "The instant, in UTC." })
  instant!: Date;

  @Field(() => GraphQLTimeZone, { description: "The zone that the event was made in, as an IANA name." })
  timeZone!: string;

  @Field(() => TimeZoneSourceEnum, { description: "Where that zone comes from." })
  timeZoneSource!: TimeZoneSource;
}

export const EventTimeUnion = createUnionType({
  name: "EventTime",
  description: "Start or end of an event: a date for events that last whole days, else an instant with its zone.",
  types: () => [AllDayType, TimedType] as const,
});
