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
  return new ItemPage(items, cursorOf, bounds);
}

/** Cursors are made when they are selected, and once: compiled queries read a member several times. */
class ItemPage<T> implements RelayPage<T> {
  readonly #cursorOf: (item: T) => string;
  readonly #bounds: Pick<PageInfoType, "hasNextPage" | "hasPreviousPage">;
  #edges: readonly Edge<T>[] | undefined;
  #pageInfo: PageInfoType | undefined;

  constructor(
    readonly nodes: readonly T[],
    cursorOf: (item: T) => string,
    bounds: Pick<PageInfoType, "hasNextPage" | "hasPreviousPage">,
  ) {
    this.#cursorOf = cursorOf;
    this.#bounds = bounds;
  }

  get edges(): readonly Edge<T>[] {
    this.#edges ??= this.nodes.map((node) => ({ cursor: this.#cursorOf(node), node }));
    return this.#edges;
  }

  get pageInfo(): PageInfoType {
    this.#pageInfo ??= {
      ...this.#bounds,
      startCursor: this.#cursorAt(0),
      endCursor: this.#cursorAt(-1),
    };
    return this.#pageInfo;
  }

  #cursorAt(index: number): string | null {
    const item = this.nodes.at(index);
    return item === undefined ? null : this.#cursorOf(item);
  }
}
