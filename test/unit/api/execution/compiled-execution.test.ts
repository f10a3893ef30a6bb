import { HeaderMap } from "@apollo/server";
import fc from "fast-check";
import { type DocumentNode, type ExecutionResult, execute, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { AnswerBodies } from "../../../../src/api/answer-bodies.js";
import { buildGatewaySchema } from "../../../../src/api/build-schema.js";
import type { PlanNode } from "../../../../src/api/execution/answer-plan.js";
import { compiledExecutor } from "../../../../src/api/execution/compiled-gateway.js";
import { EventTexts, TextPart } from "../../../../src/api/execution/event-texts.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { rowGlobalId } from "../../../../src/resolvers/common/global-id.js";
import { fakeContext, fakeServices, MAILBOX_IDS, ORGANIZATION_IDS } from "./fake-services.js";
import { generatedEventQueries, generatedQueries, VARIABLES } from "./generated-queries.js";

const schema = buildGatewaySchema(fakeServices, 100);
const RUNS = 300;
const EVENT_RUNS = 1_000;

/** Short chunks, so that small answers are divided as large ones are. */
const CHUNK_LENGTH = 40;
const plans = new WeakMap<object, PlanNode>();
const run = compiledExecutor({ schema, plans, texts: new EventTexts(100_000) });
const bodies = new AnswerBodies(plans, CHUNK_LENGTH);

interface Plain {
  readonly data: unknown;
  readonly errors: readonly string[];
}

interface Written extends Plain {
  /** The data as the gateway writes it. */
  readonly text: string;
  /** Whether events in it were made into text apart from GraphQL. */
  readonly hasParts: boolean;
  readonly isStreamed: boolean;
}

async function compiled(document: DocumentNode, variables: Record<string, unknown>): Promise<Written> {
  const operation = document.definitions.find((definition) => definition.kind === "OperationDefinition");
  if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
  const facts = { document, operation, operationName: operation.name?.value ?? null };
  const result = await run({ ...facts, request: { variables }, context: fakeContext() } as never);
  const hasParts = holdsParts(result.data);
  const string = bodies.stringify({ data: result.data });
  const { body } = bodies.exchange({ headers: new HeaderMap(), body: { kind: "complete", string } });
  let written = "";
  if (body.kind === "complete") written = body.string;
  else for await (const chunk of body.asyncIterator) written += chunk;
  return { ...plain(result), text: written, hasParts, isStreamed: body.kind === "chunked" };
}

function holdsParts(value: unknown): boolean {
  if (value instanceof TextPart) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsParts);
}

async function interpreted(
  document: DocumentNode,
  variables: Record<string, unknown>,
): Promise<Plain & { text: string }> {
  const result = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: fakeContext(),
  });
  return { ...plain(result), text: `${JSON.stringify({ data: result.data })}\n` };
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

/** Compares one query; twice, because the second answer is made of what the first one kept. */
async function compare(text: string): Promise<Written & { readonly hasErrors: boolean }> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const expected = await interpreted(document, VARIABLES);
  let actual = await compiled(document, VARIABLES);
  for (const again of [false, true]) {
    if (again) actual = await compiled(document, VARIABLES);
    expect(actual.text).toBe(expected.text);
    expect(actual.data).toEqual(expected.data);
    expectErrors(actual, expected);
  }
  return { ...actual, hasErrors: expected.errors.length > 0 };
}

describe("compiled execution", () => {
  test("answers generated queries exactly as graphql-js does, errors included", async () => {
    let withErrors = 0;
    let conditional = 0;
    await fc.assert(
      fc.asyncProperty(generatedQueries(schema), async (text) => {
        const { hasErrors } = await compare(text);
        if (hasErrors) withErrors += 1;
        if (/@(skip|include)/.test(text)) conditional += 1;
      }),
      { numRuns: RUNS },
    );
    // A comparison of queries that all succeed, or that are all interpreted, would say little.
    expect(withErrors).toBeGreaterThan(RUNS / 10);
    expect(conditional).toBeLessThan(RUNS / 2);
  }, 300_000);

  test("answers events exactly as graphql-js does, made into text apart or not, kept, streamed and odd ones", async () => {
    let withParts = 0;
    let streamed = 0;
    let withErrors = 0;
    await fc.assert(
      fc.asyncProperty(generatedEventQueries(schema), async (text) => {
        const { hasParts, isStreamed, hasErrors } = await compare(text);
        if (hasParts) withParts += 1;
        if (isStreamed) streamed += 1;
        if (hasErrors) withErrors += 1;
      }),
      { numRuns: EVENT_RUNS },
    );
    expect(withParts).toBeGreaterThan(EVENT_RUNS / 10);
    expect(streamed).toBeGreaterThan(EVENT_RUNS / 10);
    expect(withErrors).toBeGreaterThan(EVENT_RUNS / 10);
    expect(EVENT_RUNS - withParts).toBeGreaterThan(EVENT_RUNS / 10);
  }, 300_000);

  test("makes the events of many mailboxes into text apart, copies of meetings among them", async () => {
    const window = 'start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z"';
    const ids = `mailboxIds: ["mbx_${MAILBOX_IDS[0]}", "mbx_${MAILBOX_IDS[1]}"]`;
    for (const fields of [
      `calendarView(${window}, ${ids}) { nodes { id subject start { __typename } } problems { code } totalCount asOf }`,
      `calendarView(${window}, ${ids}) { edges { cursor node { subject attendees { name } } } pageInfo { endCursor } }`,
      `meetings(${window}, ${ids}) { nodes { key subject attendance { accepted } copies { event { id isAllDay } } } }`,
    ]) {
      const { hasParts, hasErrors } = await compare(`{ organization(id: "org_${ORGANIZATION_IDS[0]}") { ${fields} } }`);
      expect([fields, hasParts, hasErrors]).toEqual([fields, true, false]);
    }
  });

  test.each([
    ["plain members of an event", "subject locations { displayName } reminder { isOn } createdAt originalStart", true],
    ["the id of a series", "seriesMasterId", true],
    ["members that arguments choose from, without arguments", "body { content } extendedData { key }", true],
    ["a body in a format", "body(format: TEXT) { content }", false],
    ["one key of extended data", 'extendedData(key: "room") { value }', false],
    ["times in a zone", 'start { ... on Timed { local(timeZone: "Asia/Tokyo") } }', false],
  ])("%s: whether they become text apart from GraphQL in lists", async (_, selection, isApart) => {
    const window = 'start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z"';
    const id = rowGlobalId("Mailbox", MAILBOX_IDS[0] ?? "");
    const answer = await compare(`{ mailbox(id: "${id}") { calendarView(${window}) { nodes { ${selection} } } } }`);
    expect(answer.hasParts).toBe(isApart);
    expect(answer.hasErrors).toBe(false);
  });

  test.each([
    ["a variable of the wrong type", "query Q($n: Int) { organizations(first: $n) { nodes { id } } }", { n: "x" }],
    ["a missing variable", "query Q($id: ID!) { mailbox(id: $id) { id } }", {}],
    [
      "a bad custom scalar",
      'query Q($s: DateTime!) { viewer { role } mailbox(id: "x") { calendarView(start: $s, end: $s) { nodes { id } } } }',
      { s: "yesterday" },
    ],
  ])("refuses %s with graphql-js's words", async (_, text, variables) => {
    const document = parse(text);
    expect(await compiled(document, variables)).toMatchObject(await interpreted(document, variables));
  });
});
