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

/** @throws AppError CONNECTION_READ_ONLY, before Microsoft is asked, unless the connection may write. */
export function assertMayWrite(level: PermissionLevel): void {
  if (level === "READ_WRITE") return;
  throw new AppError(
    "CONNECTION_READ_ONLY",
    `The connection of this mailbox has the permission level ${level}, with which nothing is written. An administrator can raise it with \`updateConnection\`.`,
  );
}
