import { IsEmail, IsOptional, IsUUID, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

const USER_ID_MESSAGE = "The Graph user id is the Object ID of the user in Entra, a GUID.";
const NAME_MESSAGE = "A display name has 1 to 200 characters.";

@InputType({ description: "A mailbox to be reached through a connection." })
export class CreateMailboxInput {
  @Field(() => ID, { description: "The connection that reaches it." })
  connectionId!: string;

  @Field(() => String, { description: "Its SMTP address or user principal name." })
  @IsEmail({}, { message: "The address must look like ann@example.com." })
  address!: string;

  @Field(() => String, { nullable: true, description: "A name to show." })
  @IsOptional()
  @Length(1, 200, { message: NAME_MESSAGE })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The user's Object ID in Entra. With it, a changed address does no harm.",
  })
  @IsOptional()
  @IsUUID("all", { message: USER_ID_MESSAGE })
  graphUserId?: string | null;
}

@InputType({ description: "Changes to a mailbox. Fields left out stay as they are; null removes a value." })
export class UpdateMailboxInput {
  @Field(() => ID, { description: "Which mailbox." })
  id!: string;

  @Field(() => String, { nullable: true, description: "New SMTP address or user principal name." })
  @IsOptional()
  @IsEmail({}, { message: "The address must look like ann@example.com." })
  address?: string | null;

  @Field(() => String, { nullable: true, description: "New name to show." })
  @IsOptional()
  @Length(1, 200, { message: NAME_MESSAGE })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: "The user's Object ID in Entra." })
  @IsOptional()
  @IsUUID("all", { message: USER_ID_MESSAGE })
  graphUserId?: string | null;
}

@InputType({ description: "The mailbox to take out of the gateway." })
export class DeleteMailboxInput {
  @Field(() => ID, { description: "Which mailbox. Nothing changes at Microsoft." })
  id!: string;
}

@InputType({ description: "One of many mailboxes to be reached through a connection." })
export class MailboxRowInput {
  @Field(() => String, { description: "Its SMTP address or user principal name." })
  address!: string;

  @Field(() => String, { nullable: true, description: "A name to show." })
  displayName?: string | null;
}

@InputType({
  description:
    "Many mailboxes to be reached through a connection: give one of `mailboxes`, `csv`, `directoryUserIds` and `fromGroup`; at most 1,000 at once.",
})
export class CreateMailboxesInput {
  @Field(() => ID, { description: "The connection that reaches them." })
  connectionId!: string;

  @Field(() => [MailboxRowInput], { nullable: true, description: "The mailboxes as a list." })
  mailboxes?: MailboxRowInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The mailboxes as CSV text of at most 128 KiB: address and name, separated by commas, semicolons or tabs. Columns are found by a heading (address, email, user principal name; display name, name) where there is one.",
  })
  csv?: string | null;

  @Field(() => [ID], { nullable: true, description: "Ids of users, as `directoryUsers` gives them." })
  directoryUserIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of a group, as `directoryGroups` gives it: its people of now, with those of the groups within it. Who joins later is not specified by it.",
  })
  fromGroup?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True: says what would become of each row, and stores nothing.",
  })
  dryRun!: boolean;
}

@InputType({ description: "The mailboxes to take out of the gateway." })
export class DeleteMailboxesInput {
  @Field(() => [ID], { description: "Which mailboxes, at most 1,000. Nothing changes at Microsoft." })
  ids!: string[];
}

@InputType({ description: "The mailbox to look up at Microsoft." })
export class RefreshMailboxInput {
  @Field(() => ID, { description: "Which mailbox." })
  id!: string;
}
