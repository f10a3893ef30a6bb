import { ArgsType, Field, ID, Int } from "type-graphql";
import { GraphQLDateTime } from "../common/scalars.js";

@ArgsType()
export class ScheduleArgs {
  @Field(() => GraphQLDateTime, { description: "Start of the window." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "End of the window, exclusive; at most 186 days after its start." })
  end!: Date;

  @Field(() => Int, {
    defaultValue: 30,
    description: "Minutes of a slot of `availabilityView`, 5 to 1,440. `busy` tells times to the minute without it.",
  })
  availabilityViewInterval!: number;
}

@ArgsType()
export class SchedulesArgs extends ScheduleArgs {
  @Field(() => [ID], { defaultValue: [], description: "Specified mailboxes. With `addresses` at most 1,000." })
  mailboxIds!: readonly string[];

  @Field(() => [String], {
    defaultValue: [],
    description:
      "SMTP addresses. Those of specified mailboxes are answered; others only where a connection's `freeBusyReach` says so.",
  })
  addresses!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description:
      "The connection that answers for addresses. Default: that of the mailbox, or the one that reaches farthest.",
  })
  connectionId?: string | null;
}
