import { ApolloServer } from "@apollo/server";
import { GraphQLError } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { costPlugin } from "../../../../src/api/limits/cost.plugin.js";
import { limitAnswerPlugin } from "../../../../src/api/limits/limit-answer.plugin.js";
import { createLimitRules } from "../../../../src/api/limits/limit-rules.js";
import { DEFAULT_QUERY_LIMITS, parseOptionsFor, type QueryLimits } from "../../../../src/api/limits/query-limits.js";

const limits: QueryLimits = { ...DEFAULT_QUERY_LIMITS, maxTokens: 60, maxDepth: 3, maxErrors: 2, maxCost: 50 };

const server = new ApolloServer({
  typeDefs: `#graphql
    type Query { me: Person, people(first: Int): [Person!]! }
    type Person { name: String, me: Person, fail: String }
  `,
  resolvers: {
    Query: { me: () => ({}), people: (_: unknown, { first }: { first: number }) => Array(first).fill({}) },
    Person: {
      me: () => ({}),
      fail: () => {
        throw new GraphQLError("No.", { extensions: { code: "NOT_FOUND" } });
      },
    },
  },
  parseOptions: parseOptionsFor(limits),
  validationRules: createLimitRules(limits),
  plugins: [costPlugin(limits, {}), limitAnswerPlugin(limits)],
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
});

interface Single {
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const response = await server.executeOperation({ query, variables });
  if (response.body.kind !== "single") throw new Error("expected one result");
  return { status: response.http.status, result: response.body.singleResult as Single };
}

describe("limits as an answer shows them", () => {
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  test("a limit broken in validation keeps its own code and numbers", async () => {
    const { status, result } = await ask("{ me { me { me { me { name } } } } }");
    expect(status).toBe(400);
    expect(result.errors).toMatchObject([
      { extensions: { code: "LIMIT_EXCEEDED", limit: { name: "depth", max: 3, actual: 5 } } },
    ]);
    expect(result.errors?.[0]?.extensions).not.toHaveProperty("http");
  });

  test("a document with too many tokens is told how many it has", async () => {
    const { status, result } = await ask(`{ ${"name ".repeat(70)} }`);
    expect(status).toBe(400);
    expect(result.errors).toEqual([
      {
        message: "A document may have 60 tokens; this one has 72.",
        extensions: { code: "LIMIT_EXCEEDED", limit: { name: "tokens", max: 60, actual: 72 } },
      },
    ]);
  });

  test("a document that is short and wrong stays a syntax error", async () => {
    expect((await ask("{ me { name ")).result.errors).toMatchObject([{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }]);
  });

  test("an operation that costs too much is refused before it runs", async () => {
    const { status, result } = await ask("query($n: Int) { people(first: $n) { me { name } } }", { n: 50 });
    expect(status).toBe(400);
    expect(result.data).toBeUndefined();
    expect(result.errors).toMatchObject([
      { extensions: { code: "LIMIT_EXCEEDED", limit: { name: "cost", max: 50, actual: 51 } } },
    ]);
    expect(result.extensions).toEqual({ cost: { requestedCost: 51, maximumCost: 50 } });
  });

  test("every answer says what its operation could have cost", async () => {
    const { result } = await ask("{ people(first: 3) { me { name } } }");
    expect(result.errors).toBeUndefined();
    expect(result.extensions).toEqual({ cost: { requestedCost: 4, maximumCost: 50 } });
  });

  test("variables that do not fit are reported by execution and not estimated", async () => {
    const { result } = await ask("query($n: Int) { people(first: $n) { name } }", { n: "many" });
    expect(result.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(result.extensions).toBeUndefined();
  });

  test("a long list of errors is cut with a note that says how many are missing", async () => {
    const { result } = await ask("{ people(first: 5) { fail } }");
    expect(result.errors).toHaveLength(3);
    expect(result.errors?.[2]).toEqual({
      message: "An answer lists 2 errors; 3 more were left out.",
      extensions: { code: "LIMIT_EXCEEDED", limit: { name: "errors", max: 2, actual: 5 } },
    });
  });
});
