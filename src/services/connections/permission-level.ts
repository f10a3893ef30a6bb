import { AppError } from "../../lib/app-error.js";
import { permissionsFor } from "../guide/graph-permissions.js";
import type { ConnectionAccessKind, PermissionLevel } from "./connection.model.js";

/** Graph's application permissions on calendars, the weakest first; each includes those before it. */
const LADDER: readonly { readonly level: PermissionLevel; readonly permissions: readonly string[] }[] = [
  { level: "FREE_BUSY", permissions: ["Calendars.ReadBasic.All", "Calendars.ReadBasic"] },
  { level: "READ", permissions: ["Calendars.Read"] },
  { level: "READ_WRITE", permissions: ["Calendars.ReadWrite"] },
];

/** The least permission of Microsoft Graph that serves a connection, as the guide names it. */
export function neededPermission(connection: {
  readonly access: ConnectionAccessKind;
  readonly permissionLevel: PermissionLevel;
}): string {
  const mailboxes = connection.access === "DELEGATED" ? "EACH_PERSON_CONNECTS" : "WHOLE_ORGANIZATION";
  const [first] = permissionsFor({ mailboxes, use: connection.permissionLevel, directorySearch: false });
  return first?.name ?? "Calendars.ReadWrite";
}

/** Every permission with which a connection of this level works. */
export function sufficientPermissions(level: PermissionLevel): readonly string[] {
  return LADDER.slice(LADDER.findIndex((rung) => rung.level === level)).flatMap(({ permissions }) => permissions);
}

/**
 * The level at which a person's sign-in can be used: the connection's, unless it was raised after the sign-in, which
 * then grants less. Scopes are bare names or start with the address of Graph.
 */
export function levelOfSignIn(level: PermissionLevel, scopes: readonly string[]): PermissionLevel {
  const granted = new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf("/") + 1)));
  const from = LADDER.findIndex((rung) => rung.level === level);
  const rungs = LADDER.slice(0, from + 1).toReversed();
  const rung = rungs.find((lower) => sufficientPermissions(lower.level).some((name) => granted.has(name)));
  return rung?.level ?? "FREE_BUSY";
}

/** @throws AppError CONSENT_MISSING where the connection may write and the sign-in was asked for less. */
export function assertSignInMayWrite(level: PermissionLevel, ofSignIn: PermissionLevel): void {
  if (level !== "READ_WRITE" || ofSignIn === level) return;
  throw new AppError(
    "CONSENT_MISSING",
    "The mailbox's owner signed in before the connection was allowed to write. Send a new link, made with `beginMailboxAuthorization`; reading goes on meanwhile.",
  );
}

/** @throws AppError CONNECTION_READ_ONLY, before Microsoft is asked, unless the connection may write. */
export function assertMayWrite(level: PermissionLevel): void {
  if (level === "READ_WRITE") return;
  throw new AppError(
    "CONNECTION_READ_ONLY",
    `The connection of this mailbox has the permission level ${level}, with which nothing is written. An administrator can raise it with \`updateConnection\`.`,
  );
}
