import { GraphQLError, getOperationAST, getVariableValues, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { fragmentsOf } from "../../../../src/api/limits/collect-fields.js";
import { type CostEstimate, estimateCost } from "../../../../src/api/limits/cost-estimate.js";
import { FieldWeights, strayWeights } from "../../../../src/api/limits/field-weights.js";
import { DEFAULT_QUERY_LIMITS } from "../../../../src/api/limits/query-limits.js";
import { schema, weights } from "./schema.js";

function estimate(source: string, given: Record<string, unknown> = {}): CostEstimate {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const facts = { schema, fragments: fragmentsOf(document), variables: coerced! };
  return estimateCost(operation, facts, new FieldWeights(schema, weights), DEFAULT_QUERY_LIMITS);
}

function cost(source: string, given: Record<string, unknown> = {}): number {
  return estimate(source, given).cost;
}

function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions.limit;
  }
  return undefined;
}

describe("the estimated cost", () => {
  test("leaves cost nothing and objects one each", () => {
    expect(cost("{ hello }")).toBe(0);
    expect(cost("{ __typename __schema { types { name } } }")).toBe(0);
    expect(cost("{ hello me { id name me { id } } }")).toBe(2);
  });

  test("page sizes multiply along nested pages", () => {
    // One connection; per mailbox: itself, one upstream request, and per event: itself and its start.
    expect(cost("{ mailboxes(first: 20) { nodes { events(first: 50) { nodes { start { at } } } } } }")).toBe(
      1 + 20 * (1 + 100 + 50 * 2),
    );
  });

  test("a page size may come from a variable, its default, or the argument's default", () => {
    const query = "query($n: Int = 4) { mailboxes(last: $n) { nodes { id } } }";
    expect(cost(query, { n: 7 })).toBe(8);
    expect(cost(query)).toBe(5);
    expect(cost("{ me { events { nodes { subject } } } }")).toBe(1 + 100 + 10);
  });

  test("a page without a size counts as the largest page, and an impossible one as empty", () => {
    expect(cost("{ mailboxes { nodes { id } } }")).toBe(101);
    expect(cost("query($n: Int) { mailboxes(first: $n) { nodes { id } } }", { n: null })).toBe(101);
    expect(cost("{ mailboxes(first: -5) { nodes { id } } }")).toBe(1);
  });

  test("a page over the maximum is refused with its size, literal or variable", () => {
    const over = { name: "pageSize", max: 100, actual: 101 };
    expect(refusal(() => cost("{ mailboxes(first: 101) { nodes { id } } }"))).toEqual(over);
    expect(refusal(() => cost("query($n: Int) { mailboxes(last: $n) { totalCount } }", { n: 101 }))).toEqual(over);
  });

  test("a list of ids multiplies what is asked of each", () => {
    expect(cost('{ nodes(ids: ["a", "b", "c"]) { ... on Mailbox { me { id } } } }')).toBe(3);
  });

  test("a field that two fragments ask for is paid once, as it is executed once", () => {
    const once = "{ me { events(first: 5) { nodes { subject } } } }";
    const twice = `{ me { ...A ...B ...A } } fragment A on Mailbox { events(first: 5) { nodes { subject } } }
      fragment B on Mailbox { events(first: 5) { nodes { subject } } }`;
    expect(cost(twice)).toBe(cost(once));
  });

  test("two aliases of one field are paid twice", () => {
    expect(cost("{ a: me { id } b: me { id } }")).toBe(2);
  });

  test("a field of an interface weighs as much as its heaviest implementation", () => {
    expect(cost("{ node { events(first: 1) { nodes { subject } } } }")).toBe(1 + 100 + 1);
    expect(cost("{ node { ... on Room { events(first: 1) { nodes { subject } } } } }")).toBe(1 + 7 + 1);
  });

  test("what @skip and @include leave out is not paid", () => {
    const query =
      "query($no: Boolean!) { me { events @include(if: $no) { nodes { subject } } me @skip(if: true) { id } } }";
    expect(cost(query, { no: false })).toBe(1);
    expect(cost(query, { no: true })).toBe(111);
  });
});

describe("whether a cost is fixed", () => {
  test.each([
    ["{ mailboxes(first: 3) { nodes { id } } }", true],
    ["query($name: String!) { find(name: $name) { events(first: 3) { nodes { subject } } } }", true],
    ["query($n: Int) { mailboxes(first: $n) { nodes { id } } }", false],
    ["query($n: Int) { me { ...A } } fragment A on Mailbox { events(last: $n) { nodes { subject } } }", false],
    ["query($a: ID!) { nodes(ids: [$a]) { id } }", false],
    ["query($no: Boolean!) { me { me @include(if: $no) { id } } }", false],
    ["query($no: Boolean!) { ... @skip(if: $no) { me { id } } }", false],
  ])("%s: %s", (source, isFixed) => {
    expect(estimate(source, { name: "x", n: 2, a: "a", no: true }).isFixed).toBe(isFixed);
  });
});

describe("fragments made to be slow", () => {
  test("fragments that spread each other twice at every level are estimated at once, and saturate", () => {
    const bomb = Array.from(
      { length: 400 },
      (_, i) => `fragment F${i} on Mailbox { a: me { ...F${i + 1} } b: me { ...F${i + 1} } }`,
    );
    const startedAt = performance.now();
    expect(cost(`{ me { ...F0 } } ${bomb.join("\n")} fragment F400 on Mailbox { id }`)).toBe(Number.MAX_SAFE_INTEGER);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test("fragments that merge differently on every path are refused after a bounded amount of work", () => {
    // Each level sends two different pairs of fragments down, so that no two paths merge the same selections.
    const levels = 24;
    const fragments = Array.from({ length: levels }, (_, i) =>
      [
        `fragment A${i} on Mailbox { a: me { ...A${i + 1} } b: me { ...A${i + 1} ...B${i + 1} } }`,
        `fragment B${i} on Mailbox { a: me { ...B${i + 1} x${i}: name } b: me { ...A${i + 1} y${i}: me { ...B${i + 1} } } }`,
      ].join("\n"),
    );
    const source = `{ me { ...A0 ...B0 } } ${fragments.join("\n")} fragment A${levels} on Mailbox { id } fragment B${levels} on Mailbox { id }`;
    const startedAt = performance.now();
    let result: unknown;
    try {
      result = cost(source);
    } catch (error) {
      result = error;
    }
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    const refused = result instanceof GraphQLError ? result.extensions.limit : { actual: result };
    expect((refused as { actual: number }).actual).toBeGreaterThan(DEFAULT_QUERY_LIMITS.maxCost);
  });
});

test("entries of a weight table that fit no field or argument are found", () => {
  expect(strayWeights(schema, weights)).toEqual([]);
  expect(
    strayWeights(schema, { "Mailbox.evnts": 1, "Nope.x": 1, "Query.nodes": { cost: 1, perItemOf: "idz" } }),
  ).toEqual(["Mailbox.evnts", "Nope.x", "Query.nodes(idz)"]);
});
