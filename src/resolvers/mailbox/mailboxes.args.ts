import { ArgsType, Field } from "type-graphql";
import { PageArgs } from "../common/page-args.js";

@ArgsType()
export class MailboxesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only mailboxes with this address, in any case." })
  address?: string | null;
}
