import { Field, ObjectType } from "type-graphql";
import type { Invitation } from "../../services/invitations/invitation.model.js";
import { PayloadType } from "../common/payload.type.js";
import { UserErrorType } from "../common/user-error.type.js";
import { InvitationType } from "./invitation.type.js";

const LINK = "The link for the person, told this once; null when a mail carries it. Anybody who has it can open it.";

@ObjectType({ simpleResolvers: true })
abstract class InvitationPayload extends PayloadType {
  @Field(() => InvitationType, { nullable: true, description: "The invitation; null when nothing was done." })
  invitation!: Invitation | null;
}

@ObjectType({ simpleResolvers: true })
abstract class IssuedInvitationPayload extends InvitationPayload {
  @Field(() => String, { nullable: true, description: LINK })
  link!: string | null;
}

@ObjectType({ description: "Outcome of `createInvitation`.", simpleResolvers: true })
export class CreateInvitationPayload extends IssuedInvitationPayload {}

@ObjectType({ description: "Outcome of `resendInvitation`.", simpleResolvers: true })
export class ResendInvitationPayload extends IssuedInvitationPayload {}

@ObjectType({ description: "Outcome of `revokeInvitation`.", simpleResolvers: true })
export class RevokeInvitationPayload extends InvitationPayload {}

@ObjectType("InvitationResult", { description: "What came of one row of `createInvitations`.", simpleResolvers: true })
export class InvitationResultType {
  @Field(() => String, { description: "The address as it was given." })
  address!: string;

  @Field(() => InvitationType, { nullable: true, description: "The invitation; null when none was made." })
  invitation!: Invitation | null;

  @Field(() => String, { nullable: true, description: LINK })
  link!: string | null;

  @Field(() => [UserErrorType], { description: "Why none was made; empty when one was. `path` is below the row." })
  errors!: UserErrorType[];
}

@ObjectType({ description: "Outcome of `createInvitations`.", simpleResolvers: true })
export class CreateInvitationsPayload extends PayloadType {
  @Field(() => [InvitationResultType], {
    nullable: true,
    description: "One for each row, in their order; null when the input as a whole was refused.",
  })
  results!: InvitationResultType[] | null;
}
