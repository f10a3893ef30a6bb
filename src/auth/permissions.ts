import type { Role } from "../entities/api-key.entity.js";
import { AppError } from "../lib/app-error.js";
import type { Viewer } from "./viewer.js";

/**
 * The least role for each action. `server:manage`: create and delete organizations, list all of them.
 * `mailboxSettings:write`: a person's own settings, which decide beyond calendars, such as who is answered by itself.
 */
const LEAST_ROLE = {
  "server:manage": "OWNER",
  "organization:read": "READER",
  "organization:manage": "ADMIN",
  "connection:read": "READER",
  "connection:manage": "ADMIN",
  "mailbox:read": "READER",
  "mailbox:manage": "ADMIN",
  "apiKey:manage": "ADMIN",
  "event:read": "READER",
  "event:write": "WRITER",
  "mailboxSettings:write": "ADMIN",
} as const satisfies Record<string, Role>;

/** All that can be allowed or refused. */
export type Action = keyof typeof LEAST_ROLE;

export const ACTIONS = Object.keys(LEAST_ROLE) as readonly Action[];

const RANK: Readonly<Record<Role, number>> = { READER: 1, WRITER: 2, ADMIN: 3, OWNER: 4 };

/**
 * May the viewer do this to something of that organization? Null: to something of the server itself, such as an
 * owner's key. Left out: in the viewer's own organization.
 */
export function can(viewer: Viewer, action: Action, organizationId?: string | null): boolean {
  return reaches(viewer, organizationId) && RANK[viewer.role] >= RANK[LEAST_ROLE[action]];
}

/**
 * @throws AppError NOT_FOUND for another organization's object, so that nobody learns that it exists; FORBIDDEN, with
 * the role that is needed, where only the role is too low.
 */
export function assertCan(viewer: Viewer, action: Action, organizationId?: string | null): void {
  if (!reaches(viewer, organizationId)) {
    throw new AppError("NOT_FOUND", "Nothing with this id exists, or this API key may not see it.");
  }
  if (!can(viewer, action, organizationId)) {
    const least = LEAST_ROLE[action];
    const needed = least === "OWNER" ? "the role OWNER" : `the role ${least} or a higher one`;
    throw new AppError(
      "FORBIDDEN",
      `This needs an API key with ${needed}; the key in use has the role ${viewer.role}.`,
    );
  }
}

/** A key may be given no higher role than its maker's. @throws AppError FORBIDDEN. */
export function assertCanGrant(viewer: Viewer, role: Role): void {
  if (RANK[viewer.role] < RANK[role]) {
    throw new AppError("FORBIDDEN", `A key with the role ${viewer.role} cannot make a key with the role ${role}.`);
  }
}

function reaches(viewer: Viewer, organizationId: string | null | undefined): boolean {
  if (viewer.role === "OWNER") return true;
  if (viewer.organizationId === null) return false;
  return organizationId === undefined || organizationId === viewer.organizationId;
}
