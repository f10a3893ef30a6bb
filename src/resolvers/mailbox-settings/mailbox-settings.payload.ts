import { Field, ObjectType } from "type-graphql";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { PayloadType } from "../common/payload.type.js";
import { MailboxType } from "../mailbox/mailbox.type.js";

@ObjectType({ description: "Outcome of `updateMailboxSettings`.", simpleResolvers: true })
export class UpdateMailboxSettingsPayload extends PayloadType {
  @Field(() => MailboxType, {
    nullable: true,
    description: "The mailbox, whose `settings` are read anew where they are selected; null when nothing was done.",
  })
  mailbox!: Mailbox | null;
}
