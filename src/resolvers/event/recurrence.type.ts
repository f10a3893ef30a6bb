import { Field, Int, ObjectType } from "type-graphql";
import type {
  DayOfWeek,
  Recurrence,
  RecurrencePattern,
  RecurrencePatternType,
  RecurrenceRange,
  RecurrenceRangeType,
  WeekIndex,
} from "../../services/events/series/recurrence.model.js";
import { GraphQLLocalDate, GraphQLTimeZone } from "../common/scalars.js";
import {
  DayOfWeekEnum,
  RecurrencePatternTypeEnum,
  RecurrenceRangeTypeEnum,
  WeekIndexEnum,
} from "./recurrence.enums.js";

@ObjectType("RecurrencePattern", {
  description: "How a series repeats. Fields that the type does not use are null.",
  simpleResolvers: true,
})
class RecurrencePatternObjectType implements RecurrencePattern {
  @Field(() => RecurrencePatternTypeEnum, { description: "Its shape." })
  type!: RecurrencePatternType;

  @Field(() => Int, { description: "Every how many days, weeks, months or years." })
  interval!: number;

  @Field(() => [DayOfWeekEnum], { nullable: true, description: "The days of the week." })
  daysOfWeek!: readonly DayOfWeek[] | null;

  @Field(() => Int, { nullable: true, description: "1 to 31; in shorter months it is the last day." })
  dayOfMonth!: number | null;

  @Field(() => WeekIndexEnum, { nullable: true, description: "Which of the month's matching days." })
  index!: WeekIndex | null;

  @Field(() => Int, { nullable: true, description: "1 to 12." })
  month!: number | null;

  @Field(() => DayOfWeekEnum, {
    nullable: true,
    description: "Which days share a week; matters to weekly patterns with an `interval` above 1.",
  })
  firstDayOfWeek!: DayOfWeek | null;
}

@ObjectType("RecurrenceRange", {
  description: "From when to when a series repeats; dates are those of its zone.",
  simpleResolvers: true,
})
class RecurrenceRangeObjectType implements RecurrenceRange {
  @Field(() => RecurrenceRangeTypeEnum, { description: "How it ends." })
  type!: RecurrenceRangeType;

  @Field(() => GraphQLLocalDate, { description: "The date of the first occurrence." })
  startDate!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: "No occurrence starts after this date." })
  endDate!: string | null;

  @Field(() => Int, { nullable: true, description: "How many occurrences it has, those counted that were removed." })
  numberOfOccurrences!: number | null;

  @Field(() => GraphQLTimeZone, { description: "The zone whose clock it follows through changes of clocks." })
  recurrenceTimeZone!: string;
}

@ObjectType("Recurrence", {
  description: "When a series takes place, as Microsoft's structure and as RFC 5545 text.",
  simpleResolvers: true,
})
export class RecurrenceObjectType implements Recurrence {
  readonly master!: Recurrence["master"];

  @Field(() => RecurrencePatternObjectType, { description: "How it repeats." })
  pattern!: RecurrencePattern;

  @Field(() => RecurrenceRangeObjectType, { description: "For how long." })
  range!: RecurrenceRange;

  @Field(() => String, {
    nullable: true,
    description:
      "The value of an RRULE property, to be read with the event's `start` as DTSTART. Null where Microsoft uses a word that is not known here.",
  })
  rrule!: string | null;
}
