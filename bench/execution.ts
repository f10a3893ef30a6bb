import { loadavg } from "node:os";
import { execute, Kind, parse } from "graphql/index.js";
import { CHUNK_LENGTH } from "../src/api/answer-bodies.js";
import { buildGatewaySchema } from "../src/api/build-schema.js";
import { AnswerPieces } from "../src/api/execution/answer-pieces.js";
import type { PlanNode } from "../src/api/execution/answer-plan.js";
import { compiledExecutor } from "../src/api/execution/compiled-gateway.js";
import { CompiledOperations } from "../src/api/execution/compiled-operations.js";
import { EventTexts } from "../src/api/execution/event-texts.js";
import { newMeter } from "../src/lib/call.js";
import { createLoaders } from "../src/loaders/create-loaders.js";
import type { Services } from "../src/services/create-services.js";
import { EVENTS, MAILBOXES, organization, servicesOver } from "./executors.data.js";

/**
 * A large answer without HTTP and without Microsoft, in interleaved rounds: interpreted; compiled to an object that
 * `JSON.stringify` writes; as the gateway makes it, for events that were just read and for events that are kept and have
 * their texts; and, as the floor, `JSON.stringify` of the ready answer. `tsx bench/execution.ts [rounds]` prints JSON:
 * processor time for one answer in ms, and ratios of the same rounds.
 */
const ROUNDS = Number(process.argv[2] ?? 15);
const ANSWERS_PER_ROUND = 5;

const cold = servicesOver(false);
const kept = servicesOver(true);
const schema = buildGatewaySchema(cold, 100);
const text = `query Bench { organization(id: "org_${organization.id}") { mailboxes(first: 100) { nodes { address
  calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z", first: 100) { nodes { id version subject
    isAllDay showAs sensitivity location { displayName } organizer { name address } attendees { name address response }
    start { ... on Timed { instant timeZone } } end { ... on Timed { instant timeZone } } } } } } } }`;
const document = parse(text);
const [operation] = document.definitions;
if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("there is no operation");
const plans = new WeakMap<object, PlanNode>();
const run = compiledExecutor({ schema, plans, texts: new EventTexts(33_554_432) });
const { compiled } = new CompiledOperations(schema).get(document, operation);

const context = (services: Services) => {
  const viewer = { apiKeyId: "k", apiKeyName: "k", role: "READER" as const, organizationId: organization.id };
  const call = { signal: new AbortController().signal, requestId: "r", traceparent: "t", meter: newMeter() };
  return { viewer, call, loaders: createLoaders(services, viewer, call) };
};

/** As `src/api/answer-bodies.ts` does, chunk by chunk; a chunk becomes bytes, as it would on its way out. */
async function written(services: Services): Promise<string> {
  const answer = await run({ document, operation, request: {}, context: context(services) } as never);
  const root = plans.get(answer.data ?? {});
  if (root === undefined) throw new Error("the answer has no plan");
  const pieces = new AnswerPieces({ data: answer.data }, root, CHUNK_LENGTH);
  let text = "";
  for (;;) {
    const next = pieces.next();
    text += next.text;
    if (next.isLast) return text;
  }
}

/** Texts and numbers alone: dates would cost the floor more than what it is compared with. */
const ready: unknown = JSON.parse(JSON.stringify(await execute({ schema, document, contextValue: context(cold) })));
const contenders = {
  interpreted: async () => JSON.stringify(await execute({ schema, document, contextValue: context(cold) })),
  compiled: async () => JSON.stringify(await compiled?.(undefined, context(cold), {})),
  cold: () => written(cold),
  kept: () => written(kept),
  bare: async () => JSON.stringify(ready),
};
type Name = keyof typeof contenders;
const NAMES = Object.keys(contenders) as Name[];

async function processorMs(answer: () => Promise<string>): Promise<number> {
  const before = process.cpuUsage();
  // Bytes are what leaves in the end; texts that are put together cheaply are paid for here.
  for (let n = 0; n < ANSWERS_PER_ROUND; n += 1) Buffer.from(await answer());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / ANSWERS_PER_ROUND;
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rounded = (value: number) => Number(value.toFixed(2));

const expected = await contenders.interpreted();
for (const name of NAMES) if ((await contenders[name]()) !== expected) throw new Error(`${name} answers otherwise`);

const rounds: Record<Name, number>[] = [];
for (let round = 0; round < ROUNDS + 3; round += 1) {
  const figures = { interpreted: 0, compiled: 0, cold: 0, kept: 0, bare: 0 };
  const order = NAMES.map((_, index) => NAMES[(index + round) % NAMES.length] as Name);
  for (const name of order) figures[name] = await processorMs(contenders[name]);
  // The first rounds warm up.
  if (round >= 3) rounds.push(figures);
}
const ratio = (a: Name, b: Name) => rounded(median(rounds.map((figures) => figures[a] / figures[b])));
console.log(
  JSON.stringify({
    answer: `${MAILBOXES} mailboxes x ${EVENTS} events x 12 fields, 5 attendees each`,
    bytes: Buffer.byteLength(expected),
    rounds: ROUNDS,
    load: loadavg().map(rounded),
    ms: Object.fromEntries(NAMES.map((name) => [name, rounded(median(rounds.map((figures) => figures[name])))])),
    interpretedToCold: ratio("interpreted", "cold"),
    compiledToCold: ratio("compiled", "cold"),
    coldToBare: ratio("cold", "bare"),
    keptToBare: ratio("kept", "bare"),
  }),
);
