import type { Tenant } from "../core/directory.model.js";
import type { Store } from "../core/store.js";
import { EntraFailure } from "./entra-failure.js";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const NO_GUID = "00000000-0000-0000-0000-000000000000";

/** The tenant in which all personal Microsoft accounts live. */
export const PERSONAL_TENANT_ID = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** The words that stand in a path for "whichever tenant the user belongs to". */
export const SHARED_AUTHORITIES: readonly string[] = ["common", "organizations", "consumers"];

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** Refuses text that can be no tenant (AADSTS900023, 900021) before the directory is asked. */
export function assertTenantText(text: string): void {
  if (text === NO_GUID) {
    throw new EntraFailure("invalid_request", 900021, `Requested tenant identifier '${text}' is not valid.`);
  }
  if (GUID.test(text) || DOMAIN.test(text) || SHARED_AUTHORITIES.includes(text.toLowerCase())) return;
  throw new EntraFailure(
    "invalid_request",
    900023,
    `Specified tenant identifier '${text}' is neither a valid DNS name, nor a valid external domain.`,
  );
}

/** The tenant a path names. `error` is the OAuth word for an unknown one, which differs between endpoints. */
export function tenantOf(store: Store, text: string, error = "invalid_request"): Tenant {
  const tenant = store.tenant(text);
  if (tenant !== undefined) return tenant;
  throw new EntraFailure(
    error,
    90002,
    `Tenant '${text}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}
