import { createGraphServiceClient, GraphRequestAdapter, type GraphServiceClient } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-subscriptions";
import "@microsoft/msgraph-sdk-users";
import type { ODataError } from "@microsoft/msgraph-sdk/models/oDataErrors/index.js";
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

/** What the SDK made of a refusal: a status, and Graph's code as its model has it. Rejects when there was none. */
export async function odataErrorOf(
  work: Promise<unknown>,
): Promise<{ status: number; code: string; requestId: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { responseStatusCode, errorEscaped } = (error ?? {}) as Partial<ODataError>;
  if (responseStatusCode === undefined) throw new Error("Graph did not refuse this.", { cause: error });
  return {
    status: responseStatusCode,
    code: String(errorEscaped?.code),
    requestId: String(errorEscaped?.innerError?.requestId),
  };
}

/** A date in the form of the SDK's models. */
export function dateOnly(text: string): { year: number; month: number; day: number; toString(): string } {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day, toString: () => text };
}
