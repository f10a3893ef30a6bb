import { Field, ObjectType } from "type-graphql";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { MailboxType } from "./mailbox.type.js";

@ObjectType({ simpleResolvers: true })
abstract class MailboxPayload extends PayloadType {
  @Field(() => MailboxType, { nullable: true, description: "The mailbox; null when nothing was done." })
  mailbox!: Mailbox | null;
}

@ObjectType({ description: "Outcome of `createMailbox`.", simpleResolvers: true })
export class CreateMailboxPayload extends MailboxPayload {}

@ObjectType({ description: "Outcome of `updateMailbox`.", simpleResolvers: true })
export class UpdateMailboxPayload extends MailboxPayload {}

@ObjectType({ description: "Outcome of `deleteMailbox`.", simpleResolvers: true })
export class DeleteMailboxPayload extends DeletePayloadType {}
