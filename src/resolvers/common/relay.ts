import { type ClassType, Field, ObjectType } from "type-graphql";

@ObjectType("PageInfo", { description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfoType {
  @Field(() => Boolean, { description: "True when at least one more item follows this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "True when at least one more item precedes this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last item; null on an empty page." })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A Relay connection's value. */
export interface RelayPage<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoType;
}

/** Declares `<name>Edge` and `<name>Connection` over a node type. Call once per node type, at module level. */
export function relayTypes<T extends object>(name: string, nodeType: () => ClassType<T>, what: string) {
  @ObjectType(`${name}Edge`, { description: `One of the ${what} with its cursor.`, simpleResolvers: true })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: "Cursor to continue from." })
    cursor!: string;

    @Field(nodeType, { description: "The item." })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.`, simpleResolvers: true })
  class ConnectionType implements RelayPage<T> {
    @Field(() => [EdgeType], { description: "The items with their cursors." })
    edges!: readonly Edge<T>[];

    @Field(() => [nodeType()], { description: "The items alone." })
    nodes!: readonly T[];

    @Field(() => PageInfoType, { description: "Where this page stands in the list." })
    pageInfo!: PageInfoType;
  }

  return ConnectionType;
}

/** Builds the value of a Relay connection from a page's items in list order. */
export function relayPage<T>(
  items: readonly T[],
  cursorOf: (item: T) => string,
  bounds: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
): RelayPage<T> {
  const edges = items.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes: items,
    pageInfo: { ...bounds, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
