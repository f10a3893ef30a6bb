import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { ConnectionPatch } from "../../store/connection-config.repository.js";
import type { Repositories } from "../../store/database.js";
import { type ConnectionCause, nextState } from "./connection-life.js";

/** Something that happened to a connection. */
export interface ConnectionMove {
  readonly cause: ConnectionCause;
  /** Why, in a sentence; null where the state says all. */
  readonly reason: string | null;
  /** Microsoft's code behind it. */
  readonly code?: string | null;
  readonly correlationId?: string | null;
  /** Row id of the API key that asked for it; left out for the gateway itself. */
  readonly actor?: string | null;
}

/**
 * Changes the row and, where the move leads to another state or gives another reason, notes that in the connection's
 * history. Give the repositories of one transaction, so that both are stored or neither.
 *
 * @returns the row as it is then; null when this version of it is not there any more.
 */
export async function moveConnection(
  repositories: Repositories,
  row: ConnectionRow,
  move: ConnectionMove,
  patch: ConnectionPatch = {},
): Promise<ConnectionRow | null> {
  const { cause, reason, code = null, correlationId = null, actor = null } = move;
  const state = nextState(row.state, cause, row.stateCause);
  const isNews = state !== null && (state !== row.state || reason !== row.stateReason || code !== row.stateCode);
  if (!isNews) {
    return Object.keys(patch).length === 0 ? row : repositories.connections.update(row.id, row.rowVersion, patch);
  }
  const change = { ...patch, state, stateReason: reason, stateCause: cause, stateCode: code };
  const moved = await repositories.connections.update(row.id, row.rowVersion, change);
  if (moved === null) return null;
  await repositories.connectionEvents.insert({
    organizationId: row.organizationId,
    connectionId: row.id,
    from: row.state,
    to: state,
    cause,
    reason,
    code,
    correlationId,
    actor,
  });
  return moved;
}

/** The first line of a new connection's history. */
export async function noteCreation(repositories: Repositories, row: ConnectionRow, actor: string): Promise<void> {
  await repositories.connectionEvents.insert({
    organizationId: row.organizationId,
    connectionId: row.id,
    from: null,
    to: row.state,
    cause: "CREATED",
    reason: row.stateReason,
    code: null,
    correlationId: null,
    actor,
  });
}
