import { Field, Int, ObjectType } from "type-graphql";
import type { AppErrorCode } from "../../lib/app-error.js";
import type { MailboxProblem } from "../../services/events/many/many-views.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { relayTypes } from "../common/relay.js";
import { ErrorCodeEnum } from "../common/user-error.type.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { EventObjectType } from "./event.type.js";

@ObjectType("MailboxProblem", {
  description: "A mailbox whose events are missing from a list, and why.",
  simpleResolvers: true,
})
export class MailboxProblemType implements MailboxProblem {
  @Field(() => MailboxType, { description: "The mailbox." })
  mailbox!: Mailbox;

  @Field(() => ErrorCodeEnum, { description: "Machine code." })
  code!: AppErrorCode;

  @Field(() => String, { description: "What is wrong and what to change, in a sentence." })
  message!: string;

  @Field(() => Int, { nullable: true, description: "How long Microsoft asks to wait, where it does, in milliseconds." })
  retryAfterMs!: number | null;
}

export const OrganizationEventConnectionType = relayTypes(
  "OrganizationEvent",
  () => EventObjectType,
  "events of several mailboxes",
);
