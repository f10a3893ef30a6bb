import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description: "An object with a global id, to be read again with `node(id)`.",
})
export abstract class NodeType {
  @Field(() => ID, { description: "Opaque global id." })
  id!: string;

  /** Every object of the domain says what it is: its GraphQL type's name, by which `build-schema.ts` resolves it. */
  readonly kind!: string;
}
