import { Field, ObjectType } from "type-graphql";
import type { Mailbox, MailboxState } from "../../services/mailboxes/mailbox.model.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { MailboxStateEnum } from "./mailbox.enums.js";

@ObjectType("Mailbox", {
  implements: NodeType,
  description:
    "A user, room or shared mailbox that the administrator specified for a connection. Mailboxes that are not specified cannot be reached through the gateway.",
  simpleResolvers: true,
})
export class MailboxType extends NodeType implements Mailbox {
  declare readonly kind: "Mailbox";
  readonly organizationId!: string;
  readonly connectionId!: string;

  @Field(() => String, {
    description:
      "Its address in lower case: the primary SMTP address where the directory was read, else as it was specified.",
  })
  address!: string;

  @Field(() => String, { nullable: true, description: "Name as the administrator entered it." })
  displayName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The user's object id at Microsoft, where it is known. Microsoft is then asked by it, so that a changed address does no harm.",
  })
  graphUserId!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When the directory, or the owner's profile, last said whose it is; null when it never did: the address is then as an administrator gave it.",
  })
  identityReadAt!: Date | null;

  @Field(() => MailboxStateEnum, { description: "Whether it can be reached." })
  state!: MailboxState;

  @Field(() => String, { nullable: true, description: "Why, in a sentence." })
  stateReason!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was specified." })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it last changed." })
  updatedAt!: Date;
}

export const MailboxConnectionType = relayTypes("Mailbox", () => MailboxType, "mailboxes");
