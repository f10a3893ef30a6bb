import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../resolvers/common/request-context.js";

/** Tells in `extensions.notices` what a caller should know of the answer as a whole; left out when there is nothing. */
export function noticesPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          const notices = [...(contextValue.call.notices?.values() ?? [])];
          if (notices.length === 0 || response.body.kind !== "single") return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, notices };
        },
      };
    },
  };
}
