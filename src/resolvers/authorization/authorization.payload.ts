import { Field, ObjectType } from "type-graphql";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { PayloadType } from "../common/payload.type.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { MailboxType } from "../mailbox/mailbox.type.js";

@ObjectType({ description: "Outcome of `beginMailboxAuthorization`.", simpleResolvers: true })
export class BeginMailboxAuthorizationPayload extends PayloadType {
  @Field(() => String, {
    nullable: true,
    description:
      "Send the mailbox's owner there, in a browser: it leads to Microsoft's sign-in and back to a page of this gateway. Works once.",
  })
  authorizationUrl!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Until when the sign-in must be finished." })
  expiresAt!: Date | null;
}

@ObjectType({ description: "Outcome of `disconnectMailbox`.", simpleResolvers: true })
export class DisconnectMailboxPayload extends PayloadType {
  @Field(() => MailboxType, { nullable: true, description: "The mailbox; null when nothing was done." })
  mailbox!: Mailbox | null;
}

@ObjectType({ description: "Outcome of `requestAdminConsent`.", simpleResolvers: true })
export class RequestAdminConsentPayload extends PayloadType {
  @Field(() => String, {
    nullable: true,
    description:
      "Give it to somebody who may approve: it says what is asked and why, leads to Microsoft, and records the approval. Works once.",
  })
  adminConsentUrl!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Until when the link works." })
  expiresAt!: Date | null;
}
