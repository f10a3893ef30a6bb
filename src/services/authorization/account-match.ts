import { PERSONAL_ACCOUNTS_TENANT } from "../../auth/tenant-lookup.js";

/** Who signed in, by Graph's `/me`. */
export interface Profile {
  readonly id: string;
  readonly displayName: string | null;
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
}

/**
 * Whether the account is the one that was expected. The sign-in name proves itself: its domain belongs to its tenant. The
 * mail address can be written by any administrator into any account, so in another tenant than the connection's own it
 * counts only where it shares the sign-in name's domain.
 */
export function isExpectedAccount(
  expectedAddress: string,
  { mail, userPrincipalName }: Pick<Profile, "mail" | "userPrincipalName">,
  tenant: { readonly id: string; readonly isOwn: boolean },
): boolean {
  const expected = expectedAddress.trim().toLowerCase();
  const [address, name] = [mail?.trim().toLowerCase() ?? "", userPrincipalName?.trim().toLowerCase() ?? ""];
  if (expected === "" || !expected.includes("@")) return false;
  if (name === expected) return true;
  if (address !== expected) return false;
  return tenant.isOwn || tenant.id === PERSONAL_ACCOUNTS_TENANT || domainOf(address) === domainOf(name);
}

/** The address that a person knows the account by. */
export function addressOf({ mail, userPrincipalName }: Pick<Profile, "mail" | "userPrincipalName">): string {
  return mail || userPrincipalName || "an account without an address";
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
