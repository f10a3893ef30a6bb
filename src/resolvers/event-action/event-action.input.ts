import { ArrayMaxSize, IsEmail, IsOptional, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { MeetingScope } from "../../services/events/actions/acting-event.js";
import type { MeetingResponse } from "../../services/events/actions/response-draft.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { MailingMannerInput, WriteMannerInput } from "../event/write-manner.input.js";
import { MeetingResponseEnum, MeetingScopeEnum } from "./event-action.enums.js";

const COMMENT_MESSAGE = "A comment has at most 10,000 characters.";
const VERSION =
  "The `version` that the caller has seen. If the event changed since, nothing is done and a ConflictError tells.";

@InputType({ description: "A meeting to call off." })
export class CancelEventInput extends MailingMannerInput {
  @Field(() => ID, { description: "Which event; of a series also an occurrence." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What attendees are told, at most 10,000 characters." })
  @IsOptional()
  @MaxLength(10_000, { message: COMMENT_MESSAGE })
  comment?: string | null;

  @Field(() => MeetingScopeEnum, { defaultValue: "THIS", description: "How much of a series." })
  scope!: MeetingScope;

  @Field(() => String, { nullable: true, description: VERSION })
  expectedVersion?: string | null;
}

@InputType({ description: "Another time that an attendee would like." })
export class ProposedTimeInput {
  @Field(() => GraphQLDateTime, { description: "When it would start." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "When it would end, exclusive." })
  end!: Date;
}

@InputType({ description: "An answer to an invitation." })
export class RespondToEventInput extends WriteMannerInput {
  @Field(() => ID, { description: "Which event; of a series also an occurrence." })
  id!: string;

  @Field(() => MeetingResponseEnum, { description: "The answer." })
  response!: MeetingResponse;

  @Field(() => MeetingScopeEnum, { defaultValue: "THIS", description: "How much of a series." })
  scope!: MeetingScope;

  @Field(() => String, {
    nullable: true,
    description: "What the organizer is told, at most 10,000 characters. It travels with the response.",
  })
  @IsOptional()
  @MaxLength(10_000, { message: COMMENT_MESSAGE })
  comment?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the organizer is mailed; otherwise the answer stays in this calendar. Default: as the organizer asked (`responseRequested`).",
  })
  sendResponse?: boolean | null;

  @Field(() => ProposedTimeInput, {
    nullable: true,
    description: "Another time, with TENTATIVE or DECLINE, where the organizer takes proposals. It is always sent.",
  })
  proposedNewTime?: ProposedTimeInput | null;

  @Field(() => String, { nullable: true, description: VERSION })
  expectedVersion?: string | null;
}

@InputType({ description: "Somebody to be mailed." })
export class RecipientInput {
  @Field(() => String, { description: "SMTP address." })
  @IsEmail({}, { message: "A recipient's address must look like ann@example.com." })
  address!: string;

  @Field(() => String, { nullable: true, description: "Display name." })
  @IsOptional()
  @MaxLength(255, { message: "A name has at most 255 characters." })
  name?: string | null;
}

@InputType({ description: "An invitation to pass on." })
export class ForwardEventInput extends MailingMannerInput {
  @Field(() => ID, { description: "Which event." })
  id!: string;

  @Field(() => [RecipientInput], { description: "Who is invited, 1 to 500." })
  @ArrayMaxSize(500, { message: "A meeting is forwarded to at most 500 people." })
  @ValidateNested({ each: true })
  to!: RecipientInput[];

  @Field(() => String, { nullable: true, description: "What they are told, at most 10,000 characters." })
  @IsOptional()
  @MaxLength(10_000, { message: COMMENT_MESSAGE })
  comment?: string | null;
}

@InputType({ description: "A reminder that comes again later." })
export class SnoozeReminderInput extends WriteMannerInput {
  @Field(() => ID, { description: "Which event." })
  id!: string;

  @Field(() => GraphQLDateTime, { description: "When it comes again; a time that has not passed yet." })
  until!: Date;
}

@InputType({ description: "A reminder that has been seen." })
export class DismissReminderInput extends WriteMannerInput {
  @Field(() => ID, { description: "Which event." })
  id!: string;
}

@InputType({ description: "An event and the calendar that it goes to." })
export class MoveEventInput extends WriteMannerInput {
  @Field(() => ID, { description: "Which event." })
  id!: string;

  @Field(() => ID, { description: "Another calendar of the same mailbox." })
  calendarId!: string;

  @Field(() => String, { nullable: true, description: VERSION })
  expectedVersion?: string | null;
}
