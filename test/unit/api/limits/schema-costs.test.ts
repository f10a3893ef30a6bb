import { type GraphQLSchema, getOperationAST, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { DEFAULT_QUERY_LIMITS } from "../../../../src/api/limits/query-limits.js";
import { SchemaCosts } from "../../../../src/api/limits/schema-costs.js";
import { schema, weights } from "./schema.js";

/** Asks for the cost of one document again and again, and counts how often the schema was walked from its root. */
function asked(source: string) {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  let walks = 0;
  const counting: GraphQLSchema = Object.create(schema, {
    getRootType: {
      value: (...args: Parameters<GraphQLSchema["getRootType"]>) => {
        walks += 1;
        return schema.getRootType(...args);
      },
    },
  });
  const costs = new SchemaCosts(counting, weights, DEFAULT_QUERY_LIMITS);
  return {
    of: (variables: Record<string, unknown> = {}) => costs.of(document, operation, variables),
    walks: () => walks,
  };
}

describe("the costs of operations on a schema", () => {
  test("a cost that no variable changes is estimated once for a document", () => {
    const document = asked("query($name: String!) { find(name: $name) { events(first: 3) { nodes { subject } } } }");
    expect(document.of({ name: "a" })).toBe(1 + 100 + 3);
    expect(document.of({ name: "b" })).toBe(1 + 100 + 3);
    expect(document.walks()).toBe(1);
  });

  test("a cost that variables change is estimated for each request", () => {
    const document = asked("query($n: Int) { mailboxes(first: $n) { nodes { id } } }");
    expect([document.of({ n: 3 }), document.of({ n: 5 }), document.of({ n: 3 })]).toEqual([4, 6, 4]);
  });

  test("variables that do not fit have no cost, known or not", () => {
    const document = asked("query($name: String!) { find(name: $name) { id } }");
    expect([document.of({}), document.of({ name: "a" }), document.of({ name: 1 })]).toEqual([undefined, 1, undefined]);
  });

  test("each operation of a document has its own cost", () => {
    const document = parse("query A { me { id } } query B { me { me { id } } }");
    const costs = new SchemaCosts(schema, weights, DEFAULT_QUERY_LIMITS);
    const of = (name: string) => costs.of(document, getOperationAST(document, name)!, {});
    expect([of("A"), of("B"), of("A")]).toEqual([1, 2, 1]);
  });
});
