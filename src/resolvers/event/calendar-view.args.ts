import { ArgsType, Field, Int } from "type-graphql";
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

  @Field(() => Int, {
    nullable: true,
    description:
      "How many seconds old the answer may be, at most 86,400; `asOf` says how old it is. 0: Microsoft is asked now. Default: set by the server, usually 0. Writes through this gateway are always seen.",
  })
  maxAge?: number | null;
}
