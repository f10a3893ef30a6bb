import { isGuid, PERSONAL_ACCOUNTS_TENANT } from "../../auth/tenant-lookup.js";
import { AppError } from "../../lib/app-error.js";
import { type Cloud, isNationalCloud } from "../../lib/clouds.js";
import type { ConnectionAccessKind, SupportedAccountTypes } from "./connection.model.js";

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const ZERO_GUID = "00000000-0000-0000-0000-000000000000";

/** Words that sign-in addresses take in place of a tenant; an app-only token needs a real one. */
const TENANT_WORDS = ["common", "organizations", "consumers"];

const PERSONAL_AUDIENCES: readonly SupportedAccountTypes[] = ["MULTI_TENANT_AND_PERSONAL", "PERSONAL_ONLY"];

/** The values that an administrator copies from the registration's Overview page. */
export interface RegistrationValues {
  readonly cloud: Cloud;
  readonly access: ConnectionAccessKind;
  readonly supportedAccountTypes: SupportedAccountTypes;
  readonly tenantId: string;
  readonly clientId: string;
}

/**
 * Refuses what cannot work, before it is stored and before Microsoft is asked.
 *
 * @throws AppError INVALID_INPUT naming the field and what to enter instead.
 */
export function assertUsableRegistration(values: RegistrationValues): void {
  const { tenantId, clientId } = values;
  if (!isGuid(clientId) || clientId === ZERO_GUID) {
    throw invalid(
      "clientId",
      "The client ID must be the Application (client) ID of the registration's Overview page, a GUID.",
    );
  }
  if (TENANT_WORDS.includes(tenantId.toLowerCase())) {
    throw invalid(
      "tenantId",
      `\`${tenantId}\` names no tenant. Enter the Directory (tenant) ID of the registration's Overview page.`,
    );
  }
  if ((!isGuid(tenantId) && !DOMAIN.test(tenantId)) || tenantId === ZERO_GUID) {
    throw invalid(
      "tenantId",
      "The tenant ID must be the Directory (tenant) ID, a GUID, or a verified domain of the tenant.",
    );
  }
  if (tenantId.toLowerCase() === clientId.toLowerCase()) {
    throw invalid("clientId", "Tenant ID and client ID are the same value. One of them was pasted twice.");
  }
  assertPossibleCombination(values);
}

function assertPossibleCombination({ access, supportedAccountTypes, cloud, tenantId }: RegistrationValues): void {
  if (access === "APPLICATION" && supportedAccountTypes === "PERSONAL_ONLY") {
    throw invalid(
      "supportedAccountTypes",
      "A registration for personal accounts only cannot use application permissions: nobody could consent. Register the application for this organizational directory only.",
    );
  }
  if (access === "APPLICATION" && tenantId.toLowerCase() === PERSONAL_ACCOUNTS_TENANT) {
    throw invalid(
      "tenantId",
      "This is the tenant of personal Microsoft accounts, which application permissions cannot reach.",
    );
  }
  if (isNationalCloud(cloud) && PERSONAL_AUDIENCES.includes(supportedAccountTypes)) {
    throw invalid("supportedAccountTypes", `Personal Microsoft accounts do not exist in the cloud ${cloud}.`);
  }
}

/**
 * The client secret as it is stored: pasted blanks removed.
 *
 * @throws AppError INVALID_INPUT for texts that are certainly not a secret's value; the text is never repeated.
 */
export function cleanClientSecret(pasted: string): string {
  const secret = pasted.trim();
  const path = "clientSecret";
  if (secret === "")
    throw invalid(path, "The client secret is empty. Copy the Value column of Certificates & secrets.");
  if (isGuid(secret)) {
    throw invalid(
      path,
      "This looks like the Secret ID. Copy the Value column of Certificates & secrets; it is shown only until the page is left, so make a new secret if it is gone.",
    );
  }
  if (/\s/.test(secret)) throw invalid(path, "A client secret holds no blanks. Copy the Value column once more.");
  if (secret.length > 512) throw invalid(path, "This is too long for a client secret, which has about 40 characters.");
  return secret;
}

function invalid(field: string, message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: [field] });
}
