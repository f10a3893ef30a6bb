import { ArgsType, Field, Int } from "type-graphql";

/** Relay's four paging arguments. At most one direction may be asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: "How many to give, from the start or behind `after`. Default 50." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Cursor behind which the page starts." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many to give, from the end or before `before`." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Cursor before which the page ends." })
  before?: string | null;
}
