import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import type { EventTime } from "../../services/events/event.model.js";
import { localTime, offsetText, startOfDate } from "../../services/events/local-times.js";
import { GraphQLDateTime, GraphQLLocalDateTime, GraphQLTimeZone } from "../common/scalars.js";
import { AllDayType, TimedType } from "./event-time.type.js";

const OF_THE_EVENT = "An IANA or Windows name. Default: the event's own zone, `timeZone`.";

type Timed = Extract<EventTime, { kind: "Timed" }>;
type AllDay = Extract<EventTime, { kind: "AllDay" }>;

/** Nullable, so that a zone that nobody knows costs the field and not the event. */
@Resolver(() => TimedType)
export class TimedResolver {
  @FieldResolver(() => GraphQLLocalDateTime, {
    nullable: true,
    description:
      "What clocks in a zone show at the instant. When clocks are set back, two instants show the same: `offset` tells them apart.",
  })
  local(
    @Root() time: Timed,
    @Arg("timeZone", () => GraphQLTimeZone, { nullable: true, description: OF_THE_EVENT }) timeZone?: string | null,
  ): string {
    return localTime(time.instant, timeZone ?? time.timeZone).local;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "How far clocks in a zone are ahead of UTC at the instant, such as `+05:45` or `-03:00`.",
  })
  offset(
    @Root() time: Timed,
    @Arg("timeZone", () => GraphQLTimeZone, { nullable: true, description: OF_THE_EVENT }) timeZone?: string | null,
  ): string {
    return offsetText(localTime(time.instant, timeZone ?? time.timeZone));
  }
}

@Resolver(() => AllDayType)
export class AllDayResolver {
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      "The first instant of the date in a zone: midnight, or later where clocks skip it. For comparing whole days with times.",
  })
  startOfDay(
    @Root() { date }: AllDay,
    @Arg("timeZone", () => GraphQLTimeZone, { description: "An IANA or Windows name." }) timeZone: string,
  ): Date {
    return startOfDate(date, timeZone);
  }
}
