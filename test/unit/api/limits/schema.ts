import { buildSchema, type DocumentNode, type GraphQLError, parse, validate } from "graphql";
import type { CostWeights } from "../../../../src/api/limits/cost-weights.js";
import { createLimitRules } from "../../../../src/api/limits/limit-rules.js";
import { DEFAULT_QUERY_LIMITS, type QueryLimits } from "../../../../src/api/limits/query-limits.js";

export const schema = buildSchema(`
  directive @note on FIELD | FRAGMENT_SPREAD | FRAGMENT_DEFINITION | QUERY
  interface Node { id: ID! events(first: Int = 10, last: Int): Events! }
  type Query { hello: String, me: Mailbox, node: Node, find(name: String!): Mailbox, nodes(ids: [ID!]!): [Node]!, mailboxes(first: Int, last: Int): Mailboxes! }
  type Mailboxes { nodes: [Mailbox!]!, totalCount: Int! }
  type Mailbox implements Node { id: ID!, name: String, me: Mailbox, events(first: Int = 10, last: Int): Events! }
  type Room implements Node { id: ID!, events(first: Int = 10, last: Int): Events! }
  type Events { nodes: [Event!]! }
  type Event { subject: String, start: Time }
  type Time { at: String }
`);

export const weights: CostWeights = {
  "Mailbox.events": 100,
  "Room.events": 7,
  "Query.nodes": { cost: 0, perItemOf: "ids" },
};

/** Errors of the limit rules alone, so that other rules of validation do not mix in. */
export function limitErrors(source: string | DocumentNode, limits: Partial<QueryLimits> = {}): readonly GraphQLError[] {
  const document = typeof source === "string" ? parse(source) : source;
  return validate(schema, document, createLimitRules({ ...DEFAULT_QUERY_LIMITS, ...limits }));
}
