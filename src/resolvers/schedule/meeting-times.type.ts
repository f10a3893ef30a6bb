import { Field, Int, ObjectType } from "type-graphql";
import type { AppError } from "../../lib/app-error.js";
import type {
  Attendance,
  MeetingPerson,
  MeetingReasonKind,
  MeetingRoom,
  MeetingSuggestion,
  MeetingTimes,
  NoMeetingReasonKind,
  Reason,
  ScheduleFacts,
} from "../../services/meeting-times/meeting-times.model.js";
import type { ScheduleSource } from "../../services/schedules/schedule.model.js";
import type { SlotStatus } from "../../services/scheduling/meeting-slots.js";
import type { WorkingHours } from "../../services/scheduling/working-hours.js";
import { GraphQLDateTime, GraphQLTimeZone } from "../common/scalars.js";
import {
  AttendanceStatusEnum,
  MeetingReasonKindEnum,
  NoMeetingReasonKindEnum,
  ScheduleSourceEnum,
} from "./schedule.enums.js";

@ObjectType({ simpleResolvers: true })
abstract class ScheduleFactsType implements ScheduleFacts {
  readonly mailboxId!: string | null;
  readonly error!: AppError | null;

  @Field(() => String, { description: "SMTP address in lower case." })
  address!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When Microsoft was asked; null when nothing is known.",
  })
  asOf!: Date | null;

  @Field(() => ScheduleSourceEnum, { nullable: true, description: "Where the times come from; null as `asOf` is." })
  source!: ScheduleSource | null;
}

@ObjectType("MeetingPerson", { description: "Somebody whose time was looked at.", simpleResolvers: true })
export class MeetingPersonType extends ScheduleFactsType implements MeetingPerson {
  readonly workingHours!: WorkingHours | null;

  @Field(() => Boolean, { description: "Whether the person must be there." })
  isRequired!: boolean;
}

@ObjectType("MeetingRoom", { description: "A room whose time was looked at.", simpleResolvers: true })
export class MeetingRoomType extends ScheduleFactsType implements MeetingRoom {
  @Field(() => String, {
    nullable: true,
    description: "Name in the tenant's directory; null for rooms named by mailbox.",
  })
  displayName!: string | null;

  @Field(() => Int, { nullable: true, description: "Seats; null where Microsoft does not tell." })
  capacity!: number | null;
}

@ObjectType("MeetingReason", { description: "What speaks for or against a suggested time.", simpleResolvers: true })
export class MeetingReasonType implements Reason<MeetingReasonKind> {
  @Field(() => MeetingReasonKindEnum, { description: "What it is." })
  kind!: MeetingReasonKind;

  @Field(() => String, { description: "The same in a sentence." })
  message!: string;
}

@ObjectType("NoMeetingReason", { description: "Why no time was found.", simpleResolvers: true })
export class NoMeetingReasonType implements Reason<NoMeetingReasonKind> {
  @Field(() => NoMeetingReasonKindEnum, { description: "The first condition that left nothing." })
  kind!: NoMeetingReasonKind;

  @Field(() => String, { description: "The same in a sentence, with those concerned." })
  message!: string;
}

@ObjectType("MeetingAttendance", { description: "How somebody stands to a suggested time.", simpleResolvers: true })
export class MeetingAttendanceType implements Attendance {
  @Field(() => MeetingPersonType, { description: "Who." })
  person!: MeetingPerson;

  @Field(() => AttendanceStatusEnum, { description: "Whether he or she can come." })
  status!: SlotStatus;

  @Field(() => Boolean, {
    description:
      "Whether the meeting lies in the person's working hours; true where they do not matter or are not told.",
  })
  isInWorkingHours!: boolean;
}

@ObjectType("MeetingSuggestion", { description: "A time at which the meeting is possible.", simpleResolvers: true })
export class MeetingSuggestionType implements MeetingSuggestion {
  @Field(() => GraphQLDateTime, { description: "When it would start." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "When it would end." })
  end!: Date;

  @Field(() => GraphQLTimeZone, { description: "The zone that was asked for." })
  timeZone!: string;

  @Field(() => Int, {
    description:
      "0 to 100: how many can come, required people counting 70 and optional ones 30. Of equals the earlier is first.",
  })
  score!: number;

  @Field(() => [MeetingReasonType], { description: "Why it has this score." })
  reasons!: readonly Reason<MeetingReasonKind>[];

  @Field(() => [MeetingAttendanceType], { description: "How everybody stands to it, required people first." })
  attendance!: readonly Attendance[];

  @Field(() => [MeetingRoomType], {
    description: "Rooms that are free then: named ones, then found ones from the smallest on.",
  })
  rooms!: readonly MeetingRoom[];
}

@ObjectType("MeetingTimes", { description: "Outcome of a search for times.", simpleResolvers: true })
export class MeetingTimesType implements MeetingTimes {
  @Field(() => [MeetingSuggestionType], { description: "The best first; as many as were asked for at most." })
  suggestions!: readonly MeetingSuggestion[];

  @Field(() => [NoMeetingReasonType], { description: "Why there is no suggestion; empty when there is one." })
  emptyReasons!: readonly Reason<NoMeetingReasonKind>[];

  @Field(() => [MeetingPersonType], { description: "Everybody who was looked at, with how fresh that is." })
  people!: readonly MeetingPerson[];

  @Field(() => [MeetingRoomType], { description: "The rooms that were looked at." })
  rooms!: readonly MeetingRoom[];
}
