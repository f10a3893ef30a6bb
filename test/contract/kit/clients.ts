import { ConfidentialClientApplication, type NodeAuthOptions } from "@azure/msal-node";
import { Client, GraphError } from "@microsoft/microsoft-graph-client";
import type { Target } from "./target.js";

/** Asked for by every client; a real name, whatever host answers. */
export const GRAPH_SCOPE = "https://graph.microsoft.com/.default";

/**
 * MSAL Node with its own transport, cache and retries. `knownAuthorities` is its documented option for authorities that
 * Microsoft does not list; it takes hosts.
 */
export function msalApp(target: Target, over: Partial<NodeAuthOptions> = {}): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: target.clientId,
      ...("clientCertificate" in over || "clientAssertion" in over ? {} : { clientSecret: target.clientSecret }),
      authority: `${target.loginUrl}/${target.tenantId}`,
      knownAuthorities: [new URL(target.loginUrl).host],
      ...over,
    },
  });
}

/** An access token for Graph, from MSAL's cache where it has one. */
export async function graphToken(app: ConfidentialClientApplication): Promise<string> {
  const result = await app.acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] });
  if (!result?.accessToken) throw new Error("MSAL got no access token.");
  return result.accessToken;
}

/**
 * The Microsoft Graph client with its default chain of middleware. It signs requests to Microsoft's own hosts and to
 * its documented `customHosts`, by https only.
 */
export function graphClient(target: Target, app = msalApp(target)): Client {
  return Client.initWithMiddleware({
    baseUrl: `${target.graphUrl}/`,
    customHosts: new Set([new URL(target.graphUrl).hostname]),
    authProvider: { getAccessToken: () => graphToken(app) },
  });
}

/** A resource with its version, as OData writes it. */
export type Etagged<T> = T & { readonly "@odata.etag": string };

/** One page of a list, as OData writes it; the Graph client has no type for it. */
export interface Page<T> {
  readonly value: T[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
  readonly "@odata.count"?: number;
}

/** The error that the Graph client made of a refusal. Rejects when there was none, and for any other error. */
export async function graphErrorOf(work: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GraphError) return error;
  throw new Error("Graph did not refuse this.", { cause: error });
}
