import { Field, ObjectType } from "type-graphql";

@ObjectType("Person", { description: "A name with an address, as Microsoft tells it.", simpleResolvers: true })
export class PersonType {
  @Field(() => String, { nullable: true, description: "Display name." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "SMTP address." })
  address!: string | null;
}
