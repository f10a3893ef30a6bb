import type { GraphCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";

/** Permissions with which all of a profile is read. */
const FULL = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const ANY = [...FULL, "User.ReadBasic.All"];

/** What `User.ReadBasic.All` shows of others, by the permissions reference. */
const BASIC = new Set(["id", "displayName", "givenName", "surname", "mail", "userPrincipalName"]);
const BEYOND =
  /\b(accountEnabled|assignedPlans|businessPhones|department|jobTitle|mobilePhone|officeLocation|proxyAddresses|userType)\b/i;

const grantedTo = ({ caller }: GraphCall) => caller.delegated?.scopes ?? caller.roles;
const has = (call: GraphCall, anyOf: readonly string[]) => anyOf.some((permission) => grantedTo(call).has(permission));

/** Whether the caller may read people at all; who may not sees that they are there. */
export function mayReadUsers(call: GraphCall): boolean {
  return has(call, ANY);
}

/**
 * A profile as the caller may see it. What is beyond the basic profile comes empty and is no error, as callers with
 * `User.ReadBasic.All` report; without a permission for people all but the id is null ("Limited information returned
 * for inaccessible member objects").
 */
export function basicProfile(call: GraphCall, profile: Record<string, unknown>): Record<string, unknown> {
  const isOwn = call.caller.delegated?.user.id === profile.id;
  if (has(call, FULL) || isOwn) return profile;
  const shown = mayReadUsers(call) ? BASIC : new Set(["id"]);
  return Object.fromEntries(
    Object.entries(profile).map(([name, value]) => [
      name,
      name.startsWith("@") || shown.has(name) ? value : Array.isArray(value) ? [] : null,
    ]),
  );
}

/** Throws 403 `Authorization_RequestDenied` for a filter by what the basic profile has not, as callers report. */
export function assertBasicFilter(call: GraphCall): void {
  const { filter } = call.options;
  if (filter === undefined || has(call, FULL)) return;
  if (BEYOND.test(filter.replace(/'(?:[^']|'')*'/g, "''"))) {
    throw new GraphFailure(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }
}
