import fc from "fast-check";
import { getIntrospectionQuery, parse, specifiedRules, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { createLimitRules } from "../../../../src/api/limits/limit-rules.js";
import { DEFAULT_QUERY_LIMITS } from "../../../../src/api/limits/query-limits.js";
import { limitErrors, schema } from "./schema.js";

const limitsOf = (source: string, limits = {}) => limitErrors(source, limits).map((e) => e.extensions.limit);
const nested = (depth: number) => `${"{ me ".repeat(depth - 1)}{ id${" }".repeat(depth)}`;

describe("limits of a document", () => {
  test("an operation that is too deep is told the depth allowed and its own", () => {
    const [error] = limitErrors(nested(7), { maxDepth: 6 });
    expect(error?.message).toBe("An operation may have 6 levels of nested fields; this one has 7.");
    expect(error?.extensions).toMatchObject({
      code: "LIMIT_EXCEEDED",
      limit: { name: "depth", max: 6, actual: 7 },
    });
    expect(limitErrors(nested(6), { maxDepth: 6 })).toEqual([]);
  });

  test("depth goes on inside fragments, named or inline", () => {
    const query =
      "{ me { ...A } } fragment A on Mailbox { me { ... on Mailbox { me { ...B } } } } fragment B on Mailbox { id }";
    expect(limitsOf(query, { maxDepth: 3 })).toEqual([{ name: "depth", max: 3, actual: 4 }]);
    expect(limitsOf(query, { maxDepth: 4 })).toEqual([]);
  });

  test("aliases and directives inside a fragment count once for every spread", () => {
    const query =
      "query @note { a: me { ...F } b: me { ...F @note } } fragment F on Mailbox @note { x: id y: name @note }";
    expect(limitsOf(query, { maxAliases: 5, maxDirectives: 5 })).toEqual([
      { name: "aliases", max: 5, actual: 6 },
      { name: "directives", max: 5, actual: 6 },
    ]);
  });

  test("root fields are counted through fragments at the root and not below", () => {
    const query = "{ hello ...F ... on Query { me { id name } } } fragment F on Query { nodes(ids: []) { id } hello }";
    expect(limitsOf(query, { maxRootFields: 3 })).toEqual([{ name: "rootFields", max: 3, actual: 4 }]);
  });

  test("every operation of a document is measured", () => {
    expect(limitsOf("query A { hello } query B { hello me { id } }", { maxRootFields: 1 })).toEqual([
      { name: "rootFields", max: 1, actual: 2 },
    ]);
  });

  test("introspection as GraphiQL and code generators ask it fits, whatever the depth of fields", () => {
    const everything = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(limitErrors(everything)).toEqual([]);
    expect(limitErrors(everything, { maxDepth: 1 })).toEqual([]);
  });

  test("introspection deeper than any tool asks for is refused", () => {
    const query = `{ __schema { queryType ${"{ ofType ".repeat(19)}{ name }${" }".repeat(19)} } }`;
    expect(limitsOf(query)).toEqual([{ name: "introspectionDepth", max: 20, actual: 22 }]);
  });
});

describe("documents made to be slow", () => {
  /** Processor time of this process: what a busy machine does meanwhile does not count. */
  function milliseconds(work: () => void): number {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }

  test("a chain of ten thousand fragments is measured without recursion and in linear time", () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, i) => `fragment F${i} on Mailbox { me { ...F${i + 1} } }`).join(
      "\n",
    );
    const document = parse(`{ me { ...F0 } } ${chain} fragment F${count} on Mailbox { id }`);
    let limits: unknown[] = [];
    expect(milliseconds(() => (limits = limitErrors(document).map((e) => e.extensions.limit)))).toBeLessThan(2_000);
    expect(limits).toEqual([{ name: "depth", max: 15, actual: count + 2 }]);
  });

  test("fragments that double at every level are added up, not spread out", () => {
    const bomb = Array.from(
      { length: 200 },
      (_, i) => `fragment F${i} on Mailbox { a: me { ...F${i + 1} } b: me { ...F${i + 1} } }`,
    );
    const document = parse(`{ me { ...F0 } } ${bomb.join("\n")} fragment F200 on Mailbox { id }`);
    let aliases: unknown;
    const took = milliseconds(() => {
      aliases = limitErrors(document).find((e) => (e.extensions.limit as { name: string }).name === "aliases");
    });
    expect(took).toBeLessThan(5_000);
    expect(aliases).toMatchObject({ extensions: { limit: { actual: Number.MAX_SAFE_INTEGER } } });
  });

  test("a cycle of fragments ends, and is refused by graphql-js", () => {
    const cycle = "{ me { ...A } } fragment A on Mailbox { x: id ...B } fragment B on Mailbox { me { ...A } ...B }";
    expect(limitErrors(cycle)).toEqual([]);
    const messages = validate(schema, parse(cycle), [...specifiedRules, ...createLimitRules(DEFAULT_QUERY_LIMITS)]);
    expect(messages.map(String).join()).toContain("Cannot spread fragment");
  });

  test("any graph of fragments, cycles and missing ones included, is measured", () => {
    const name = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(name, { maxLength: 4 }), fc.array(name, { maxLength: 4 })), { maxLength: 8 }),
        (graph) => {
          const fragments = graph.map(
            ([here, below], i) =>
              `fragment F${i} on Mailbox { id ${here.map((n) => `...F${n}`).join(" ")} me { id ${below.map((n) => `...F${n}`).join(" ")} } }`,
          );
          const document = parse(`{ me { id ...F0 } } ${fragments.join("\n")}`);
          for (const error of limitErrors(document, { maxDepth: 0, maxAliases: 0 })) {
            expect(Number.isSafeInteger((error.extensions.limit as { actual: number }).actual)).toBe(true);
          }
        },
      ),
    );
  });
});
