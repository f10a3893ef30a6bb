import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { ConnectionConfig } from "./connection.model.js";
import { storedResult } from "./verification/verification-record.js";

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
    stateCode: row.stateCode,
    permissionLevel: row.permissionLevel,
    freeBusyReach: row.freeBusyReach,
    visibility: row.visibility,
    privateEvents: row.privateEvents,
    lastVerification: storedResult(row.lastVerification),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
