import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { ConnectionConfig, Verification } from "./connection.model.js";

/** The connection as it is configured; its credentials are rows of their own. */
export function toConnection(row: ConnectionRow): ConnectionConfig {
  const { id, organizationId, name, cloud, access, supportedAccountTypes, tenantId, clientId } = row;
  return {
    kind: "ConnectionConfig",
    id,
    organizationId,
    name,
    cloud,
    access,
    supportedAccountTypes,
    tenantId,
    clientId,
    state: row.state,
    stateReason: row.stateReason,
    lastVerification: row.lastVerification as Verification | null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
