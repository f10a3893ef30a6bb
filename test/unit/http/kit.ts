import { connect, type Socket } from "node:net";
import { ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Viewer } from "../../../src/auth/viewer.js";
import type { Caller, GraphqlEndpoint, HttpConfig, HttpEdge, HttpEdgeOptions } from "../../../src/http/options.js";
import { createHttpEdge } from "../../../src/http/server.js";
import { systemClock } from "../../../src/lib/clock.js";
import { silentLogger } from "../../../src/lib/logger.js";

export const KEY = "Bearer right-key";
export const viewer: Viewer = { apiKeyId: "key-1", apiKeyName: "test", role: "READER", organizationId: "org-1" };

const typeDefs = `#graphql
  type Query { hello: String! wait: String! fail: String! calls: Int! big(bytes: Int!): String! }
  type Mutation { shout: String! }
`;

/** A caller, and a promise that resolves when its signal aborts. */
export class Waiting {
  readonly started: Promise<Caller>;
  readonly aborted: Promise<unknown>;
  #start: (caller: Caller) => void = () => {};
  #finish: (text: string) => void = () => {};
  readonly #result = new Promise<string>((resolve) => {
    this.#finish = resolve;
  });

  constructor() {
    this.started = new Promise((resolve) => {
      this.#start = resolve;
    });
    this.aborted = this.started.then(
      ({ call }) => new Promise((resolve) => call.signal.addEventListener("abort", () => resolve(call.signal.reason))),
    );
  }

  answer(text: string): void {
    this.#finish(text);
  }

  resolver = async (_: unknown, __: unknown, caller: Caller): Promise<string> => {
    this.#start(caller);
    return this.#result;
  };
}

export interface TestEdge {
  readonly edge: HttpEdge;
  readonly url: string;
  readonly port: number;
  readonly waiting: Waiting;
  readonly executed: () => number;
  close(): Promise<void>;
}

export const httpDefaults: HttpConfig = {
  host: "127.0.0.1",
  port: 0,
  bodyLimitBytes: 4_096,
  corsOrigins: [],
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 10_000,
  keepAliveTimeoutMs: 5_000,
  deadlineMs: 10_000,
  compressMinBytes: 1_024,
  drainMs: 1_000,
};

/** A real edge on a free port, over a real Apollo Server with a tiny schema. */
export async function startEdge(
  overrides: Partial<Omit<HttpEdgeOptions, "http">> & { http?: Partial<HttpConfig> } = {},
): Promise<TestEdge> {
  const waiting = new Waiting();
  let executed = 0;
  const apollo = new ApolloServer<BaseContext & Caller>({
    typeDefs,
    resolvers: {
      Query: {
        hello: () => "world",
        wait: waiting.resolver,
        fail: () => {
          throw new GraphQLError("No.", { extensions: { code: "NOT_FOUND" } });
        },
        big: (_: unknown, { bytes }: { bytes: number }) => "x".repeat(bytes),
      },
      Mutation: { shout: () => "HELLO" },
    },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const edge = createHttpEdge({
    graphql: {
      execute: (http, caller) => {
        executed += 1;
        return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: http, context: async () => caller });
      },
    },
    authenticate: async (authorization) => (authorization === KEY ? viewer : null),
    readiness: async () => ({ ready: true, checks: { database: true } }),
    sdl: () => typeDefs,
    explorer: null,
    log: silentLogger,
    clock: systemClock,
    ...overrides,
    http: { ...httpDefaults, ...overrides.http },
  });
  const { port } = await edge.listen();
  return {
    edge,
    url: `http://127.0.0.1:${port}`,
    port,
    waiting,
    executed: () => executed,
    close: async () => {
      await edge.close();
      await apollo.stop();
    },
  };
}

/** An endpoint whose answers are the chunks of a generator. */
export function streaming(chunks: (caller: Caller) => AsyncGenerator<string, undefined>): GraphqlEndpoint {
  return {
    execute: async (_, caller) => ({
      headers: new HeaderMap([["content-type", "application/json; charset=utf-8"]]),
      body: { kind: "chunked", asyncIterator: chunks(caller) },
    }),
  };
}

export interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; [key: string]: unknown } }[];
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}, init: RequestInit = {}) {
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: KEY, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...init,
  });
}

export async function answerOf(response: Response): Promise<GraphqlAnswer> {
  return (await response.json()) as GraphqlAnswer;
}

/** A bare connection: writes `text` and gives what came back when the server closed it, or `until` was seen. */
export function rawExchange(port: number, text: string, until?: string): Promise<{ text: string; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      received += chunk;
      if (until !== undefined && received.includes(until)) resolve({ text: received, socket });
    });
    socket.on("close", () => resolve({ text: received, socket }));
    socket.on("error", reject);
  });
}
