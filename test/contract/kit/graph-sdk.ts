import { createGraphServiceClient, GraphRequestAdapter, type GraphServiceClient } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-subscriptions";
import "@microsoft/msgraph-sdk-users";
import { graphToken, msalApp } from "./clients.js";
import type { Target } from "./target.js";

/** The Graph SDK built with Kiota, with its default adapter; `baseUrl` is the adapter's documented property. */
export function graphSdk(target: Target, app = msalApp(target)): GraphServiceClient {
  const { origin } = new URL(target.graphUrl);
  const adapter = new GraphRequestAdapter({
    async authenticateRequest(request) {
      if (new URL(request.URL).origin !== origin) return;
      request.headers.add("Authorization", `Bearer ${await graphToken(app)}`);
    },
  });
  adapter.baseUrl = `${target.graphUrl}/v1.0`;
  return createGraphServiceClient(adapter);
}
