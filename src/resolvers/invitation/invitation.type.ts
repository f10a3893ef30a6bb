import { Field, ObjectType } from "type-graphql";
import type { Invitation, InvitationState } from "../../services/invitations/invitation.model.js";
import { graphqlEnum } from "../common/enums.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime } from "../common/scalars.js";

export const InvitationStateEnum = graphqlEnum<InvitationState>("InvitationState", "Where an invitation stands.", {
  PENDING: "Its mail waits to be sent; `stateReason` says so when it failed before.",
  SENT: "The mail server took its mail, or its link was handed out. Nobody has opened it.",
  DELIVERY_FAILED: "Its mail could not be sent and is not tried again; `stateReason` says why.",
  OPENED: "Its page was shown: to the person, or to a program that checks the links of mails.",
  ACCEPTED: "The mailbox was connected. The link works no more.",
  EXPIRED: "Nobody accepted it in time. It can be sent again.",
  REVOKED: "It was withdrawn.",
});

@ObjectType("Invitation", {
  implements: NodeType,
  description:
    "One person asked to connect one mailbox. Its link is told once, when it is made, and can never be read.",
  simpleResolvers: true,
})
export class InvitationType extends NodeType implements Omit<Invitation, "createdBy"> {
  declare readonly kind: "Invitation";
  readonly organizationId!: string;
  readonly connectionId!: string;
  readonly mailboxId!: string;
  readonly createdBy!: string | null;

  @Field(() => String, { description: "Who is invited: this account alone may sign in." })
  address!: string;

  @Field(() => String, { nullable: true, description: "What whoever invited added in words of their own." })
  note!: string | null;

  @Field(() => InvitationStateEnum, { description: "Where it stands." })
  state!: InvitationState;

  @Field(() => String, { nullable: true, description: "Why, in a sentence." })
  stateReason!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was made." })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "Until when its link works." })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the mail server took its mail." })
  sentAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When its page was first shown." })
  openedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the mailbox was connected." })
  acceptedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was withdrawn." })
  revokedAt!: Date | null;
}

export const InvitationConnectionType = relayTypes("Invitation", () => InvitationType, "invitations");
