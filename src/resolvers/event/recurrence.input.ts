import { Field, InputType, Int } from "type-graphql";
import type { EventScope } from "../../services/events/series/event-scope.js";
import type {
  DayOfWeek,
  RecurrencePatternType,
  RecurrenceRangeType,
  WeekIndex,
} from "../../services/events/series/recurrence.model.js";
import { graphqlEnum } from "../common/enums.js";
import { GraphQLLocalDate, GraphQLTimeZone } from "../common/scalars.js";
import {
  DayOfWeekEnum,
  RecurrencePatternTypeEnum,
  RecurrenceRangeTypeEnum,
  WeekIndexEnum,
} from "./recurrence.enums.js";

export const EventScopeEnum = graphqlEnum<EventScope>("EventScope", "How much of a series a change concerns.", {
  THIS: "This occurrence alone.",
  THIS_AND_FOLLOWING:
    "This occurrence and all later ones. The series is ended before it and a new one begins with it: attendees get an update of the old series and an invitation to the new one.",
  ALL: "The whole series, changed once at its master.",
});

@InputType({ description: "How a series repeats. Fields that the type does not use must be left out." })
class RecurrencePatternInput {
  @Field(() => RecurrencePatternTypeEnum, { description: "Its shape." })
  type!: RecurrencePatternType;

  @Field(() => Int, { defaultValue: 1, description: "Every how many days, weeks, months or years; at most 999." })
  interval!: number;

  @Field(() => [DayOfWeekEnum], { nullable: true, description: "For WEEKLY and both RELATIVE types." })
  daysOfWeek?: DayOfWeek[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "1 to 31, for both ABSOLUTE types; in shorter months the last day.",
  })
  dayOfMonth?: number | null;

  @Field(() => WeekIndexEnum, { nullable: true, description: "For both RELATIVE types. Default: FIRST." })
  index?: WeekIndex | null;

  @Field(() => Int, { nullable: true, description: "1 to 12, for both types of years." })
  month?: number | null;

  @Field(() => DayOfWeekEnum, { nullable: true, description: "For WEEKLY. Default: SUNDAY." })
  firstDayOfWeek?: DayOfWeek | null;
}

@InputType({ description: "For how long a series repeats." })
class RecurrenceRangeInput {
  @Field(() => RecurrenceRangeTypeEnum, { description: "How it ends." })
  type!: RecurrenceRangeType;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The date of the event's start; no other is taken, so it may be left out.",
  })
  startDate?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "For END_DATE: no occurrence starts after it." })
  endDate?: string | null;

  @Field(() => Int, { nullable: true, description: "For NUMBERED: how many occurrences, at most 9,999." })
  numberOfOccurrences?: number | null;

  @Field(() => GraphQLTimeZone, { nullable: true, description: "Whose clock it follows. Default: the event's zone." })
  recurrenceTimeZone?: string | null;
}

@InputType({
  description:
    "When a series takes place: either `rrule`, or `pattern` with `range`. What Microsoft cannot keep of RFC 5545 is refused by name.",
})
export class RecurrenceInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The value of an RRULE property (RFC 5545), such as `FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T090000Z`. The event's start must be its first date.",
  })
  rrule?: string | null;

  @Field(() => RecurrencePatternInput, { nullable: true, description: "How it repeats, in Microsoft's structure." })
  pattern?: RecurrencePatternInput | null;

  @Field(() => RecurrenceRangeInput, { nullable: true, description: "For how long it repeats." })
  range?: RecurrenceRangeInput | null;
}
