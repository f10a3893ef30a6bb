import type { CloudEndpoints } from "../lib/clouds.js";
import { IdentityError } from "./identity-error.js";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIMEOUT_MS = 10_000;

/** The tenant in which all personal Microsoft accounts live. */
export const PERSONAL_ACCOUNTS_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** What an ID token of this cloud names as its issuer. */
export function issuerOf({ loginUrl }: Pick<CloudEndpoints, "loginUrl">, tenantId: string): string {
  return `${loginUrl}/${tenantId}/v2.0`;
}

/**
 * The GUID of a tenant that may be named by one of its domains. Entra's public OpenID document says it; no credential is
 * needed. @throws IdentityError when there is no such tenant or Entra does not answer.
 */
export async function tenantGuid(
  endpoints: CloudEndpoints,
  tenant: string,
  send: typeof fetch = fetch,
): Promise<string> {
  if (isGuid(tenant)) return tenant.toLowerCase();
  const url = `${endpoints.loginUrl}/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration`;
  const response = await send(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
    throw new IdentityError({ kind: "unavailable" });
  });
  const document: unknown = await response.json().catch(() => null);
  const issuer =
    typeof document === "object" && document !== null && "issuer" in document ? String(document.issuer) : "";
  const guid = new URL(URL.canParse(issuer) ? issuer : "https://invalid").pathname.split("/")[1] ?? "";
  if (isGuid(guid)) return guid.toLowerCase();
  const { status } = response;
  if (status >= 500) throw new IdentityError({ kind: "unavailable", httpStatus: status });
  throw new IdentityError({ kind: "configuration", aadsts: 90002, httpStatus: status });
}
