import { ArrayMaxSize, ArrayMinSize, IsEmail, IsOptional, Length } from "class-validator";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { InvitationState } from "../../services/invitations/invitation.model.js";
import { MAX_NOTE_LENGTH } from "../../services/invitations/invitation-draft.js";
import { PageArgs } from "../common/page-args.js";
import { InvitationStateEnum } from "./invitation.type.js";

export const MAX_INVITATIONS = 100;

const NOTE_TEXT = `A note has 1 to ${MAX_NOTE_LENGTH} characters.`;
const RETURN_LINK =
  "True: the link is answered, once, and no mail is sent. Without a mail server the link is always answered.";

@InputType({ description: "Whom to invite." })
export class InvitationRowInput {
  @Field(() => String, { description: "Address of the mailbox: the mail goes there, and this account must sign in." })
  @IsEmail({}, { message: "The address must look like ann@example.com." })
  address!: string;

  @Field(() => String, { nullable: true, description: "The person's name, for the mail and for the mailbox." })
  @IsOptional()
  @Length(1, 200, { message: "A display name has 1 to 200 characters." })
  displayName?: string | null;
}

@InputType({ description: "One person to invite. A mailbox that is not specified yet is specified." })
export class CreateInvitationInput extends InvitationRowInput {
  @Field(() => ID, { description: "A connection with the access DELEGATED." })
  connectionId!: string;

  @Field(() => String, { nullable: true, description: `Words of your own, at most ${MAX_NOTE_LENGTH} characters.` })
  @IsOptional()
  @Length(1, MAX_NOTE_LENGTH, { message: NOTE_TEXT })
  note?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: RETURN_LINK })
  returnLink!: boolean;
}

@InputType({ description: "Several people to invite at once." })
export class CreateInvitationsInput {
  @Field(() => ID, { description: "A connection with the access DELEGATED." })
  connectionId!: string;

  @Field(() => [InvitationRowInput], { description: `Whom to invite, at most ${MAX_INVITATIONS} a call.` })
  @ArrayMinSize(1, { message: "Give at least one person to invite." })
  @ArrayMaxSize(MAX_INVITATIONS, { message: `At most ${MAX_INVITATIONS} people can be invited in one call.` })
  invitations!: InvitationRowInput[];

  @Field(() => String, { nullable: true, description: "Words of your own, the same for all." })
  @IsOptional()
  @Length(1, MAX_NOTE_LENGTH, { message: NOTE_TEXT })
  note?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: RETURN_LINK })
  returnLink!: boolean;
}

@InputType({ description: "The invitation to send again." })
export class ResendInvitationInput {
  @Field(() => ID, { description: "Which invitation. Its former link works no more." })
  id!: string;

  @Field(() => Boolean, { defaultValue: false, description: RETURN_LINK })
  returnLink!: boolean;
}

@InputType({ description: "The invitation to withdraw." })
export class RevokeInvitationInput {
  @Field(() => ID, { description: "Which invitation. Its link works no more, nor does a sign-in that it began." })
  id!: string;
}

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => InvitationStateEnum, { nullable: true, description: "Only invitations that stand so." })
  state?: InvitationState | null;
}
