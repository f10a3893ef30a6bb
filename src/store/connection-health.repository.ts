import { ConnectionHealth } from "../entities/connection-health.entity.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export class ConnectionHealthRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<ConnectionHealth>;

  constructor(access: RowAccess) {
    this.#access = access;
    this.#table = new RowTable(access, ConnectionHealth);
  }

  /** By connection id; connections that were never used are absent. */
  byIds(connectionIds: readonly string[]): Promise<Map<string, ConnectionHealth>> {
    return this.#table.byIds(connectionIds);
  }

  /** Writes what is known in place of what was. @throws AppError NOT_FOUND when the connection is gone. */
  async save(health: ConnectionHealth): Promise<void> {
    await this.#access.write((manager) => manager.upsert(ConnectionHealth, health, ["id"]));
  }
}
