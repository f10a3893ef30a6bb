import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { ConnectionConfig, CredentialFacts } from "./connection.model.js";
import { storedResult } from "./verification/verification-record.js";

/** The connection without its credential's text, which never leaves the vault. */
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
    credential: toCredential(row),
    state: row.state,
    stateReason: row.stateReason,
    stateCode: row.stateCode,
    permissionLevel: row.permissionLevel,
    lastVerification: storedResult(row.lastVerification),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function toCredential(row: ConnectionRow): CredentialFacts | null {
  if (row.credentialKind === null || row.credentialSetAt === null) return null;
  return {
    kind: row.credentialKind,
    hint: row.credentialHint ?? "",
    setAt: row.credentialSetAt,
    expiresAt: row.credentialExpiresAt,
  };
}
