/** One server for `http-edge.ts`, chosen by the first argument; sends its port to the parent and runs until killed. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ApolloServer, type ApolloServerOptionsWithTypeDefs, type BaseContext, HeaderMap } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { AnswerBodies } from "../src/api/answer-bodies.js";
import { apolloOptions } from "../src/api/apollo-options.js";
import { costPlugin } from "../src/api/limits/cost.plugin.js";
import { COST_WEIGHTS } from "../src/api/limits/cost-weights.js";
import { limitAnswerPlugin } from "../src/api/limits/limit-answer.plugin.js";
import { createLimitRules } from "../src/api/limits/limit-rules.js";
import { DEFAULT_QUERY_LIMITS, parseOptionsFor } from "../src/api/limits/query-limits.js";
import type { Caller } from "../src/http/options.js";
import { createHttpEdge } from "../src/http/server.js";
import { systemClock } from "../src/lib/clock.js";
import { createLogger } from "../src/lib/create-logger.js";
import { type Logger, silentLogger } from "../src/lib/logger.js";
import { createLoaders } from "../src/loaders/create-loaders.js";
import type { RequestContext } from "../src/resolvers/common/request-context.js";
import type { Services } from "../src/services/create-services.js";

const organization = { name: "Contoso" };

function apollo<C extends BaseContext>(
  more: Omit<ApolloServerOptionsWithTypeDefs<C>, "typeDefs"> = {},
): ApolloServer<C> {
  return new ApolloServer<C>({
    typeDefs: "type Query { organization: Organization! } type Organization { name: String! }",
    resolvers: { Query: { organization: () => organization } },
    stopOnTerminationSignals: false,
    ...more,
  });
}

async function startEdge<C extends BaseContext>(
  server: ApolloServer<C>,
  contextOf: (caller: Caller) => C,
  log: Logger = silentLogger,
  bodies?: AnswerBodies,
): Promise<number> {
  await server.start();
  const viewer = { apiKeyId: "1", apiKeyName: "bench", role: "READER", organizationId: "1" } as const;
  const edge = createHttpEdge({
    http: {
      host: "127.0.0.1",
      port: 0,
      bodyLimitBytes: 262_144,
      corsOrigins: [],
      headersTimeoutMs: 10_000,
      requestTimeoutMs: 30_000,
      keepAliveTimeoutMs: 5_000,
      deadlineMs: 30_000,
      compressMinBytes: 16_384,
      drainMs: 1_000,
    },
    graphql: {
      execute: async (httpGraphQLRequest, caller) => {
        const context = async () => contextOf(caller);
        const response = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
        return bodies === undefined ? response : bodies.exchange(response);
      },
    },
    authenticate: async (authorization) => (authorization === "Bearer bench" ? viewer : null),
    readiness: async () => ({ ready: true, checks: {} }),
    sdl: () => "",
    explorer: null,
    log,
    clock: systemClock,
  });
  return (await edge.listen()).port;
}

/** The edge over Apollo as the gateway sets it up, with the loaders of each request and the line it logs. */
function startGateway(): Promise<number> {
  const log = createLogger({ level: "info", write: () => {} });
  const bodies = new AnswerBodies(new WeakMap());
  const server = apollo<RequestContext>({
    ...apolloOptions({ limits: DEFAULT_QUERY_LIMITS, introspection: true, log, clock: systemClock }),
    stringifyResult: bodies.stringify,
  });
  // Nothing is loaded, so the services behind the loaders are never asked for.
  const services = {} as Services;
  return startEdge(
    server,
    ({ viewer, call }) => ({ viewer, call, loaders: createLoaders(services, viewer, call) }),
    log,
    bodies,
  );
}

/** The floor: the same JSON read and written, with nothing in between. */
function startBare(): Promise<number> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    JSON.parse(Buffer.concat(chunks).toString());
    res.writeHead(200, { "content-type": "application/json; charset=utf-8" });
    res.end(JSON.stringify({ data: { organization } }));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Apollo behind the least code that works: what any HTTP edge over it could reach at most. */
async function startMinimal(): Promise<number> {
  const apolloServer = apollo();
  await apolloServer.start();
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", async () => {
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value));
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      const answer = await apolloServer.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: "POST", headers, search: "", body },
        context: async () => ({}),
      });
      res.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
      res.end(answer.body.kind === "complete" ? answer.body.string : "");
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

const STARTERS: Readonly<Record<string, () => Promise<number>>> = {
  bare: startBare,
  minimal: startMinimal,
  edge: () => startEdge(apollo(), (caller) => caller),
  "edge-limits": () =>
    startEdge(
      apollo({
        parseOptions: parseOptionsFor(DEFAULT_QUERY_LIMITS),
        validationRules: createLimitRules(DEFAULT_QUERY_LIMITS),
        plugins: [costPlugin(DEFAULT_QUERY_LIMITS, COST_WEIGHTS), limitAnswerPlugin(DEFAULT_QUERY_LIMITS)],
      }),
      (caller) => caller,
    ),
  gateway: startGateway,
  standalone: async () => {
    const { url } = await startStandaloneServer(apollo(), { listen: { host: "127.0.0.1", port: 0 } });
    return Number(new URL(url).port);
  },
};

const start = STARTERS[process.argv[2] ?? ""];
if (start === undefined) throw new Error(`Name one of: ${Object.keys(STARTERS).join(", ")}.`);
// A server must not outlive the benchmark that started it.
process.once("disconnect", () => process.exit());
// The benchmark asks for the processor time before and after a round.
process.on("message", () => process.send?.(process.cpuUsage()));
process.send?.(await start());
