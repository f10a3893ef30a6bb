import { ArgsType, Field } from "type-graphql";
import { PageArgs } from "../common/page-args.js";
import { GraphQLDateTime } from "../common/scalars.js";

@ArgsType()
export class InstancesArgs extends PageArgs {
  @Field(() => GraphQLDateTime, { description: "Start of the window." })
  start!: Date;

  @Field(() => GraphQLDateTime, {
    description: "End of the window, exclusive; at most 18,250 days after its start. Each 1,825 days are one request.",
  })
  end!: Date;
}
