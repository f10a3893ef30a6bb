import { ArrayMaxSize, IsEmail, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { AttendeeType } from "../../services/events/event.model.js";
import { AttendeeTypeEnum } from "../event/event.enums.js";
import { AttendeeInput } from "../event/event.input.js";
import { MailingMannerInput } from "../event/write-manner.input.js";

const ADDRESS_MESSAGE = "An attendee's address must look like ann@example.com.";
const VERSION =
  "The `version` that the caller has seen. Without it the list is changed as it is at that moment, which is safe too.";

@InputType({ description: "People and rooms to invite besides those who are." })
export class AddAttendeesInput extends MailingMannerInput {
  @Field(() => ID, { description: "Which event; of a series also an occurrence, which then differs from the series." })
  id!: string;

  @Field(() => [AttendeeInput], { description: "Whom to add, 1 to 500; rooms with the type RESOURCE." })
  @ArrayMaxSize(500, { message: "Microsoft allows at most 500 attendees." })
  @ValidateNested({ each: true })
  attendees!: AttendeeInput[];

  @Field(() => String, { nullable: true, description: VERSION })
  expectedVersion?: string | null;
}

@InputType({ description: "People and rooms to take off the list." })
export class RemoveAttendeesInput extends MailingMannerInput {
  @Field(() => ID, { description: "Which event; of a series also an occurrence, which then differs from the series." })
  id!: string;

  @Field(() => [String], { description: "Their addresses in any case, 1 to 500." })
  @ArrayMaxSize(500, { message: "Microsoft allows at most 500 attendees." })
  @IsEmail({}, { each: true, message: ADDRESS_MESSAGE })
  addresses!: string[];

  @Field(() => String, { nullable: true, description: VERSION })
  expectedVersion?: string | null;
}

@InputType({ description: "Another way to invite somebody who is on the list." })
export class UpdateAttendeeInput extends MailingMannerInput {
  @Field(() => ID, { description: "Which event; of a series also an occurrence, which then differs from the series." })
  id!: string;

  @Field(() => String, { description: "Their address in any case." })
  @IsEmail({}, { message: ADDRESS_MESSAGE })
  address!: string;

  @Field(() => AttendeeTypeEnum, { description: "How they are invited from now on." })
  type!: AttendeeType;

  @Field(() => String, { nullable: true, description: VERSION })
  expectedVersion?: string | null;
}
