import { type Action, assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { MailboxGrant } from "../../entities/mailbox-grant.entity.js";
import type { GraphConnection } from "../../graph/index.js";
import type { Database } from "../../store/database.js";
import type { PermissionLevel } from "../connections/connection.model.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import type { UseRecorder } from "../connections/health/health-recorder.js";
import { assertMayWrite, assertSignInMayWrite, levelOfSignIn } from "../connections/permission-level.js";
import type { BoundZone } from "../events/event-zone.js";
import { notFound, valueOrThrow } from "../outcomes.js";
import { ruleFor, type ShownRule } from "../visibility/visibility-rule.js";
import { FormerEventIds, type FormerEventIdsDeps } from "./former-event-ids.js";
import type { MailboxZones } from "./mailbox-zones.js";

/** What no connection below READ_WRITE is used for. */
const WRITES: ReadonlySet<Action> = new Set(["event:write", "mailboxSettings:write"]);

/** A mailbox that may be asked: its connection, and the name by which Graph knows it. */
export interface OpenMailbox {
  readonly id: string;
  readonly connection: GraphConnection;
  /** The user's object id where it is known, else the address. */
  readonly graphUser: string;
  /** How much of it the connection may use. */
  readonly permissionLevel: PermissionLevel;
  /** What the viewer is shown of its events. */
  readonly visibility: ShownRule;
  /** Ids of its events that are not those of Graph any more; `connection` follows them. */
  readonly formerIds: FormerEventIds;
  /** Told how each request ends. */
  readonly use: UseRecorder;
  /** What stands in where its events name no zone that is understood. */
  readonly fallbackZone: BoundZone;
}

/** The gate before every mailbox: the viewer's organization, the viewer's role, and a connection that works. */
export class MailboxAccess {
  constructor(
    private readonly db: Database,
    private readonly connections: ConnectionAccess,
    private readonly use: UseRecorder,
    private readonly zones: MailboxZones,
    private readonly former: FormerEventIdsDeps,
  ) {}

  /** Opens many at once with two reads of the store, a third where people signed in. Each id gets its mailbox or its own error. */
  async openMany(
    viewer: Viewer,
    action: Action,
    mailboxIds: readonly string[],
  ): Promise<ReadonlyMap<string, OpenMailbox | Error>> {
    const mailboxes = await this.db.mailboxes.byIds(mailboxIds, viewer.organizationId);
    const connectionIds = [...new Set([...mailboxes.values()].map((mailbox) => mailbox.connectionId))];
    const rows = await this.db.connections.byIds(connectionIds, viewer.organizationId);
    const opened = new Map<string, GraphConnection | Error>();
    for (const [id, row] of rows) if (row.access === "APPLICATION") opened.set(id, await this.#opened(row));
    const grants = await this.#grantsOf(viewer, [...mailboxes.values()], rows);
    const ways = new Map<string, GraphConnection | Error>();
    for (const [id, mailbox] of mailboxes) {
      const row = rows.get(mailbox.connectionId);
      const way = row && (opened.get(row.id) ?? (await this.#openSignedIn(row, mailbox, grants.get(id))));
      ways.set(id, way ?? notFound("connection"));
    }
    return new Map(
      mailboxIds.map(
        (id) => [id, attempt(() => this.#open(viewer, action, mailboxes.get(id), ways, rows, grants))] as const,
      ),
    );
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN or CONNECTION_UNUSABLE. */
  async open(viewer: Viewer, action: Action, mailboxId: string): Promise<OpenMailbox> {
    const opened = await this.openMany(viewer, action, [mailboxId]);
    return valueOrThrow(opened.get(mailboxId) ?? notFound("mailbox", ["mailboxId"]));
  }

  #opened(row: ConnectionRow): Promise<GraphConnection | Error> {
    return this.connections.open(row).catch(asError);
  }

  #openSignedIn(row: ConnectionRow, mailbox: MailboxRow, grant: MailboxGrant | undefined) {
    return this.connections.openMailbox(row, mailbox, grant).catch(asError);
  }

  async #grantsOf(
    viewer: Viewer,
    mailboxes: readonly MailboxRow[],
    rows: ReadonlyMap<string, ConnectionRow>,
  ): Promise<ReadonlyMap<string, MailboxGrant>> {
    const delegated = mailboxes.filter(({ connectionId }) => rows.get(connectionId)?.access === "DELEGATED");
    if (delegated.length === 0) return new Map();
    return this.db.mailboxGrants.byMailboxes(
      delegated.map(({ id }) => id),
      viewer.organizationId,
    );
  }

  #open(
    viewer: Viewer,
    action: Action,
    mailbox: MailboxRow | undefined,
    ways: ReadonlyMap<string, GraphConnection | Error>,
    rows: ReadonlyMap<string, ConnectionRow>,
    grants: ReadonlyMap<string, MailboxGrant>,
  ): OpenMailbox {
    if (mailbox === undefined) throw notFound("mailbox", ["mailboxId"]);
    assertCan(viewer, action, mailbox.organizationId);
    const connection = valueOrThrow(ways.get(mailbox.id) ?? notFound("connection"));
    const row = rows.get(mailbox.connectionId);
    const level = row?.permissionLevel ?? "FREE_BUSY";
    const grant = grants.get(mailbox.id);
    const permissionLevel = grant === undefined ? level : levelOfSignIn(level, grant.scopes);
    if (WRITES.has(action)) {
      assertSignInMayWrite(level, permissionLevel);
      assertMayWrite(level);
    }
    const { id: mailboxId, organizationId } = mailbox;
    const formerIds = new FormerEventIds(this.former, { organizationId, mailboxId });
    const graphUser = mailbox.graphUserId ?? mailbox.address;
    return {
      id: mailbox.id,
      connection: formerIds.followedBy(connection, graphUser),
      formerIds,
      graphUser,
      permissionLevel,
      visibility: ruleFor(viewer, row, permissionLevel),
      use: this.use,
      fallbackZone: this.zones.of(mailbox.id),
    };
  }
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return asError(error);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error("not an error", { cause: error });
}
