import { ArrayMaxSize, IsEmail, IsOptional, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { AttendeeType, BodyType, Importance, Sensitivity, ShowAs } from "../../services/events/event.model.js";
import type { EventScope } from "../../services/events/series/event-scope.js";
import { GraphQLLocalDate, GraphQLLocalDateTime, GraphQLTimeZone } from "../common/scalars.js";
import { AttendeeTypeEnum, BodyTypeEnum, ImportanceEnum, SensitivityEnum, ShowAsEnum } from "./event.enums.js";
import { EventDetailsInput } from "./event-details.input.js";
import { EventScopeEnum, RecurrenceInput } from "./recurrence.input.js";
import { MailingMannerInput } from "./write-manner.input.js";

const SCOPE =
  "How much of a series it concerns. Default: what `id` names, which is one occurrence (THIS) or the series (ALL).";
const SUBJECT_MESSAGE = "A subject has at most 255 characters.";
const LOCATION_MESSAGE = "A location has at most 255 characters.";
const CATEGORIES_MESSAGE = "An event has at most 50 categories.";
const CATEGORY_MESSAGE = "A category has at most 255 characters.";

@InputType({
  description:
    "A bound of an event: either `date` for an event that lasts whole days, or `dateTime` with its `timeZone`.",
})
export class EventTimeInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: "The date. As an end it is exclusive." })
  date?: string | null;

  @Field(() => GraphQLLocalDateTime, { nullable: true, description: "The wall-clock time in `timeZone`." })
  dateTime?: string | null;

  @Field(() => GraphQLTimeZone, { nullable: true, description: "The zone of `dateTime`: an IANA or Windows name." })
  timeZone?: string | null;
}

@InputType({ description: "The text of an event." })
export class EventBodyInput {
  @Field(() => BodyTypeEnum, { defaultValue: "TEXT", description: "Its format." })
  contentType!: BodyType;

  @Field(() => String, { description: "The text in that format, at most 100,000 characters." })
  @MaxLength(100_000, { message: "A body has at most 100,000 characters." })
  content!: string;
}

@InputType({ description: "Somebody to invite." })
export class AttendeeInput {
  @Field(() => String, { description: "SMTP address." })
  @IsEmail({}, { message: "An attendee's address must look like ann@example.com." })
  address!: string;

  @Field(() => String, { nullable: true, description: "Display name, at most 255 characters." })
  @IsOptional()
  @MaxLength(255, { message: "An attendee's name has at most 255 characters." })
  name?: string | null;

  @Field(() => AttendeeTypeEnum, { defaultValue: "REQUIRED", description: "How they are invited." })
  type!: AttendeeType;
}

@InputType({
  description:
    "A new event. Microsoft mails an invitation to every attendee, which nobody can suppress; without attendees nobody is mailed.",
})
export class CreateEventInput extends EventDetailsInput {
  @Field(() => ID, { description: "The mailbox to write to." })
  mailboxId!: string;

  @Field(() => ID, { nullable: true, description: "A calendar of that mailbox. Default: its default calendar." })
  calendarId?: string | null;

  @Field(() => String, { description: "Its title, at most 255 characters." })
  @MaxLength(255, { message: SUBJECT_MESSAGE })
  subject!: string;

  @Field(() => EventTimeInput, { description: "When it starts." })
  start!: EventTimeInput;

  @Field(() => EventTimeInput, { description: "When it ends, exclusive; of the same kind as `start`." })
  end!: EventTimeInput;

  @Field(() => EventBodyInput, { nullable: true, description: "Its text." })
  @IsOptional()
  @ValidateNested()
  body?: EventBodyInput | null;

  @Field(() => String, { nullable: true, description: "Where it takes place, at most 255 characters." })
  @IsOptional()
  @MaxLength(255, { message: LOCATION_MESSAGE })
  location?: string | null;

  @Field(() => [AttendeeInput], { nullable: true, description: "Who is invited, at most 500." })
  @IsOptional()
  @ArrayMaxSize(500, { message: "Microsoft allows at most 500 attendees." })
  @ValidateNested({ each: true })
  attendees?: AttendeeInput[] | null;

