import type {
  ConnectionAccess,
  ConnectionState,
  FreeBusyReach,
  PermissionLevel,
  SupportedAccountTypes,
} from "../../entities/connection-config.entity.js";
import type { Visibility } from "../../entities/visibility.js";
import type { Cloud } from "../../lib/clouds.js";
import type { Verification } from "./verification/verification.model.js";

export type { ConnectionState, FreeBusyReach, PermissionLevel, SupportedAccountTypes };

/** Whose permission the connection uses: the application's own, or that of each user who signs in. */
export type ConnectionAccessKind = ConnectionAccess;

/** A configured way into one Microsoft 365 tenant. Its credentials are not part of it. */
export interface ConnectionConfig {
  readonly kind: "ConnectionConfig";
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly cloud: Cloud;
  readonly access: ConnectionAccessKind;
  readonly supportedAccountTypes: SupportedAccountTypes;
  readonly tenantId: string;
  readonly clientId: string;
  readonly state: ConnectionState;
  readonly stateReason: string | null;
  /** Microsoft's code behind the state. */
  readonly stateCode: string | null;
  readonly permissionLevel: PermissionLevel;
  /** Whose free and busy times it tells. */
  readonly freeBusyReach: FreeBusyReach;
  /** How much of events it shows. */
  readonly visibility: Visibility;
  readonly privateEvents: Visibility;
  readonly lastVerification: Verification | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
