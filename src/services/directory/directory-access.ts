import type { AppToken } from "../../auth/app-token.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import { type GraphConnection, isGraphError } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import { notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";

/** Permissions that open each part of the directory, the least one first (Graph's reference pages of the endpoints). */
const OPENED_BY = {
  people: [
    "User.ReadBasic.All",
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
  ],
  groups: [
    "GroupMember.Read.All",
    "Group.Read.All",
    "GroupMember.ReadWrite.All",
    "Group.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
  ],
  rooms: ["Place.Read.All", "Place.ReadWrite.All"],
} as const;
export type DirectoryPart = keyof typeof OPENED_BY;

/** Aliases, licences and whether an account is enabled are no part of the basic profile. */
const FULL_PROFILE: ReadonlySet<string> = new Set(OPENED_BY.people.slice(1));
/** So often at most a new token is asked for because the one at hand shows no permission. */
const LOOK_AGAIN_MS = 60_000;

/** A way into the directory, and what may be read there. */
export interface DirectoryWay {
  readonly connection: GraphConnection;
  readonly hasFullProfiles: boolean;
  readonly hasRooms: boolean;
}

/**
 * Opens the directory of a connection's tenant. Unlike calendars, which Exchange may open besides, the directory knows
 * Entra's permissions alone, and those are in the token: what lacks is told without asking Graph.
 */
export class DirectoryAccess {
  readonly #lookedAt = new Map<string, number>();

  constructor(private readonly deps: { readonly access: ConnectionAccess; readonly clock: Clock }) {}

  /** @throws AppError CONSENT_MISSING that names the permission, or that the connection cannot be used. */
  async open(row: ConnectionRow, parts: readonly DirectoryPart[], call: Call): Promise<DirectoryWay> {
    if (row.access === "DELEGATED") {
      throw new AppError(
        "CONNECTION_UNUSABLE",
        "This connection works by the sign-ins of people, which do not open the directory. Specify mailboxes by their addresses.",
      );
    }
    const connection = await this.deps.access.open(row);
    let { roles } = await this.#token(row, call, false);
    if (lackingPart(roles, parts) !== undefined && this.#mayLookAgain(row.id)) {
      // A consent of a minute ago is in new tokens only.
      roles = (await this.#token(row, call, true)).roles;
    }
    const lacking = lackingPart(roles, parts);
    if (lacking !== undefined) throw permissionLacks(lacking);
    return wayOf(connection, roles);
  }

  /** The way into the directory where the token at hand shows it open; null otherwise, whatever the reason. */
  async openIfMay(row: ConnectionRow, call: Call): Promise<DirectoryWay | null> {
    if (row.access === "DELEGATED") return null;
    try {
      const connection = await this.deps.access.open(row);
      const { roles } = await this.#token(row, call, false);
      return roles === null || lackingPart(roles, ["people"]) !== undefined ? null : wayOf(connection, roles);
    } catch (error) {
      call.signal.throwIfAborted();
      if (fromUpstream(error) instanceof AppError) return null;
      throw error;
    }
  }

  async #token(row: ConnectionRow, call: Call, fresh: boolean): Promise<AppToken> {
    try {
      return await this.deps.access.token(row, call, { fresh });
    } catch (error) {
      throw fromUpstream(error);
    }
  }

  #mayLookAgain(connectionId: string): boolean {
    const now = this.deps.clock.now();
    if (now - (this.#lookedAt.get(connectionId) ?? Number.NEGATIVE_INFINITY) < LOOK_AGAIN_MS) return false;
    this.#lookedAt.set(connectionId, now);
    return true;
  }
}

/** What a failure of the directory means: it knows no mailboxes, and its permissions are others than the calendars'. */
export async function askDirectory<T>(part: DirectoryPart, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isGraphError(error) && error.status === 403) throw permissionLacks(part, error);
    if (isGraphError(error) && error.status === 404) throw notFound(what);
    throw fromUpstream(error);
  }
}

function wayOf(connection: GraphConnection, roles: readonly string[] | null): DirectoryWay {
  return {
    connection,
    hasFullProfiles: roles?.some((role) => FULL_PROFILE.has(role)) ?? false,
    hasRooms: roles !== null && lackingPart(roles, ["rooms"]) === undefined,
  };
}

/** Undefined also where the token cannot be read: Graph then says whether it may. */
function lackingPart(roles: readonly string[] | null, parts: readonly DirectoryPart[]): DirectoryPart | undefined {
  if (roles === null) return undefined;
  return parts.find((part) => !OPENED_BY[part].some((permission) => roles.includes(permission)));
}

function permissionLacks(part: DirectoryPart, cause?: { readonly code: string; readonly status: number }): AppError {
  const [least] = OPENED_BY[part];
  return new AppError(
    "CONSENT_MISSING",
    `The application lacks the application permission ${least} of Microsoft Graph, or an administrator's consent to it. Add it under API permissions and grant admin consent; \`connectionGuide\` with \`directorySearch: true\` shows how.`,
    cause && { upstream: { code: cause.code, status: cause.status } },
    { cause },
  );
}
