import type {
  DayOfWeek,
  RecurrencePatternType,
  RecurrenceRangeType,
  WeekIndex,
} from "../../services/events/series/recurrence.model.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";

export const RecurrencePatternTypeEnum = graphqlEnum<RecurrencePatternType>(
  "RecurrencePatternType",
  "How a series repeats. Other shapes cannot be kept by Microsoft.",
  {
    DAILY: "Every `interval` days.",
    WEEKLY: "Every `interval` weeks on `daysOfWeek`.",
    ABSOLUTE_MONTHLY: "Every `interval` months on `dayOfMonth`, or on the month's last day where it is shorter.",
    RELATIVE_MONTHLY: "Every `interval` months on the `index`th day that is one of `daysOfWeek`.",
    ABSOLUTE_YEARLY: "Every `interval` years on `dayOfMonth` of `month`.",
    RELATIVE_YEARLY: "Every `interval` years on the `index`th day of `month` that is one of `daysOfWeek`.",
    UNKNOWN,
  },
);

export const RecurrenceRangeTypeEnum = graphqlEnum<RecurrenceRangeType>(
  "RecurrenceRangeType",
  "How long a series repeats.",
  {
    END_DATE: "Its last occurrence is on `endDate` or before it.",
    NO_END: "It has no end.",
    NUMBERED: "It has `numberOfOccurrences`, those counted that were removed.",
    UNKNOWN,
  },
);

export const DayOfWeekEnum = graphqlEnum<DayOfWeek>("DayOfWeek", "A day of the week.", {
  SUNDAY: "Sunday.",
  MONDAY: "Monday.",
  TUESDAY: "Tuesday.",
  WEDNESDAY: "Wednesday.",
  THURSDAY: "Thursday.",
  FRIDAY: "Friday.",
  SATURDAY: "Saturday.",
  UNKNOWN,
});

export const WeekIndexEnum = graphqlEnum<WeekIndex>("WeekIndex", "Which of a month's matching days.", {
  FIRST: "The first.",
  SECOND: "The second.",
  THIRD: "The third.",
  FOURTH: "The fourth.",
  LAST: "The last, which may be the fourth or the fifth.",
  UNKNOWN,
});
