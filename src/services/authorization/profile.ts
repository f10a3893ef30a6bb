import type { AppCredential } from "../../auth/app-token.js";
import type { DelegatedToken } from "../../auth/delegated-client.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { OauthFlow } from "../../entities/oauth-flow.entity.js";
import { type GraphClient, getMe } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Profile } from "./account-match.js";

interface SignIn {
  readonly connection: ConnectionRow;
  readonly flow: OauthFlow;
  readonly credential: AppCredential;
  readonly token: DelegatedToken;
}

/** Whose account it is, by Graph's own answer. @throws GraphError, or AppError when the answer names nobody. */
export async function profileOf(
  graph: GraphClient,
  { connection, flow, credential, token }: SignIn,
  call: Call,
): Promise<Profile> {
  const way = {
    id: connection.id,
    identity: `sign-in ${flow.id}`,
    graphUrl: credential.endpoints.graphUrl,
    accessToken: async () => token.accessToken.reveal(),
  };
  const select = ["displayName", "mail", "userPrincipalName"];
  const { id, displayName, mail, userPrincipalName } = await getMe(graph, way, { select }, call);
  if (typeof id !== "string" || id === "" || id.length > 36) {
    throw new AppError("UPSTREAM_REFUSED", "Microsoft did not say whose account signed in.");
  }
  return {
    id,
    displayName: displayName ?? null,
    mail: mail ?? null,
    userPrincipalName: userPrincipalName ?? null,
  };
}
