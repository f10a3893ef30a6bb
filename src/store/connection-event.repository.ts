import { In } from "typeorm";
import { ConnectionEvent } from "../entities/connection-event.entity.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

/** As many changes of one connection are kept; older ones go. */
const KEPT = 200;

export type NewConnectionEvent = Omit<ConnectionEvent, "id" | "happenedAt">;

export interface ConnectionEventFilter {
  readonly organizationId: string;
  readonly connectionId: string;
}

export class ConnectionEventRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<ConnectionEvent>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, ConnectionEvent);
    this.#clock = clock;
  }

  /** In the order in which they happened. */
  page(request: PageRequest<ConnectionEventFilter>): Promise<RowPage<ConnectionEvent>> {
    return this.#table.page({ ...request, filter: { ...request.filter } });
  }

  /** Adds a change and lets the oldest of its connection go when there are too many. */
  async insert(values: NewConnectionEvent): Promise<void> {
    await this.#table.insert({ ...values, id: newRowId(), happenedAt: new Date(this.#clock.now()) });
    const { connectionId } = values;
    await this.#access.write(async (manager) => {
      const old = await manager.find(ConnectionEvent, {
        select: { id: true },
        where: { connectionId },
        order: { id: "DESC" },
        skip: KEPT,
        take: KEPT,
      });
      if (old.length > 0) await manager.delete(ConnectionEvent, { id: In(old.map(({ id }) => id)) });
    });
  }
}
