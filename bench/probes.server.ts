/** Asks each probe of the compiled executor, twice, and of graphql-js, and tells which answers differ. */
import { type DocumentNode, type ExecutionResult, execute, Kind, parse, validate } from "graphql/index.js";
import { CHUNK_LENGTH } from "../src/api/answer-bodies.js";
import { buildGatewaySchema } from "../src/api/build-schema.js";
import { AnswerPieces } from "../src/api/execution/answer-pieces.js";
import type { PlanNode } from "../src/api/execution/answer-plan.js";
import { compiledExecutor } from "../src/api/execution/compiled-gateway.js";
import { EventTexts } from "../src/api/execution/event-texts.js";
import { newMeter } from "../src/lib/call.js";
import { createLoaders } from "../src/loaders/create-loaders.js";
import { organization } from "./executors.data.js";
import { serveParent } from "./kit/child-side.js";
import { PROBES, type Probe, probedServices } from "./probes.data.js";

const TEXT_BYTES = 1_000_000;

export interface ProbeFacts {
  readonly what: string;
  readonly isEqual: boolean;
  readonly hasErrors: boolean;
}

const services = probedServices();
const schema = buildGatewaySchema(services, 100);
const plans = new WeakMap<object, PlanNode>();
const run = compiledExecutor({ schema, plans, texts: new EventTexts(TEXT_BYTES) });

/** A context of its own for each execution, because loaders remember. */
const context = () => {
  const viewer = { apiKeyId: "k", apiKeyName: "k", role: "READER" as const, organizationId: organization.id };
  const call = { signal: new AbortController().signal, requestId: "r", traceparent: "t", meter: newMeter() };
  return { viewer, call, loaders: createLoaders(services, viewer, call) };
};

interface Plain {
  readonly data: string;
  readonly errors: readonly string[];
}

/** Which of two independent fields fails first is nobody's promise, hence sorted. */
const errorsOf = ({ errors = [] }: ExecutionResult) => errors.map((error) => JSON.stringify(error)).sort();

async function interpreted(document: DocumentNode, { variables }: Probe): Promise<Plain> {
  const result = await execute({ schema, document, variableValues: variables ?? null, contextValue: context() });
  return { data: JSON.stringify({ data: result.data }), errors: errorsOf(result) };
}

/** As the gateway writes it, events that are made into text apart from GraphQL included. */
async function compiled(document: DocumentNode, { variables = {} }: Probe): Promise<Plain> {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const result = await run({ document, operation, request: { variables }, context: context() } as never);
  const root = plans.get(result.data ?? {});
  if (root === undefined) return { data: JSON.stringify({ data: result.data }), errors: errorsOf(result) };
  const pieces = new AnswerPieces({ data: result.data }, root, CHUNK_LENGTH);
  let data = "";
  for (;;) {
    const { text, isLast } = pieces.next();
    data += text;
    if (isLast) return { data, errors: errorsOf(result) };
  }
}

/**
 * The same text and the same errors; but graphql-js answers at once when a null reaches a parent, without the errors that
 * its other children are still about to have, where compiled code waits for them.
 */
function isEqual(actual: Plain, expected: Plain): boolean {
  if (actual.data !== expected.data) return false;
  if (expected.errors.some((text) => !actual.errors.includes(text))) return false;
  const { data } = JSON.parse(actual.data) as { readonly data: unknown };
  return actual.errors.every((text) => expected.errors.includes(text) || isBelowNull(data, text));
}

function isBelowNull(data: unknown, error: string): boolean {
  const { path } = JSON.parse(error) as { readonly path: readonly (string | number)[] };
  let value = data;
  for (const [index, key] of path.entries()) {
    if (value === null) return index < path.length;
    value = (value as Record<string | number, unknown>)[key];
  }
  return false;
}

async function ask(probe: Probe): Promise<ProbeFacts> {
  const document = parse(probe.query);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`${probe.what}: ${faults[0]?.message}`);
  const expected = await interpreted(document, probe);
  // The second answer is made of what the first one kept.
  const answers = [await compiled(document, probe), await compiled(document, probe)];
  return {
    what: probe.what,
    isEqual: answers.every((answer) => isEqual(answer, expected)),
    hasErrors: expected.errors.length > 0,
  };
}

serveParent(
  {},
  {
    probes: async () => {
      const facts: ProbeFacts[] = [];
      for (const probe of PROBES) facts.push(await ask(probe));
      return facts;
    },
  },
);
