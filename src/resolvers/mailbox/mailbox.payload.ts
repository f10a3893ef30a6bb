import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import type { MailboxRowOutcome, MailboxRowResult } from "../../services/mailboxes/mailbox-import.service.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { MailboxRowOutcomeEnum } from "./mailbox.enums.js";
import { MailboxType } from "./mailbox.type.js";

@ObjectType({ simpleResolvers: true })
abstract class MailboxPayload extends PayloadType {
  @Field(() => MailboxType, { nullable: true, description: "The mailbox; null when nothing was done." })
  mailbox!: Mailbox | null;
}

@ObjectType({ description: "Outcome of `createMailbox`.", simpleResolvers: true })
export class CreateMailboxPayload extends MailboxPayload {
  @Field(() => MailboxRowOutcomeEnum, {
    nullable: true,
    description:
      "ALREADY_SPECIFIED where the address is another one of a specified mailbox; null when nothing was done.",
  })
  outcome!: MailboxRowOutcome | null;
}

@ObjectType({ description: "Outcome of `refreshMailbox`.", simpleResolvers: true })
export class RefreshMailboxPayload extends MailboxPayload {
  @Field(() => String, { nullable: true, description: "The address before, where it has changed." })
  formerAddress!: string | null;
}

@ObjectType("MailboxRowResult", { description: "What became of one row.", simpleResolvers: true })
export class MailboxRowResultType implements MailboxRowResult {
  @Field(() => Int, { description: "Its place in the list, or its first line in the CSV text, from 1." })
  line!: number;

  @Field(() => String, { description: "The address as it came, in lower case." })
  address!: string;

  @Field(() => String, { nullable: true, description: "The name as it came." })
  displayName!: string | null;

  @Field(() => MailboxRowOutcomeEnum, { description: "What became of it." })
  outcome!: MailboxRowOutcome;

  @Field(() => MailboxType, {
    nullable: true,
    description: "The mailbox; null for a refused row, and for one that a dry run would create.",
  })
  mailbox!: Mailbox | null;

  @Field(() => String, { nullable: true, description: "The field of the row that must be changed." })
  field!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was refused, or what is worth knowing." })
  message!: string | null;
}

@ObjectType({ description: "Outcome of `createMailboxes`.", simpleResolvers: true })
export class CreateMailboxesPayload extends PayloadType {
  @Field(() => [MailboxRowResultType], {
    nullable: true,
    description: "Each row, in the order in which they came; at most 1,000. Null when nothing was done.",
  })
  rows!: readonly MailboxRowResult[] | null;

  @Field(() => Int, { nullable: true, description: "How many mailboxes were created, or would be in a dry run." })
  created!: number | null;

  @Field(() => Int, { nullable: true, description: "How many were specified already." })
  alreadySpecified!: number | null;

  @Field(() => Int, { nullable: true, description: "How many rows were refused." })
  refused!: number | null;
}

@ObjectType("MailboxRemoval", {
  description: "What became of one mailbox that was to be deleted.",
  simpleResolvers: true,
})
export class MailboxRemovalType {
  @Field(() => ID, { description: "Its id, as it came." })
  id!: string;

  @Field(() => Boolean, { description: "False when there is no such mailbox, or this API key may not see it." })
  isDeleted!: boolean;
}

@ObjectType({ description: "Outcome of `deleteMailboxes`.", simpleResolvers: true })
export class DeleteMailboxesPayload extends PayloadType {
  @Field(() => [MailboxRemovalType], {
    nullable: true,
    description: "Each id, in the order in which they came; at most 1,000. Null when nothing was done.",
  })
  mailboxes!: readonly MailboxRemovalType[] | null;
}

@ObjectType({ description: "Outcome of `updateMailbox`.", simpleResolvers: true })
export class UpdateMailboxPayload extends MailboxPayload {}

@ObjectType({ description: "Outcome of `deleteMailbox`.", simpleResolvers: true })
export class DeleteMailboxPayload extends DeletePayloadType {}
