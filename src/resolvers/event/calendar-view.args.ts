import { ArgsType, Field } from "type-graphql";
import { PageArgs } from "../common/page-args.js";
import { GraphQLDateTime } from "../common/scalars.js";

@ArgsType()
export class CalendarViewArgs extends PageArgs {
  @Field(() => GraphQLDateTime, {
    description: "Start of the window. An event that began earlier and is still on counts.",
  })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "End of the window, exclusive; at most 1,825 days after its start." })
  end!: Date;
}
