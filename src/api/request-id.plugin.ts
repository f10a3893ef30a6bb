import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../resolvers/common/request-context.js";

/** Puts the request's id into each error, so that a screenshot is enough to find the log line. */
export function requestIdPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== "single") return;
          const { singleResult } = response.body;
          if (singleResult.errors === undefined) return;
          const { requestId } = contextValue.call;
          singleResult.errors = singleResult.errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
        },
      };
    },
  };
}
