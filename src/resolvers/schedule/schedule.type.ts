import { Field, Int, ObjectType } from "type-graphql";
import type { AppError, AppErrorCode } from "../../lib/app-error.js";
import type { ShowAs } from "../../services/events/event.model.js";
import type { BusyBlock } from "../../services/schedules/busy-blocks.js";
import type { Schedule, ScheduleItem, ScheduleSource } from "../../services/schedules/schedule.model.js";
import { reasonOf, type ScheduleErrorReason } from "../../services/schedules/schedule-failure.js";
import type { WorkingHours } from "../../services/scheduling/working-hours.js";
import type { DayOfWeek } from "../../services/scheduling/zone-days.js";
import { GraphQLDateTime, GraphQLTimeZone } from "../common/scalars.js";
import { ErrorCodeEnum } from "../common/user-error.type.js";
import { ShowAsEnum } from "../event/event.enums.js";
import { ScheduleDayEnum, ScheduleErrorReasonEnum, ScheduleSourceEnum } from "./schedule.enums.js";

@ObjectType("ScheduleItem", { description: "A span in which a calendar holds something.", simpleResolvers: true })
export class ScheduleItemType implements ScheduleItem {
  @Field(() => ShowAsEnum, { description: "What others see of the time." })
  status!: ShowAs;

  @Field(() => GraphQLDateTime, { description: "When it starts." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "When it ends." })
  end!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Title; null where it is private, not told, or the address is no specified mailbox.",
  })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: "Place; null as `subject` is." })
  location!: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is private; null where Microsoft does not tell." })
  isPrivate!: boolean | null;
}

@ObjectType("BusyBlock", {
  description: "A span that is not free. Blocks do not overlap: the strongest status holds.",
  simpleResolvers: true,
})
export class BusyBlockType implements BusyBlock {
  @Field(() => GraphQLDateTime, { description: "When it starts." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "When it ends." })
  end!: Date;

  @Field(() => ShowAsEnum, { description: "The strongest status in it; never FREE." })
  status!: ShowAs;
}

@ObjectType("ScheduleWorkingHours", { description: "When somebody works, on their own clock.", simpleResolvers: true })
export class ScheduleWorkingHoursType {
  @Field(() => [ScheduleDayEnum], { description: "The days that are worked on." })
  daysOfWeek!: readonly DayOfWeek[];

  @Field(() => String, { description: "When work begins, as `09:00`." })
  startTime!: string;

  @Field(() => String, { description: "When work ends, as `17:00`; at or before the start: on the next day." })
  endTime!: string;

  @Field(() => GraphQLTimeZone, {
    nullable: true,
    description: "The zone of these times; null for a zone that somebody made up.",
  })
  timeZone!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of a made-up zone: minutes that its standard time is ahead of UTC. Its clock changes are not known.",
  })
  utcOffsetMinutes!: number | null;
}

@ObjectType("ScheduleError", { description: "Why free and busy times are not known.", simpleResolvers: true })
export class ScheduleErrorType {
  @Field(() => ScheduleErrorReasonEnum, { description: "What kind of reason it is." })
  reason!: ScheduleErrorReason;

  @Field(() => ErrorCodeEnum, { description: "Machine code, as in `errors`." })
  code!: AppErrorCode;

  @Field(() => String, { description: "What is wrong, in a sentence." })
  message!: string;

  @Field(() => String, { nullable: true, description: "Microsoft's code; null where Microsoft was not asked." })
  upstreamCode!: string | null;

  @Field(() => Boolean, { description: "True when the same question may be answered later." })
  retryable!: boolean;
}

@ObjectType("Schedule", { description: "Free and busy times of one address in a window.", simpleResolvers: true })
export class ScheduleType implements Schedule {
  readonly mailboxId!: string | null;
  readonly intervalMinutes!: number;
  readonly workingHours!: WorkingHours | null;
  readonly error!: AppError | null;

  @Field(() => String, { description: "SMTP address in lower case." })
  address!: string;

  @Field(() => GraphQLDateTime, { description: "Start of the window." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "End of the window." })
  end!: Date;

  @Field(() => [ScheduleItemType], { description: "What the default calendar holds, by start; free items too." })
  items!: readonly ScheduleItem[];

  @Field(() => String, {
    nullable: true,
    description:
      "A digit for each slot from the start on: 0 free or working elsewhere, 1 tentative, 2 busy, 3 out of office, 4 working elsewhere. Null when it is not known.",
  })
  availabilityView!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When Microsoft was asked; null when it was not." })
  asOf!: Date | null;

  @Field(() => ScheduleSourceEnum, { nullable: true, description: "Where it comes from; null when nothing is known." })
  source!: ScheduleSource | null;
}

export function toErrorType(error: AppError | null): ScheduleErrorType | null {
  if (error === null) return null;
  return {
    reason: reasonOf(error),
    code: error.code,
    message: error.message,
    upstreamCode: error.facts.upstream?.code ?? null,
    retryable: error.facts.retryable ?? false,
  };
}

export function toWorkingHoursType(hours: WorkingHours | null): ScheduleWorkingHoursType | null {
  if (hours === null) return null;
  const { daysOfWeek, timeZone, utcOffsetMinutes, startMinute, endMinute } = hours;
  return { daysOfWeek, timeZone, utcOffsetMinutes, startTime: clock(startMinute), endTime: clock(endMinute) };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
