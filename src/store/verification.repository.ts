import { In } from "typeorm";
import { Verification } from "../entities/verification.entity.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

/** As many verifications of one connection are kept; older ones go. */
const KEPT = 20;

export class VerificationRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<Verification>;

  constructor(access: RowAccess) {
    this.#access = access;
    this.#table = new RowTable(access, Verification);
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, Verification>> {
    return this.#table.byIds(ids, organizationId === null ? {} : { organizationId });
  }

  /** Adds one and lets the oldest of its connection go when there are too many. */
  async insert(values: Verification): Promise<void> {
    await this.#table.insert(values);
    const { connectionId } = values;
    await this.#access.write(async (manager) => {
      const old = await manager.find(Verification, {
        select: { id: true },
        where: { connectionId },
        order: { id: "DESC" },
        skip: KEPT,
        take: KEPT,
      });
      if (old.length > 0) await manager.delete(Verification, { id: In(old.map(({ id }) => id)) });
    });
  }

  /** The changed one; null when it is not there any more. */
  update(
    id: string,
    patch: Partial<Pick<Verification, "state" | "passed" | "finishedAt" | "checks">>,
  ): Promise<Verification | null> {
    return this.#table.update(id, {}, patch);
  }
}
