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
