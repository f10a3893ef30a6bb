/** One server for `executors.ts`, chosen by the first argument; sends its port to the parent and runs until it goes. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import Fastify from "fastify";
import { GraphQLScalarType } from "graphql";
import { createSchema, createYoga } from "graphql-yoga";
import mercurius from "mercurius";
import { createApi } from "../src/api/create-api.js";
import { DEFAULT_QUERY_LIMITS } from "../src/api/limits/query-limits.js";
import { createHttpEdge } from "../src/http/server.js";
import { systemClock } from "../src/lib/clock.js";
import { createLogger } from "../src/lib/create-logger.js";
import { eventsOf, handWrittenResolvers, mailboxes, organization, SDL, servicesOver } from "./executors.data.js";

const MEGABYTES = 1_048_576;
const toIso = new GraphQLScalarType({ name: "DateTime", serialize: (value) => (value as Date).toISOString() });
const resolvers = { ...handWrittenResolvers(), DateTime: toIso };

/** Bare node:http: reads the query as JSON, answers by `JSON.stringify`, knows nothing of GraphQL. */
async function bare(): Promise<number> {
  const views = mailboxes.map(({ id, address }) => ({
    address,
    calendarView: {
      nodes: eventsOf(id).map(({ version, subject, isAllDay, showAs, sensitivity, location, ...event }) => ({
        ...{ version, subject, isAllDay, showAs, sensitivity, location, organizer: event.organizer },
        attendees: event.attendees.map(({ name, address: mail, response }) => ({ name, address: mail, response })),
        start: { instant: event.start.instant.toISOString(), timeZone: event.start.timeZone },
        end: { instant: event.end.instant.toISOString(), timeZone: event.end.timeZone },
      })),
    },
  }));
  const large = { data: { organization: { mailboxes: { nodes: views } } } };
  const tiny = { data: { organization: { name: organization.name } } };
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { query } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string };
    const body = JSON.stringify(query.includes("calendarView") ? large : tiny);
    res.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** The gateway's GraphQL side behind its edge, as it is set up; key checks and Microsoft are left out. */
async function gateway(isKept: boolean): Promise<number> {
  const log = createLogger({ level: "info", write: () => {} });
  const limits = { ...DEFAULT_QUERY_LIMITS, maxCost: 1_000_000_000 };
  const responseTextBytes = 32 * MEGABYTES;
  const graphql = await createApi({
    ...{ services: servicesOver(isKept), limits, introspection: false, responseTextBytes, log },
    clock: systemClock,
  });
  const edge = createHttpEdge({
    http: {
      ...{ host: "127.0.0.1", port: 0, bodyLimitBytes: 262_144, corsOrigins: [], headersTimeoutMs: 10_000 },
      ...{ requestTimeoutMs: 30_000, keepAliveTimeoutMs: 5_000, deadlineMs: 30_000, compressMinBytes: 16_384 },
      drainMs: 1_000,
    },
    graphql,
    authenticate: async () => ({
      ...{ apiKeyId: "1", apiKeyName: "bench", role: "READER" as const },
      organizationId: organization.id,
    }),
    readiness: async () => ({ ready: true, checks: {} }),
    sdl: () => "",
    explorer: null,
    log,
    clock: systemClock,
  });
  return (await edge.listen()).port;
}

async function mercuriusServer(): Promise<number> {
  const app = Fastify();
  // Mercurius has another name for what tells a union's types apart.
  const own = { ...resolvers, EventTime: { resolveType: resolvers.EventTime.__resolveType } };
  await app.register(mercurius, { schema: SDL, resolvers: own as never, jit: 1 });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
}

async function yoga(): Promise<number> {
  const schema = createSchema({ typeDefs: SDL, resolvers });
  const server = createServer(createYoga({ schema, logging: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function apollo(): Promise<number> {
  const server = new ApolloServer({ typeDefs: SDL, resolvers, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
  return Number(new URL(url).port);
}

const SERVERS: Readonly<Record<string, () => Promise<number>>> = {
  bare,
  "gateway-cold": () => gateway(false),
  "gateway-kept": () => gateway(true),
  mercurius: mercuriusServer,
  yoga,
  apollo,
};

process.once("disconnect", () => process.exit());
process.on("message", () => process.send?.(process.cpuUsage()));
const start = SERVERS[process.argv[2] ?? ""];
if (start === undefined) throw new Error(`There is no server ${process.argv[2]}.`);
process.send?.(await start());
