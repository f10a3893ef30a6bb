import { ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import { lexicographicSortSchema, printSchema } from "graphql";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import { createLoaders } from "../loaders/create-loaders.js";
import type { RequestContext } from "../resolvers/common/request-context.js";
import type { Services } from "../services/create-services.js";
import { AnswerBodies } from "./answer-bodies.js";
import { apolloOptions } from "./apollo-options.js";
import { buildGatewaySchema } from "./build-schema.js";
import type { PlanNode } from "./execution/answer-plan.js";
import { compiledGateway } from "./execution/compiled-gateway.js";
import { EventTexts } from "./execution/event-texts.js";
import { JoinedQueries } from "./execution/joined-queries.js";
import type { QueryLimits } from "./limits/query-limits.js";

export interface ApiDeps {
  readonly services: Services;
  readonly limits: QueryLimits;
  /** Introspection, and the names of near misses in validation errors. */
  readonly introspection: boolean;
  /** Memory for the texts of events that are kept between requests; 0 keeps none. */
  readonly responseTextBytes: number;
  readonly log: Logger;
  readonly clock: Clock;
}

export interface Api {
  /** Answers one GraphQL-over-HTTP request for a viewer. Failures are answers too. */
  execute(
    http: HTTPGraphQLRequest,
    caller: { readonly viewer: Viewer; readonly call: Call },
  ): Promise<HTTPGraphQLResponse>;
  /** Something was written that no mutation said: queries under way are joined no more. */
  forgetRunning(): void;
  /** The schema's text, sorted. */
  sdl(): string;
  close(): Promise<void>;
}

/** The GraphQL side of the gateway: Apollo Server over the schema, behind no particular web server. */
export async function createApi({
  services,
  limits,
  introspection,
  responseTextBytes,
  log,
  clock,
}: ApiDeps): Promise<Api> {
  const schema = buildGatewaySchema(services, limits.maxPageSize);
  let sdl: string | undefined;
  const plans = new WeakMap<object, PlanNode>();
  const bodies = new AnswerBodies(plans);
  const contextOf = (viewer: Viewer, call: Call) => ({ viewer, call, loaders: createLoaders(services, viewer, call) });
  const joined = new JoinedQueries({ clock, contextOf });
  const apollo = new ApolloServer<RequestContext>({
    gateway: compiledGateway({ schema, plans, texts: new EventTexts(responseTextBytes), joined }),
    stringifyResult: bodies.stringify,
    ...apolloOptions({ limits, introspection, log, clock }),
  });
  await apollo.start();
  return {
    execute: async (httpGraphQLRequest, { viewer, call }) =>
      bodies.exchange(
        await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest,
          context: async () => contextOf(viewer, call),
        }),
      ),
    forgetRunning: () => joined.forget(),
    sdl: () => (sdl ??= printSchema(lexicographicSortSchema(schema))),
    close: () => apollo.stop(),
  };
}
