import {
  extendSchema,
  type GraphQLField,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from "graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";

/** Fields that hold events of a list. */
const PLACES: Readonly<Record<string, string>> = {
  EventConnection: "nodes",
  EventEdge: "node",
  OrganizationEventConnection: "nodes",
  OrganizationEventEdge: "node",
  MeetingCopy: "event",
};

/** Lists that are ready one by one, while others are still waited for. */
const LIST = "EventConnection";

export function isEventPlace(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  return PLACES[type.name] === field.name;
}

/** Resolves the events of one mailbox's list to what shall stand for them in the result. */
export type ListResolver = (
  events: readonly CalendarEvent[],
  context: object,
  info: Pick<GraphQLResolveInfo, "operation" | "path">,
) => readonly unknown[];

/**
 * The schema with the events of lists as leaves that stay as they are, or as `ofList` would have them. Operations
 * compiled over it do all but the events, which are then turned into text without GraphQL. Documents stay those of the
 * real schema.
 */
export function eventLeafSchema(schema: GraphQLSchema, ofList: ListResolver): GraphQLSchema {
  const leaf = new GraphQLScalarType({ name: "EventLeaf", serialize: (event) => event });
  // Nothing is added, but all types are made anew, so that the real ones stay as they are.
  const copy = extendSchema(schema, parse("scalar EventLeaf"), { assumeValid: true });
  for (const [typeName, fieldName] of Object.entries(PLACES)) {
    const type = copy.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field === undefined) continue;
    field.type = withLeaf(field.type, leaf);
    if (typeName === LIST) field.resolve = (page, _args, context, info) => ofList(page.nodes, context, info);
  }
  return copy;
}

/** The same lists and non-nulls around a leaf. */
function withLeaf(type: GraphQLOutputType, leaf: GraphQLScalarType): GraphQLOutputType {
  if (isNonNullType(type)) return new GraphQLNonNull(withLeaf(type.ofType, leaf) as GraphQLScalarType);
  if (isListType(type)) return new GraphQLList(withLeaf(type.ofType, leaf));
  return leaf;
}
