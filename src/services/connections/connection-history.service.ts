import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionEvent as EventRow } from "../../entities/connection-event.entity.js";
import type { Database } from "../../store/database.js";
import { newestFirst, type Page, type PageWindow } from "../page.js";
import type { ConnectionState } from "./connection.model.js";
import { CONNECTION_CAUSES, type ConnectionCause } from "./connection-life.js";

/** One change in a connection's life. */
export interface ConnectionEvent {
  readonly id: string;
  readonly happenedAt: Date;
  readonly from: ConnectionState | null;
  readonly to: ConnectionState;
  readonly cause: ConnectionCause;
  readonly reason: string | null;
  readonly code: string | null;
  readonly correlationId: string | null;
  /** Row id of the API key that asked for it. */
  readonly actor: string | null;
}

/** How connections came to stand where they stand. */
export class ConnectionHistoryService {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` therefore leads to older ones. */
  async listOfConnection(
    viewer: Viewer,
    connection: { readonly id: string; readonly organizationId: string },
    window: PageWindow,
  ): Promise<Page<ConnectionEvent>> {
    const { id: connectionId, organizationId } = connection;
    assertCan(viewer, "connection:read", organizationId);
    return newestFirst(window, toEvent, (oldestFirst) =>
      this.db.connectionEvents.page({ ...oldestFirst, filter: { organizationId, connectionId } }),
    );
  }
}

function toEvent(row: EventRow): ConnectionEvent {
  const { id, happenedAt, from, to, reason, code, correlationId, actor } = row;
  // What a later version wrote is read as a change like any other.
  const cause = CONNECTION_CAUSES.find((name) => name === row.cause) ?? "CHANGED";
  return { id, happenedAt, from, to, cause, reason, code, correlationId, actor };
}
