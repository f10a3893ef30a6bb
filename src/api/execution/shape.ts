import {
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { mailboxObjectGlobalId } from "../../resolvers/common/global-id.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { type Selections, setsOf } from "./selected-fields.js";

/** What a selection makes of a value that needs no resolver: the form of its JSON. */
export type Shape =
  | { readonly kind: "leaf"; readonly type: GraphQLLeafType }
  | { readonly kind: "typename"; readonly name: string }
  | { readonly kind: "computed"; readonly field: ComputedField }
  | { readonly kind: "nullable"; readonly of: Shape }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "object"; readonly members: readonly ShapeMember[] }
  /** By the `kind` that every value behind an interface or union has. */
  | { readonly kind: "abstract"; readonly types: readonly { readonly name: string; readonly shape: Shape }[] };

export interface ShapeMember {
  /** In the answer. */
  readonly name: string;
  /** The member of the value that is read; undefined: the value itself. */
  readonly source: string | undefined;
  readonly shape: Shape;
}

/** A field whose resolver only computes a text from the object itself, at once. */
export interface ComputedField {
  readonly key: string;
  /** Members of the object that have to be texts. */
  readonly from: readonly string[];
  compute(value: never): string;
  /** A member without which the field is null. */
  readonly unless?: string;
}

/** All other fields with resolvers are left to GraphQL. */
const COMPUTED: Readonly<Record<string, ComputedField>> = {
  "Event.id": {
    key: "Event.id",
    from: ["mailboxId", "graphId"],
    compute: (event: CalendarEvent) => mailboxObjectGlobalId("Event", event),
  },
  "Event.seriesMasterId": {
    key: "Event.seriesMasterId",
    from: ["mailboxId", "seriesMasterGraphId"],
    compute: ({ mailboxId, seriesMasterGraphId: graphId = "" }: CalendarEvent) =>
      mailboxObjectGlobalId("Event", { mailboxId, graphId: graphId ?? "" }),
    unless: "seriesMasterGraphId",
  },
};

/** Fields whose resolvers give the member of that name unless an argument asks for something else. */
const PLAIN_WITHOUT_ARGUMENTS: ReadonlySet<string> = new Set(["Event.body", "Event.extendedData"]);

/**
 * The shape that a selection gives to objects of a type; undefined when it holds more than plain members: resolvers,
 * arguments, or what cannot be a member of an object in JavaScript.
 */
export function shapeOf(
  selections: Selections,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Shape | undefined {
  // A type that judges its values by itself is GraphQL's affair.
  if (type.isTypeOf) return undefined;
  const members: ShapeMember[] = [];
  for (const [name, nodes] of selections.of(type, sets)) {
    const member = memberOf(selections, type, name, nodes);
    if (member === undefined) return undefined;
    members.push(member);
  }
  return { kind: "object", members };
}

/** Equal for shapes that make the same texts. */
export function keyOf(shape: Shape): string {
  switch (shape.kind) {
    case "leaf":
      return shape.type.name;
    case "typename":
      return `=${shape.name}`;
    case "computed":
      return shape.field.key;
    case "nullable":
      return `${keyOf(shape.of)}?`;
    case "list":
      return `[${keyOf(shape.of)}]`;
    case "object":
      return `{${shape.members.map(({ name, source, shape }) => `${name}:${source ?? ""}:${keyOf(shape)}`).join()}}`;
    case "abstract":
      return `(${shape.types.map(({ name, shape }) => name + keyOf(shape)).join("|")})`;
  }
}

function memberOf(
  selections: Selections,
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): ShapeMember | undefined {
  const fieldName = nodes[0]?.name.value ?? "";
  if (fieldName === "__typename") return { name, source: undefined, shape: { kind: "typename", name: type.name } };
  const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[fieldName];
  if (field === undefined) return undefined;
  const isPlain = PLAIN_WITHOUT_ARGUMENTS.has(`${type.name}.${fieldName}`);
  // Nodes that are answered together have the same arguments.
  if (isPlain ? nodes[0]?.arguments?.length : field.args.length > 0) return undefined;
  if (field.resolve !== undefined && !isPlain) {
    const computed = COMPUTED[`${type.name}.${fieldName}`];
    return computed && { name, source: undefined, shape: { kind: "computed", field: computed } };
  }
  const shape = fieldShape(selections, field.type, nodes);
  return shape && { name, source: fieldName, shape };
}

function fieldShape(selections: Selections, type: GraphQLOutputType, nodes: readonly FieldNode[]): Shape | undefined {
  if (isNonNullType(type)) return requiredShape(selections, type.ofType, nodes);
  const shape = requiredShape(selections, type, nodes);
  return shape && { kind: "nullable", of: shape };
}

function requiredShape(
  selections: Selections,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): Shape | undefined {
  if (isLeafType(type)) return { kind: "leaf", type };
  if (isListType(type)) {
    const item = fieldShape(selections, type.ofType, nodes);
    return item && { kind: "list", of: item };
  }
  if (isObjectType(type)) return shapeOf(selections, type, setsOf(nodes));
  if (!isAbstractType(type)) return undefined;
  const types: { name: string; shape: Shape }[] = [];
  for (const possible of selections.schema.getPossibleTypes(type)) {
    const shape = shapeOf(selections, possible, setsOf(nodes));
    if (shape === undefined) return undefined;
    types.push({ name: possible.name, shape });
  }
  return { kind: "abstract", types };
}
