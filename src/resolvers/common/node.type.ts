import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description: "An object with a global id, to be read again with `node(id)`.",
  resolveType: (value: { readonly kind: string }) => value.kind,
})
export abstract class NodeType {
  @Field(() => ID, { description: "Opaque global id." })
  id!: string;

  /** Every object of the domain says what it is; its value is the GraphQL type's name. */
  readonly kind!: string;
}
