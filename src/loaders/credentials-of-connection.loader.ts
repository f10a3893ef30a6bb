import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { ConnectionConfig } from "../services/connections/connection.model.js";
import type { CredentialReport, CredentialService } from "../services/credentials/credential.service.js";

/** The credentials and warnings of connections that the viewer has already been given. */
export function credentialsOfConnectionLoader(
  viewer: Viewer,
  credentials: CredentialService,
): DataLoader<ConnectionConfig, CredentialReport, string> {
  return new DataLoader<ConnectionConfig, CredentialReport, string>(
    (connections) => credentials.ofConnections(viewer, connections),
    { name: "credentialsOfConnection", cacheKeyFn: ({ id }) => id, maxBatchSize: 500 },
  );
}