  @Field(() => ShowAsEnum, { nullable: true, description: "What others see of the time. Microsoft's default: BUSY." })
  showAs?: ShowAs | null;

  @Field(() => SensitivityEnum, { nullable: true, description: "How confidential it is. Default: NORMAL." })
  sensitivity?: Sensitivity | null;

  @Field(() => ImportanceEnum, { nullable: true, description: "How important it is. Default: NORMAL." })
  importance?: Importance | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether attendees may propose another time. Default: true. It is chosen now: Microsoft documents no way to change it later.",
  })
  allowNewTimeProposals?: boolean | null;

  @Field(() => [String], { nullable: true, description: "Names of its categories, at most 50." })
  @IsOptional()
  @ArrayMaxSize(50, { message: CATEGORIES_MESSAGE })
  @MaxLength(255, { each: true, message: CATEGORY_MESSAGE })
  categories?: string[] | null;

  @Field(() => RecurrenceInput, { nullable: true, description: "Makes a series of it, from `start` on." })
  recurrence?: RecurrenceInput | null;
}

@InputType({
  description:
    "Changes to an event. Fields left out stay as they are. When it has attendees, Microsoft mails them an update, which nobody can suppress.",
})
export class UpdateEventInput extends EventDetailsInput {
  @Field(() => ID, { description: "Which event." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The `version` that the change is based on. If the event changed since, nothing is written and a ConflictError tells.",
  })
  expectedVersion?: string | null;

  @Field(() => String, { nullable: true, description: "New title." })
  @IsOptional()
  @MaxLength(255, { message: SUBJECT_MESSAGE })
  subject?: string | null;

  @Field(() => EventTimeInput, { nullable: true, description: "New start; needs `end` too." })
  start?: EventTimeInput | null;

  @Field(() => EventTimeInput, { nullable: true, description: "New end; needs `start` too." })
  end?: EventTimeInput | null;

  @Field(() => EventBodyInput, {
    nullable: true,
    description:
      "New text. In an online meeting the block with the join link is kept, and a TEXT becomes HTML around it; where the block cannot be found with certainty, nothing is written.",
  })
  @IsOptional()
  @ValidateNested()
  body?: EventBodyInput | null;

  @Field(() => String, { nullable: true, description: "New location." })
  @IsOptional()
  @MaxLength(255, { message: LOCATION_MESSAGE })
  location?: string | null;

  @Field(() => ShowAsEnum, { nullable: true, description: "What others see of the time." })
  showAs?: ShowAs | null;

  @Field(() => SensitivityEnum, { nullable: true, description: "How confidential it is." })
  sensitivity?: Sensitivity | null;

  @Field(() => ImportanceEnum, { nullable: true, description: "How important it is." })
  importance?: Importance | null;

  @Field(() => [String], {
    nullable: true,
    description: "Names of its categories, at most 50; replaces the former list.",
  })
  @IsOptional()
  @ArrayMaxSize(50, { message: CATEGORIES_MESSAGE })
  @MaxLength(255, { each: true, message: CATEGORY_MESSAGE })
  categories?: string[] | null;

  @Field(() => RecurrenceInput, {
    nullable: true,
    description:
      "New recurrence of a series, or of a single event that becomes one. Null makes a series a single event.",
  })
  recurrence?: RecurrenceInput | null;

  @Field(() => EventScopeEnum, { nullable: true, description: SCOPE })
  scope?: EventScope | null;
}

@InputType({
  description:
    "The event to delete. When its organizer deletes a meeting, Microsoft mails a cancellation; when an attendee does, nobody is told.",
})
export class DeleteEventInput extends MailingMannerInput {
  @Field(() => ID, { description: "Which event." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "The `version` that is to be deleted; another one is left alone.",
  })
  expectedVersion?: string | null;

  @Field(() => EventScopeEnum, { nullable: true, description: SCOPE })
  scope?: EventScope | null;
}
