import { Field, Float, ID, InputType, Int } from "type-graphql";
import type { MeetingHours } from "../../services/meeting-times/meeting-times.model.js";
import { GraphQLDateTime, GraphQLTimeZone } from "../common/scalars.js";
import { RoomFilterInput } from "../room/room.input.js";
import { MeetingHoursEnum } from "./schedule.enums.js";

@InputType({ description: "A span of time." })
export class TimeRangeInput {
  @Field(() => GraphQLDateTime, { description: "When it starts." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "When it ends, exclusive." })
  end!: Date;
}

@InputType({ description: "Rooms to choose from: named ones, those of a tenant's directory, or both." })
export class MeetingRoomsInput {
  @Field(() => [ID], { defaultValue: [], description: "Specified mailboxes of rooms." })
  mailboxIds!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: "The connection in whose tenant rooms are looked for. Needs Place.Read.All.",
  })
  connectionId?: string | null;

  @Field(() => RoomFilterInput, { nullable: true, description: "Which of the tenant's rooms; at most 100 may match." })
  filter?: RoomFilterInput | null;

  @Field(() => Int, { defaultValue: 1, description: "How many must be free; 0 only tells which are." })
  count!: number;
}

@InputType({ description: "The meeting that a time is looked for." })
export class FindMeetingTimesInput {
  @Field(() => [ID], {
    defaultValue: [],
    description: "Mailboxes of people who must be there. With `optional` at most 100.",
  })
  required!: readonly string[];

  @Field(() => [ID], { defaultValue: [], description: "Mailboxes of people who may be there." })
  optional!: readonly string[];

  @Field(() => MeetingRoomsInput, { nullable: true, description: "Rooms to choose from. Default: no room is needed." })
  rooms?: MeetingRoomsInput | null;

  @Field(() => GraphQLDateTime, { description: "No meeting starts before it." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "No meeting ends after it; at most 62 days after `start`." })
  end!: Date;

  @Field(() => Int, { description: "How long the meeting lasts, 1 to 1,440 minutes." })
  durationMinutes!: number;

  @Field(() => Int, {
    defaultValue: 30,
    description: "Meetings start at whole steps from midnight in `timeZone`: 5 to 1,440 minutes.",
  })
  stepMinutes!: number;

  @Field(() => GraphQLTimeZone, { defaultValue: "UTC", description: "The zone of steps and of the answer." })
  timeZone!: string;

  @Field(() => MeetingHoursEnum, { defaultValue: "WORKING_HOURS", description: "At which hours it may be." })
  hours!: MeetingHours;

  @Field(() => Int, { defaultValue: 0, description: "Minutes before the meeting in which people must be free too." })
  bufferBeforeMinutes!: number;

  @Field(() => Int, { defaultValue: 0, description: "Minutes after the meeting in which people must be free too." })
  bufferAfterMinutes!: number;

  @Field(() => Int, { defaultValue: 0, description: "Minutes from now on in which no meeting may start." })
  minimumNoticeMinutes!: number;

  @Field(() => [TimeRangeInput], { defaultValue: [], description: "Spans without meetings; at most 100." })
  excluded!: readonly TimeRangeInput[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether something tentative leaves people able to come; such times rank lower.",
  })
  allowTentative!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether required people of whom nothing is known are taken to be able to come; such times rank lower.",
  })
  allowUnknown!: boolean;

  @Field(() => Float, {
    defaultValue: 0,
    description: "Share of the optional people who must be able to come, 0 to 1.",
  })
  minimumOptionalShare!: number;

  @Field(() => Int, { defaultValue: 10, description: "Suggestions to give at most, 1 to 100." })
  maxResults!: number;
}
