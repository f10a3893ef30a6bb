import { LessThanOrEqual, type QueryDeepPartialEntity } from "typeorm";
import { IdempotencyRecord } from "../entities/idempotency-record.entity.js";
import type { Clock } from "../lib/clock.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";

export type NewIdempotencyRecord = Pick<
  IdempotencyRecord,
  "id" | "organizationId" | "apiKeyId" | "keyHash" | "requestSealed" | "leaseOwner" | "leaseUntil" | "expiresAt"
>;

/** Names the attempt that holds a record. */
export interface Lease {
  readonly id: string;
  readonly leaseOwner: string;
}

/** Writes with idempotency keys. Who holds a record says so by its lease; another's record is left alone. */
export class IdempotencyRepository {
  constructor(
    private readonly access: RowAccess,
    private readonly clock: Clock,
  ) {}

  /** Stores the beginning of a write, or gives the record that its key has. One that has expired is as if it were not there. */
  begin(values: NewIdempotencyRecord): Promise<IdempotencyRecord | "BEGUN"> {
    return this.access.write(async (manager) => {
      const { keyHash } = values;
      await manager.delete(IdempotencyRecord, { keyHash, expiresAt: this.#untilNow() });
      const known = await manager.findOne(IdempotencyRecord, { where: { keyHash } });
      if (known !== null) return known;
      const createdAt = new Date(this.clock.now());
      await manager.insert(IdempotencyRecord, { ...values, state: "RUNNING", outcomeSealed: null, createdAt });
      return "BEGUN";
    });
  }

  /** Takes a record of which nobody holds the lease any more; false when somebody else was first. */
  takeOver({ id, leaseOwner }: Lease, leaseUntil: Date): Promise<boolean> {
    return this.access.write(async (manager) => {
      const { affected } = await manager.update(
        IdempotencyRecord,
        [
          { id, state: "RUNNING", leaseUntil: this.#untilNow() },
          { id, state: "UNSURE", leaseUntil: this.#untilNow() },
        ] as never,
        { state: "RUNNING", leaseOwner, leaseUntil },
      );
      return affected === 1;
    });
  }

  renew(lease: Lease, leaseUntil: Date): Promise<void> {
    return this.#change(lease, { leaseUntil });
  }

  finish(lease: Lease, outcomeSealed: string): Promise<void> {
    return this.#change(lease, { state: "DONE", outcomeSealed, leaseUntil: new Date(0) });
  }

  /** The attempt is over, and nobody knows whether it did the work. */
  leaveUnsure(lease: Lease): Promise<void> {
    return this.#change(lease, { state: "UNSURE", leaseUntil: new Date(0) });
  }

  /** The attempt did nothing: its key is as if it had never been used. */
  async forget({ id, leaseOwner }: Lease): Promise<void> {
    await this.access.write((manager) => manager.delete(IdempotencyRecord, { id, leaseOwner }));
  }

  /** Deletes what has expired; gives how many there were. */
  async purge(): Promise<number> {
    return this.access.write(async (manager) => {
      const { affected } = await manager.delete(IdempotencyRecord, { expiresAt: this.#untilNow() });
      return affected ?? 0;
    });
  }

  async #change({ id, leaseOwner }: Lease, patch: QueryDeepPartialEntity<IdempotencyRecord>): Promise<void> {
    await this.access.write((manager) =>
      manager.update(IdempotencyRecord, { id, leaseOwner, state: "RUNNING" }, patch),
    );
  }

  #untilNow() {
    return LessThanOrEqual(storedMoment(this.clock.now()));
  }
}
