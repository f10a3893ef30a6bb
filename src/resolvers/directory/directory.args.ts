import { ArgsType, Field, Int } from "type-graphql";

@ArgsType()
export class DirectoryPageArgs {
  @Field(() => Int, { nullable: true, description: "How many to give, from the start or behind `after`. Default 50." })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The `endCursor` of the page before. Microsoft's own pages may be shorter than `first`.",
  })
  after?: string | null;
}

@ArgsType()
export class DirectorySearchArgs extends DirectoryPageArgs {
  @Field(() => String, {
    description: "A name or an address, or its beginning: words of names, beginnings of addresses.",
  })
  search!: string;
}
