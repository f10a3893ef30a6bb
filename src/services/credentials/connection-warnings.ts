import type { Credential as CredentialRow } from "../../entities/credential.entity.js";
import type { ConnectionConfig } from "../connections/connection.model.js";
import { registrationPageLink } from "../guide/portal-links.js";
import type { ConnectionWarning } from "./credential.model.js";
import { daysLeft, dayText, firstWarningAt, kindName, lapseSentence, reachedThreshold } from "./credential-expiry.js";

type Place = Pick<ConnectionConfig, "cloud" | "clientId">;

/** What an administrator should see to before the connection fails, the current credential's warnings first. */
export function warningsOf(
  connection: Place,
  credentials: readonly CredentialRow[],
  now: number,
): readonly ConnectionWarning[] {
  const link = registrationPageLink(connection.cloud, "Credentials", connection.clientId);
  const ordered = [...credentials].sort((a, b) => Number(b.state === "CURRENT") - Number(a.state === "CURRENT"));
  return ordered.flatMap((row) => [...expiryWarning(row, link, now), ...refusalWarning(row, link)]);
}

function expiryWarning(row: CredentialRow, link: string | null, now: number): readonly ConnectionWarning[] {
  const { id: credentialId, kind, state, expiresAt } = row;
  const threshold = expiresAt && reachedThreshold(expiresAt, now);
  if (expiresAt === null || threshold === null) return [];
  const isCurrent = state === "CURRENT";
  if (threshold === 0) {
    const message = isCurrent
      ? lapseSentence(kind, expiresAt)
      : `The ${kindName(kind)} beside the one in use expired on ${dayText(expiresAt)}. Retire it.`;
    return [{ kind: "CREDENTIAL_EXPIRED", message, since: expiresAt, link, credentialId }];
  }
  const left = daysLeft(expiresAt, now);
  const when = left === 0 ? "in less than a day" : left === 1 ? "in one day" : `in ${left} days`;
  const which = isCurrent ? "in use" : "beside the one in use";
  const step = isCurrent ? "Add a new credential before then." : "Retire it when it is not needed.";
  const message = `The ${kindName(kind)} ${which} expires ${when}, on ${dayText(expiresAt)}. ${step}`;
  return [{ kind: "CREDENTIAL_EXPIRES_SOON", message, since: firstWarningAt(expiresAt), link, credentialId }];
}

function refusalWarning(row: CredentialRow, link: string | null): readonly ConnectionWarning[] {
  const { id: credentialId, kind, state, refusedAt } = row;
  if (refusedAt === null) return [];
  const message =
    state === "CURRENT"
      ? `Microsoft refuses the current ${kindName(kind)} as expired; the gateway uses the older one. Add a new credential.`
      : `Microsoft refuses the ${kindName(kind)} beside the one in use as expired. Retire it.`;
  return [{ kind: "CREDENTIAL_REFUSED_AS_EXPIRED", message, since: refusedAt, link, credentialId }];
}
