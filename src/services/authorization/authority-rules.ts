import { PERSONAL_ACCOUNTS_TENANT } from "../../auth/tenant-lookup.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { CloudEndpoints } from "../../lib/clouds.js";
import { sufficientPermissions } from "../connections/permission-level.js";
import { permissionsFor } from "../guide/graph-permissions.js";
import type { GraphPermission } from "../guide/guide.model.js";

type Registration = Pick<ConnectionRow, "access" | "supportedAccountTypes" | "tenantId" | "cloud">;
type Needs = Pick<ConnectionRow, "access" | "permissionLevel">;

/** OpenID's own scopes, which MSAL adds by itself and no token of Graph's shows. */
const OPENID_SCOPES = new Set(["openid", "profile", "email", "offline_access"]);

/**
 * The authority at which people sign in, by what the registration supports: its own tenant, any tenant, anybody, or
 * personal accounts alone.
 */
export function signInAuthority({ supportedAccountTypes, tenantId }: Registration): string {
  switch (supportedAccountTypes) {
    case "SINGLE_TENANT":
      return tenantId;
    case "MULTI_TENANT":
      return "organizations";
    case "MULTI_TENANT_AND_PERSONAL":
      return "common";
    case "PERSONAL_ONLY":
      return "consumers";
  }
}

/** @throws AppError INVALID_INPUT where nobody's sign-in is needed. */
export function assertMaySignIn({ access }: Registration): void {
  if (access === "DELEGATED") return;
  throw invalid(
    "This connection uses the application's own permission: nobody has to sign in. For people's own sign-in make a connection with the access DELEGATED.",
  );
}

/**
 * The authority of an administrator's consent: the connection's tenant, or `organizations` where whichever tenant the
 * administrator belongs to is meant.
 *
 * @throws AppError INVALID_INPUT for combinations in which nobody could consent.
 */
export function consentAuthority(row: Registration, anyTenant: boolean): string {
  if (row.supportedAccountTypes === "PERSONAL_ONLY") {
    throw invalid("Personal accounts have no administrator: each person consents when signing in.");
  }
  const isMultiTenant = row.supportedAccountTypes !== "SINGLE_TENANT";
  if (anyTenant && (row.access === "APPLICATION" || !isMultiTenant)) {
    throw new AppError(
      "INVALID_INPUT",
      row.access === "APPLICATION"
        ? "Application permissions are used in the connection's own tenant, so that tenant's administrator must consent."
        : "The registration is for one tenant only, so that tenant's administrator must consent.",
      { path: ["anyTenant"] },
    );
  }
  if (row.tenantId !== PERSONAL_ACCOUNTS_TENANT) return anyTenant ? "organizations" : row.tenantId;
  if (isMultiTenant) return "organizations";
  throw invalid("This is the tenant of personal accounts, which has no administrator.");
}

/** What the connection needs at its permission level and no more, with the reason for each. */
export function requiredPermissions({ access, permissionLevel }: Needs): readonly GraphPermission[] {
  const mailboxes = access === "DELEGATED" ? "EACH_PERSON_CONNECTS" : "WHOLE_ORGANIZATION";
  return permissionsFor({ mailboxes, use: permissionLevel, directorySearch: false });
}

/**
 * The scopes to ask for. In the global cloud a bare name means Microsoft Graph; national clouds need their own Graph in
 * front of it (https://learn.microsoft.com/graph/deployments).
 */
export function delegatedScopes(
  { cloud, permissionLevel }: Pick<ConnectionRow, "cloud" | "permissionLevel">,
  { graphUrl }: CloudEndpoints,
): readonly string[] {
  const isGlobal = cloud === "GLOBAL" || cloud === "EMULATOR";
  const names = namesOf(requiredPermissions({ access: "DELEGATED", permissionLevel }));
  return isGlobal ? names : names.map((name) => `${graphUrl}/${name}`);
}

/** Required permissions that neither were granted, however those are spelled, nor are part of a stronger one that was. */
export function missingPermissions(connection: Needs, granted: readonly string[]): string[] {
  const has = new Set(granted.map((scope) => scope.slice(scope.lastIndexOf("/") + 1).toLowerCase()));
  const isGranted = (name: string) => has.has(name.toLowerCase());
  const calendars = sufficientPermissions(connection.permissionLevel);
  return namesOf(requiredPermissions(connection)).filter((name) =>
    calendars.includes(name) ? !calendars.some(isGranted) : !isGranted(name),
  );
}

function namesOf(permissions: readonly GraphPermission[]): string[] {
  return permissions.map(({ name }) => name).filter((name) => !OPENID_SCOPES.has(name));
}

function invalid(message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: ["connectionId"] });
}
