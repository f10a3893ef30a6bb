import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from "@apollo/server/plugin/disabled";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { RequestContext } from "../resolvers/common/request-context.js";
import { createDocumentStore, createPersistedStore } from "./document-stores.js";
import { createErrorFormatter } from "./format-error.js";
import { costPlugin } from "./limits/cost.plugin.js";
import { COST_WEIGHTS } from "./limits/cost-weights.js";
import { limitAnswerPlugin } from "./limits/limit-answer.plugin.js";
import { createLimitRules } from "./limits/limit-rules.js";
import { parseOptionsFor, type QueryLimits } from "./limits/query-limits.js";
import { noEchoPlugin } from "./no-echo.plugin.js";
import { noticesPlugin } from "./notices.plugin.js";
import { operationLogPlugin } from "./operation-log.plugin.js";
import { requestIdPlugin } from "./request-id.plugin.js";

export interface ApolloDeps {
  readonly limits: QueryLimits;
  readonly introspection: boolean;
  readonly log: Logger;
  readonly clock: Clock;
}

/** How the gateway sets up Apollo Server, whatever the schema is; the benchmark measures it over a small one. */
export function apolloOptions({ limits, introspection, log, clock }: ApolloDeps) {
  return {
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    formatError: createErrorFormatter(log, { suggestions: introspection }),
    documentStore: createDocumentStore(),
    persistedQueries: { cache: createPersistedStore() },
    parseOptions: parseOptionsFor(limits),
    validationRules: createLimitRules(limits),
    plugins: [
      // It calls a hook for every field of an answer, a third of all work on large ones, and there are no hints to read.
      ApolloServerPluginCacheControlDisabled(),
      // For subgraphs alone, which this is not; loading it to find that out takes its time at every start.
      ApolloServerPluginInlineTraceDisabled(),
      costPlugin(limits, COST_WEIGHTS),
      limitAnswerPlugin(limits),
      noEchoPlugin(),
      requestIdPlugin(),
      noticesPlugin(),
      operationLogPlugin(log, clock),
    ],
    logger: apolloLogger(log),
  } satisfies Omit<ApolloServerOptionsWithGateway<RequestContext>, "gateway">;
}

/** Apollo logs sentences; ours come with facts. */
function apolloLogger(log: Logger) {
  const line = (level: keyof Logger) => (message?: unknown) => log[level]({ source: "apollo" }, String(message));
  return { debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") };
}
