/**
 * A gateway's GraphQL side behind its HTTP edge, over events that lie in memory. `gateway` is what is used; `whole` has
 * the same resolvers and options on Apollo Server as it comes, which interprets and writes each answer in one piece.
 */
import { ApolloServer } from "@apollo/server";
import { apolloOptions } from "../src/api/apollo-options.js";
import { buildGatewaySchema } from "../src/api/build-schema.js";
import { createApi } from "../src/api/create-api.js";
import { DEFAULT_QUERY_LIMITS } from "../src/api/limits/query-limits.js";
import type { GraphqlEndpoint } from "../src/http/options.js";
import { createHttpEdge } from "../src/http/server.js";
import { systemClock } from "../src/lib/clock.js";
import { createLogger } from "../src/lib/create-logger.js";
import { createLoaders } from "../src/loaders/create-loaders.js";
import type { RequestContext } from "../src/resolvers/common/request-context.js";
import type { Services } from "../src/services/create-services.js";

const [kind = "", mailboxCount = 0, eventCount = 0] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const ulid = (n: number) => `01M${String(n).padStart(23, "0")}`;
const organization = { kind: "Organization", id: ulid(0), name: "Bench", slug: "bench", emailDomains: [] };
const mailboxes = Array.from({ length: mailboxCount }, (_, n) => ({ kind: "Mailbox", id: ulid(n + 1) }));
const time = {
  kind: "Timed",
  instant: new Date("2026-03-02T09:00:00Z"),
  timeZone: "Europe/Berlin",
  timeZoneSource: "EVENT",
};
const attendees = Array.from({ length: 5 }, (_, a) => ({
  name: `Person ${a}`,
  address: `${a}@bench.example`,
  type: "REQUIRED",
  response: "ACCEPTED",
}));
const views = new Map(
  mailboxes.map(({ id: mailboxId }) => [
    mailboxId,
    Array.from({ length: eventCount }, (_, n) => ({
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
      organizer: { name: "Ann", address: "ann@bench.example" },
      attendees,
    })),
  ]),
);
const services = {
  organizations: { getMany: async (_: unknown, ids: string[]) => new Map(ids.map((id) => [id, organization])) },
  mailboxes: { listOfOrganization: async () => ({ items: mailboxes, hasNextPage: false, hasPreviousPage: false }) },
  eventReader: {
    viewMany: async (_: unknown, keys: { mailboxId: string }[]) =>
      keys.map(({ mailboxId }) => ({ events: views.get(mailboxId), asOf: time.instant })),
  },
} as unknown as Services;

const log = createLogger({ level: "info", write: () => {} });
const limits = { ...DEFAULT_QUERY_LIMITS, maxPageSize: 1_000, maxCost: 1_000_000_000 };

async function endpoint(): Promise<GraphqlEndpoint> {
  if (kind === "gateway") {
    return createApi({ services, limits, introspection: true, responseTextBytes: 0, log, clock: systemClock });
  }
  const apollo = new ApolloServer<RequestContext>({
    schema: buildGatewaySchema(services, limits.maxPageSize),
    ...apolloOptions({ limits, introspection: true, log, clock: systemClock }),
  });
  await apollo.start();
  return {
    execute: (httpGraphQLRequest, { viewer, call }) =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => ({ viewer, call, loaders: createLoaders(services, viewer, call) }),
      }),
  };
}

const edge = createHttpEdge({
  http: {
    host: "127.0.0.1",
    port: 0,
    bodyLimitBytes: 262_144,
    corsOrigins: [],
    headersTimeoutMs: 10_000,
    requestTimeoutMs: 120_000,
    keepAliveTimeoutMs: 5_000,
    deadlineMs: 120_000,
    compressMinBytes: 16_384,
    drainMs: 1_000,
  },
  graphql: await endpoint(),
  authenticate: async () => ({ apiKeyId: "1", apiKeyName: "bench", role: "READER", organizationId: organization.id }),
  readiness: async () => ({ ready: true, checks: {} }),
  sdl: () => "",
  explorer: null,
  log,
  clock: systemClock,
});

/** Resident memory, and what JavaScript holds; the latter does not keep what was once needed. */
const memory = () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, held: heapUsed + external };
};
let base = memory();
let peak = base;
let timer: NodeJS.Timeout | undefined;

process.once("disconnect", () => process.exit());
process.on("message", (message) => {
  clearInterval(timer);
  if (message === "stop") {
    process.send?.({ rss: peak.rss - base.rss, held: peak.held - base.held });
    return;
  }
  globalThis.gc?.();
  base = memory();
  peak = base;
  timer = setInterval(() => {
    const now = memory();
    peak = { rss: Math.max(peak.rss, now.rss), held: Math.max(peak.held, now.held) };
  }, 20);
  process.send?.("sampling");
});
process.send?.((await edge.listen()).port);
