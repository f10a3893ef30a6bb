import type { AppCredential } from "../../auth/app-token.js";
import type { SignedInAccount } from "../../auth/delegated-client.js";
import { isGuid, issuerOf, PERSONAL_ACCOUNTS_TENANT, tenantGuid } from "../../auth/tenant-lookup.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import { AppError } from "../../lib/app-error.js";

type Account = Pick<SignedInAccount, "tenantId" | "issuer" | "audience">;

/**
 * Checks who issued the ID token, for whom, and for an account of which tenant. Its signature needs no check, because it
 * came over TLS from the token endpoint itself (OpenID Connect Core 1.0, section 3.1.3.7, rule 6).
 *
 * @returns the GUID of the connection's own tenant; null where it is named by a domain that nobody needs to look up.
 * @throws AppError CREDENTIAL_REFUSED, or IdentityError when the connection's tenant cannot be looked up.
 */
export async function verifiedTenant(
  row: Pick<ConnectionRow, "supportedAccountTypes" | "tenantId">,
  { endpoints, clientId }: Pick<AppCredential, "endpoints" | "clientId">,
  { tenantId, issuer, audience }: Account,
  send?: typeof fetch,
): Promise<string | null> {
  if (audience.toLowerCase() !== clientId.toLowerCase()) throw refused("The sign-in was for another application.");
  if (!isGuid(tenantId) || issuer !== issuerOf(endpoints, tenantId)) {
    throw refused("The sign-in was not issued by the Microsoft cloud of this connection.");
  }
  const isPersonal = tenantId === PERSONAL_ACCOUNTS_TENANT;
  switch (row.supportedAccountTypes) {
    case "SINGLE_TENANT": {
      const own = await tenantGuid(endpoints, row.tenantId, send);
      if (own !== tenantId) throw refused("The account belongs to another organization than this connection.");
      return own;
    }
    case "MULTI_TENANT":
      if (isPersonal) throw refused("A personal account signed in, and this connection takes work accounts only.");
      return ownIfKnown(row.tenantId);
    case "MULTI_TENANT_AND_PERSONAL":
      return ownIfKnown(row.tenantId);
    case "PERSONAL_ONLY":
      if (!isPersonal) throw refused("A work account signed in, and this connection takes personal accounts only.");
      return null;
  }
}

/** Whether the account belongs to the connection's own tenant, whose administrators are trusted with its addresses. */
export function isOwnTenant(own: string | null, { tenantId }: Pick<Account, "tenantId">): boolean {
  return own === tenantId;
}

function ownIfKnown(tenant: string): string | null {
  return isGuid(tenant) ? tenant.toLowerCase() : null;
}

function refused(message: string): AppError {
  return new AppError("CREDENTIAL_REFUSED", `${message} Nothing was stored.`);
}
