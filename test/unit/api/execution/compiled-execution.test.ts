import fc from "fast-check";
import { type ExecutionResult, execute, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { buildGatewaySchema } from "../../../../src/api/build-schema.js";
import { compiledExecutor } from "../../../../src/api/execution/compiled-gateway.js";
import { EventTexts } from "../../../../src/api/execution/event-texts.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { fakeContext, fakeServices } from "./fake-services.js";
import { generatedQueries, VARIABLES } from "./generated-queries.js";

const schema = buildGatewaySchema(fakeServices, 100);
const run = compiledExecutor({ schema, texts: new EventTexts(1_000_000), plans: new WeakMap() });
const RUNS = 300;

interface Plain {
  readonly data: unknown;
  readonly errors: readonly string[];
}

async function compiled(text: string, variables: Record<string, unknown>): Promise<Plain> {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === "OperationDefinition");
  if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
  const facts = { document, operation, operationName: operation.name?.value ?? null };
  const result = await run({ ...facts, request: { variables }, context: fakeContext() } as never);
  return plain(result);
}

async function interpreted(text: string, variables: Record<string, unknown>): Promise<Plain> {
  return plain(
    await execute({ schema, document: parse(text), variableValues: variables, contextValue: fakeContext() }),
  );
}

/** As JSON, with the errors in an order of their own: which of two independent fields fails first is nobody's promise. */
function plain({ data, errors }: ExecutionResult): Plain {
  const texts = (errors ?? []).map((error) => JSON.stringify({ ...error.toJSON(), code: codeOf(error.originalError) }));
  return JSON.parse(JSON.stringify({ data, errors: texts.sort() }));
}

/** Only ours: errors of a scalar are masked before they reach a client, and compiled code does not keep them. */
function codeOf(error: unknown): unknown {
  return error instanceof AppError ? error.code : undefined;
}

/**
 * The same errors; but graphql-js answers at once when a null reaches a parent, without the errors that its other
 * children are still about to have, where compiled code waits for them.
 */
function expectErrors(actual: Plain, expected: Plain): void {
  const extra = actual.errors.filter((text) => !expected.errors.includes(text));
  expect(expected.errors.filter((text) => !actual.errors.includes(text))).toEqual([]);
  for (const text of extra) expect(endsInNull(actual.data, JSON.parse(text).path)).toBe(true);
}

/** True when a path ends above its last member, because something on it is null. */
function endsInNull(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const [index, key] of path.entries()) {
    if (value === null) return index < path.length;
    value = (value as Record<string | number, unknown>)[key];
  }
  return false;
}

describe("compiled execution", () => {
  test("answers generated queries exactly as graphql-js does, errors included", async () => {
    let withErrors = 0;
    let conditional = 0;
    await fc.assert(
      fc.asyncProperty(generatedQueries(schema), async (text) => {
        expect(validate(schema, parse(text))).toEqual([]);
        const expected = await interpreted(text, VARIABLES);
        const actual = await compiled(text, VARIABLES);
        expect(actual.data).toEqual(expected.data);
        expectErrors(actual, expected);
        if (expected.errors.length > 0) withErrors += 1;
        if (/@(skip|include)/.test(text)) conditional += 1;
      }),
      { numRuns: RUNS },
    );
    // A comparison of queries that all succeed, or that are all interpreted, would say little.
    expect(withErrors).toBeGreaterThan(RUNS / 10);
    expect(conditional).toBeLessThan(RUNS / 2);
  }, 60_000);

  test.each([
    ["a variable of the wrong type", "query Q($n: Int) { organizations(first: $n) { nodes { id } } }", { n: "x" }],
    ["a missing variable", "query Q($id: ID!) { mailbox(id: $id) { id } }", {}],
    [
      "a bad custom scalar",
      'query Q($s: DateTime!) { viewer { role } mailbox(id: "x") { calendarView(start: $s, end: $s) { nodes { id } } } }',
      { s: "yesterday" },
    ],
  ])("refuses %s with graphql-js's words", async (_, text, variables) => {
    expect(await compiled(text, variables)).toEqual(await interpreted(text, variables));
  });
});
