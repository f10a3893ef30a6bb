import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { ConnectionWarning, Credential } from "../../services/credentials/credential.model.js";
import { rowGlobalId } from "../common/global-id.js";
import type { RequestContext } from "../common/request-context.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { ConnectionWarningType, CredentialType } from "./credential.type.js";

@Resolver(() => ConnectionConfigType)
export class ConnectionCredentialsResolver {
  @FieldResolver(() => CredentialType, {
    nullable: true,
    description: "The facts of the credential in use; null when there is none.",
  })
  async credential(
    @Root() connection: ConnectionConfig,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Credential | null> {
    const { credentials } = await loaders.credentialsOfConnection.load(connection);
    return credentials.find(({ state }) => state === "CURRENT") ?? null;
  }

  @FieldResolver(() => [CredentialType], {
    description: "All stored credentials, oldest first: the one in use, one that is retiring, one that waits.",
  })
  async credentials(
    @Root() connection: ConnectionConfig,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly Credential[]> {
    return (await loaders.credentialsOfConnection.load(connection)).credentials;
  }

  @FieldResolver(() => [ConnectionWarningType], {
    description: "What to see to before the connection fails; empty when all is well.",
  })
  async warnings(
    @Root() connection: ConnectionConfig,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly ConnectionWarning[]> {
    return (await loaders.credentialsOfConnection.load(connection)).warnings;
  }
}

@Resolver(() => ConnectionWarningType)
export class ConnectionWarningResolver {
  @FieldResolver(() => ID, { description: "The credential that it is about." })
  credentialId(@Root() { credentialId }: ConnectionWarning): string {
    return rowGlobalId("Credential", credentialId);
  }
}
