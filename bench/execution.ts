import { execute, parse } from "graphql/index.js";
import { buildGatewaySchema } from "../src/api/build-schema.js";
import { compiledExecutor } from "../src/api/execution/compiled-gateway.js";
import { newMeter } from "../src/lib/call.js";
import { createLoaders } from "../src/loaders/create-loaders.js";
import type { Services } from "../src/services/create-services.js";

/**
 * A large answer without HTTP and without Microsoft: compiled against interpreted execution of the same query, in
 * interleaved rounds. `tsx bench/execution.ts [rounds]` prints JSON: processor time for one answer, and the ratio.
 */
const MAILBOXES = 20;
const EVENTS = 50;
const ROUNDS = Number(process.argv[2] ?? 15);
const ANSWERS_PER_ROUND = 5;

const ulid = (n: number) => `01M${String(n).padStart(23, "0")}`;
const at = new Date("2026-03-02T09:00:00Z");
const organization = { kind: "Organization", id: ulid(0), name: "Bench", slug: "bench", emailDomains: [] };
const mailboxes = Array.from({ length: MAILBOXES }, (_, n) => ({
  kind: "Mailbox",
  id: ulid(n + 1),
  address: `${n}@bench.example`,
}));
const time = { kind: "Timed", instant: at, timeZone: "Europe/Berlin", timeZoneSource: "EVENT" };
const events = (mailboxId: string) =>
  Array.from({ length: EVENTS }, (_, n) => ({
    kind: "Event",
    mailboxId,
    graphId: `event-${n}`,
    version: `W/"${n}"`,
    start: time,
    end: time,
    isAllDay: false,
    subject: `Subject ${n}`,
    location: { displayName: "Room" },
    showAs: "BUSY",
    sensitivity: "NORMAL",
    organizer: { name: "Ann", address: "ann@bench.example" },
    attendees: Array.from({ length: 5 }, (_unused, a) => ({
      name: `Person ${a}`,
      address: `${a}@bench.example`,
      type: "REQUIRED",
      response: "ACCEPTED",
    })),
  }));

const services = {
  organizations: { getMany: async (_: unknown, ids: string[]) => new Map(ids.map((id) => [id, organization])) },
  mailboxes: {
    listOfOrganization: async () => ({ items: mailboxes, hasNextPage: false, hasPreviousPage: false }),
  },
  eventReader: {
    viewMany: async (_: unknown, keys: { mailboxId: string }[]) =>
      keys.map(({ mailboxId }) => ({ events: events(mailboxId), asOf: at })),
  },
} as unknown as Services;

const schema = buildGatewaySchema(services, 100);
const text = `query Bench { organization(id: "org_${organization.id}") { mailboxes(first: 100) { nodes { address
  calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z", first: 100) { nodes { id version subject
    isAllDay showAs sensitivity location { displayName } organizer { name address } attendees { name address response }
    start { ... on Timed { instant timeZone } } end { ... on Timed { instant timeZone } } } } } } } }`;
const document = parse(text);
const [operation] = document.definitions;
const run = compiledExecutor(schema);

const context = () => {
  const viewer = { apiKeyId: "k", apiKeyName: "k", role: "READER" as const, organizationId: organization.id };
  const call = { signal: new AbortController().signal, requestId: "r", traceparent: "t", meter: newMeter() };
  return { viewer, call, loaders: createLoaders(services, viewer, call) };
};

const contenders = {
  interpreted: async () => execute({ schema, document, contextValue: context() }),
  compiled: async () => run({ document, operation, request: {}, context: context() } as never),
};

async function processorMs(answer: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < ANSWERS_PER_ROUND; n += 1) JSON.stringify(await answer());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / ANSWERS_PER_ROUND;
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const same = JSON.stringify(await contenders.interpreted()) === JSON.stringify(await contenders.compiled());
if (!same) throw new Error("the two answers differ");
const rounds: { interpreted: number; compiled: number }[] = [];
for (let round = 0; round < ROUNDS + 3; round += 1) {
  const figures = { interpreted: 0, compiled: 0 };
  const order = round % 2 === 0 ? (["interpreted", "compiled"] as const) : (["compiled", "interpreted"] as const);
  for (const name of order) figures[name] = await processorMs(contenders[name]);
  // The first rounds warm up.
  if (round >= 3) rounds.push(figures);
}
console.log(
  JSON.stringify({
    answer: `${MAILBOXES} mailboxes x ${EVENTS} events x 12 fields, 5 attendees each`,
    bytes: JSON.stringify(await contenders.compiled()).length,
    rounds: ROUNDS,
    interpretedMs: median(rounds.map((figures) => figures.interpreted)),
    compiledMs: median(rounds.map((figures) => figures.compiled)),
    ratio: median(rounds.map((figures) => figures.interpreted / figures.compiled)),
  }),
);
