import type { ServicePrincipal, User } from "../core/directory.model.js";
import type { Mailbox } from "../core/mailbox.model.js";
import type { Caller } from "./caller.js";
import { accessDenied, GraphFailure } from "./graph-failure.js";

/** What a calendar call needs; each level includes the ones before it. `basic` hides bodies. */
export const CALENDAR_ACCESS = ["basic", "read", "write"] as const;
export type CalendarAccess = (typeof CALENDAR_ACCESS)[number];

const PERMISSIONS: Readonly<Record<CalendarAccess, readonly string[]>> = {
  basic: ["Calendars.ReadBasic", "Calendars.ReadBasic.All"],
  read: ["Calendars.Read"],
  write: ["Calendars.ReadWrite"],
};

/** The strongest calendar access to this mailbox, or undefined for none. Entra's and Exchange's grants add up. */
export function calendarAccessTo(
  user: User,
  caller: Caller,
  principal: ServicePrincipal | undefined,
): CalendarAccess | undefined {
  const granted = grantedOn(user, caller, principal);
  return CALENDAR_ACCESS.findLast((level) => PERMISSIONS[level].some((permission) => granted.has(permission)));
}

/** The strongest first. */
const SHARED_PERMISSIONS: readonly (readonly [scope: string, access: CalendarAccess])[] = [
  ["Calendars.ReadWrite.Shared", "write"],
  ["Calendars.Read.Shared", "read"],
];

/**
 * The access that the `.Shared` scopes of a delegated token give: to the own mailbox, and to others' as far as they are
 * shared. They open no webhooks.
 */
export function sharedAccess({ delegated }: Caller): CalendarAccess | undefined {
  if (delegated === undefined) return undefined;
  return SHARED_PERMISSIONS.find(([scope]) => delegated.scopes.has(scope))?.[1];
}

/** The stronger of two. */
export function strongerAccess(
  a: CalendarAccess | undefined,
  b: CalendarAccess | undefined,
): CalendarAccess | undefined {
  const rank = (level: CalendarAccess | undefined) => (level === undefined ? -1 : CALENDAR_ACCESS.indexOf(level));
  return rank(a) >= rank(b) ? a : b;
}

/** The permissions that count on this mailbox, which an access policy or an Exchange grant makes other than the token's. */
function grantedOn(user: User, caller: Caller, principal: ServicePrincipal | undefined): ReadonlySet<string> {
  // Policies and grants of Exchange are about applications; a user reaches the own mailbox with the token's scopes.
  const { delegated } = caller;
  if (delegated !== undefined) return user.id === delegated.user.id ? delegated.scopes : new Set();
  const policy = principal?.accessPolicy;
  const listed = policy?.mailboxes.has(user.id) ?? false;
  const reachable = policy === undefined || (policy.kind === "RestrictAccess" ? listed : !listed);
  const granted = new Set(reachable ? caller.roles : []);
  for (const grant of principal?.exchangeGrants ?? []) if (grant.mailboxes.has(user.id)) granted.add(grant.role);
  return granted;
}

/** Throws 403 `ErrorAccessDenied` unless one of the permissions counts on this mailbox. */
export function assertMailboxPermission(
  user: User,
  caller: Caller,
  principal: ServicePrincipal | undefined,
  anyOf: readonly string[],
): CalendarAccess {
  const granted = grantedOn(user, caller, principal);
  if (!anyOf.some((permission) => granted.has(permission))) throw accessDenied();
  return calendarAccessTo(user, caller, principal) ?? "basic";
}

/** Throws 403 `ErrorAccessDenied`, alike for a missing consent and for a mailbox outside the application's scope. */
export function assertCalendarAccess(has: CalendarAccess | undefined, needs: CalendarAccess): CalendarAccess {
  if (has === undefined || CALENDAR_ACCESS.indexOf(has) < CALENDAR_ACCESS.indexOf(needs)) throw accessDenied();
  return has;
}

/** Throws 404 `MailboxNotEnabledForRESTAPI` for a user without a mailbox. */
export function assertMailbox(user: User): Mailbox {
  if (user.mailbox !== undefined) return user.mailbox;
  throw new GraphFailure(
    404,
    "MailboxNotEnabledForRESTAPI",
    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
  );
}

/** Throws 403 `Authorization_RequestDenied`, the directory's word, when the token holds none of the permissions. */
export function assertDirectoryPermission(caller: Caller, anyOf: readonly string[], about: User | undefined): void {
  const { delegated } = caller;
  const granted = delegated?.scopes ?? caller.roles;
  if (anyOf.some((permission) => granted.has(permission))) return;
  if (delegated !== undefined && about?.id === delegated.user.id && granted.has("User.Read")) return;
  throw new GraphFailure(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}
