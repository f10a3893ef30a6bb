import type { GraphUser } from "../../graph/index.js";
import type { DirectoryMailboxHint } from "./directory.model.js";
import type { DirectoryWay } from "./directory-access.js";

const BASIC = ["displayName", "mail", "userPrincipalName"];
const FULL = [...BASIC, "accountEnabled", "userType", "proxyAddresses", "assignedPlans"];

/** Somebody of the directory as far as it was read, with nothing of ours. */
export interface DirectoryPerson {
  readonly id: string;
  readonly displayName: string | null;
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
  readonly addresses: readonly string[];
  readonly isGuest: boolean;
  readonly isEnabled: boolean | null;
  readonly mailboxHint: DirectoryMailboxHint;
}

/** What may be asked of people: under basic profiles other members come empty, which would read as an answer. */
export function peopleSelect({ hasFullProfiles }: Pick<DirectoryWay, "hasFullProfiles">): readonly string[] {
  return hasFullProfiles ? FULL : BASIC;
}

export function toPerson(user: GraphUser, { hasFullProfiles }: Pick<DirectoryWay, "hasFullProfiles">): DirectoryPerson {
  const mail = clean(user.mail);
  const userPrincipalName = clean(user.userPrincipalName);
  const aliases = (user.proxyAddresses ?? []).flatMap((text) => /^smtp:(.+)$/i.exec(text)?.[1] ?? []);
  const addresses = [mail, ...aliases.map(clean), userPrincipalName].filter((address) => address !== null);
  const isGuest = user.userType === "Guest" || /#ext#/i.test(userPrincipalName ?? "");
  return {
    id: (user.id ?? "").toLowerCase(),
    displayName: user.displayName || null,
    mail,
    userPrincipalName,
    addresses: [...new Set(addresses)],
    isGuest,
    isEnabled: hasFullProfiles ? (user.accountEnabled ?? null) : null,
    mailboxHint: hintOf(user, mail, isGuest, hasFullProfiles),
  };
}

function hintOf(
  { assignedPlans }: GraphUser,
  mail: string | null,
  isGuest: boolean,
  hasFullProfiles: boolean,
): DirectoryMailboxHint {
  if (isGuest) return "GUEST";
  if (mail === null) return "NONE";
  if (!hasFullProfiles) return "UNKNOWN";
  const isLicensed = assignedPlans?.some(
    ({ service, capabilityStatus }) =>
      service?.toLowerCase() === "exchange" && capabilityStatus?.toLowerCase() === "enabled",
  );
  return isLicensed === true ? "LICENSED" : "ADDRESS_ONLY";
}

function clean(address: string | null | undefined): string | null {
  return address?.trim().toLowerCase() || null;
}
