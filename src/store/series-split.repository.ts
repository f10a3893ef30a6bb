import { In, LessThan } from "typeorm";
import { SeriesSplit, type SeriesSplitState } from "../entities/series-split.entity.js";
import type { Clock } from "../lib/clock.js";
import { given } from "../lib/given.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export type NewSeriesSplit = Pick<SeriesSplit, "id" | "organizationId" | "mailboxId" | "fingerprint" | "plan">;

export type SeriesSplitPatch = {
  readonly [K in "state" | "plan" | "newGraphId"]?: SeriesSplit[K] | undefined;
};

/** States in which there is work left. */
const OPEN: readonly SeriesSplitState[] = ["PLANNED", "CREATED", "TRUNCATED", "UNDOING"];

/** Splits are found by their mailbox, which its caller has opened; only the job that finishes them sees all. */
export class SeriesSplitRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<SeriesSplit>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, SeriesSplit);
    this.#clock = clock;
  }

  byFingerprint(mailboxId: string, fingerprint: string): Promise<SeriesSplit | null> {
    return this.#table.one({ mailboxId, fingerprint });
  }

  /** Of these mailboxes' splits, those with work left, oldest first. */
  openOf(mailboxId: string): Promise<readonly SeriesSplit[]> {
    return this.#access.read((manager) =>
      manager.find(SeriesSplit, { where: { mailboxId, state: In([...OPEN]) }, order: { id: "ASC" } }),
    );
  }

  /** Splits that nobody has worked on since a moment and that have work left, oldest first. */
  abandoned(before: Date, limit: number): Promise<readonly SeriesSplit[]> {
    const where = { state: In([...OPEN]), touchedAt: LessThan(storedMoment(before.getTime())) };
    return this.#access.read((manager) => manager.find(SeriesSplit, { where, order: { id: "ASC" }, take: limit }));
  }

  /** @throws AppError CONFLICT when the same call has begun already. */
  insert(values: NewSeriesSplit): Promise<SeriesSplit> {
    const now = new Date(this.#clock.now());
    return this.#table.insert({
      ...values,
      state: "PLANNED",
      newGraphId: null,
      createdAt: now,
      touchedAt: now,
      rowVersion: 1,
    });
  }

  /** The changed row; null when another process moved it meanwhile. */
  update({ id, rowVersion }: SeriesSplit, patch: SeriesSplitPatch): Promise<SeriesSplit | null> {
    return this.#table.update(id, { rowVersion }, { ...given(patch), touchedAt: new Date(this.#clock.now()) });
  }

  delete(id: string): Promise<boolean> {
    return this.#table.delete(id);
  }

  /** Deletes what is finished and was last touched before that moment; gives their number. */
  async sweep(before: Date): Promise<number> {
    const where = { state: In(["DONE", "UNDONE"]), touchedAt: LessThan(storedMoment(before.getTime())) };
    return (await this.#access.write((manager) => manager.delete(SeriesSplit, where))).affected ?? 0;
  }
}
