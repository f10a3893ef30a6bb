import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { RequestContext } from "../resolvers/common/request-context.js";

/**
 * One log line for each operation: its name, what it cost upstream and how it ended. Never the document, variables or
 * data: they hold subjects, addresses and secrets. The name is the client's own text, so it is bounded.
 */
export function operationLogPlugin(log: Logger, clock: Clock): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      const startedAt = clock.now();
      return {
        async willSendResponse(context) {
          log.info(
            {
              requestId: context.contextValue.call.requestId,
              apiKeyId: context.contextValue.viewer.apiKeyId,
              operation: operationName(context),
              kind: context.operation?.operation ?? null,
              durationMs: clock.now() - startedAt,
              upstream: context.contextValue.call.meter,
              errorCodes: errorCodes(context),
            },
            "operation",
          );
        },
      };
    },
  };
}

function operationName({ operationName: name }: GraphQLRequestContextWillSendResponse<RequestContext>): string | null {
  return name?.slice(0, 100) ?? null;
}

function errorCodes({ response }: GraphQLRequestContextWillSendResponse<RequestContext>): string[] {
  if (response.body.kind !== "single") return [];
  const codes = (response.body.singleResult.errors ?? []).map(({ extensions }) =>
    String(extensions?.code ?? "UNKNOWN"),
  );
  return [...new Set(codes)];
}
