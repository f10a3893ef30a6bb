import { In, LessThan, MoreThan } from "typeorm";
import { MailboxGrant, type MailboxGrantState } from "../entities/mailbox-grant.entity.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

/** SQLite takes 32,766 parameters in a statement; far fewer keep statements short. */
const IDS_PER_STATEMENT = 500;

export type NewMailboxGrant = Pick<
  MailboxGrant,
  "organizationId" | "connectionId" | "mailboxId" | "tenantId" | "homeAccountId" | "accountName" | "scopes"
>;

export class MailboxGrantRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<MailboxGrant>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, MailboxGrant);
    this.#clock = clock;
  }

  byId(id: string): Promise<MailboxGrant | null> {
    return this.#table.one({ id });
  }

  byMailbox(mailboxId: string): Promise<MailboxGrant | null> {
    return this.#table.one({ mailboxId });
  }

  /** Grants by the id of their mailbox; null as organization for a viewer of the whole server. */
  byMailboxes(mailboxIds: readonly string[], organizationId: string | null): Promise<Map<string, MailboxGrant>> {
    const wanted = [...new Set(mailboxIds)];
    const scope = organizationId === null ? {} : { organizationId };
    return this.#access.read(async (manager) => {
      const found = new Map<string, MailboxGrant>();
      for (let start = 0; start < wanted.length; start += IDS_PER_STATEMENT) {
        const chunk = wanted.slice(start, start + IDS_PER_STATEMENT);
        const rows = await manager.find(MailboxGrant, { where: { ...scope, mailboxId: In(chunk) } });
        for (const row of rows) found.set(row.mailboxId, row);
      }
      return found;
    });
  }

  /** Grants in the order of their ids, for work over all of them. */
  async after(id: string | null, size: number): Promise<readonly MailboxGrant[]> {
    const where = id === null ? {} : { id: MoreThan(id) };
    return this.#access.read((manager) => manager.find(MailboxGrant, { where, order: { id: "ASC" }, take: size }));
  }

  countOfConnection(connectionId: string, state: MailboxGrantState): Promise<number> {
    return this.#access.read((manager) => manager.count(MailboxGrant, { where: { connectionId, state } }));
  }

  /**
   * Stores what a new sign-in gave, in the place of an earlier one of the mailbox. The id is made first, so that the
   * cache can be sealed for this very row.
   */
  async put(values: NewMailboxGrant, seal: (id: string) => string): Promise<MailboxGrant> {
    const now = new Date(this.#clock.now());
    await this.deleteOfMailbox(values.mailboxId);
    const id = newRowId();
    return this.#table.insert({
      ...values,
      id,
      cacheSealed: seal(id),
      state: "ACTIVE",
      grantedAt: now,
      refreshedAt: now,
      leaseUntil: new Date(0),
      rowVersion: 1,
    });
  }

  /** Takes the right to renew, in one statement. Null when another process has it, or when the grant is gone. */
  lease(id: string, forMs: number): Promise<MailboxGrant | null> {
    const now = this.#clock.now();
    return this.#table.update(id, { leaseUntil: LessThan(storedMoment(now)) }, { leaseUntil: new Date(now + forMs) });
  }

  /** Stores a renewed cache and gives the lease back. Null when a newer sign-in took the place of this version. */
  renewed(row: Pick<MailboxGrant, "id" | "rowVersion">, cacheSealed: string): Promise<MailboxGrant | null> {
    const patch = { cacheSealed, refreshedAt: new Date(this.#clock.now()), leaseUntil: new Date(0) };
    return this.#table.update(row.id, { rowVersion: row.rowVersion }, patch);
  }

  /** Gives the lease back without a new cache. */
  async release(row: Pick<MailboxGrant, "id" | "rowVersion">): Promise<void> {
    await this.#table.update(row.id, { rowVersion: row.rowVersion }, { leaseUntil: new Date(0) });
  }

  /** Notes that only a new sign-in helps. Null when there was one meanwhile. */
  needsReconnect(id: string, stateCode: string): Promise<MailboxGrant | null> {
    return this.#table.update(id, { state: "ACTIVE" }, { state: "NEEDS_RECONNECT", stateCode });
  }

  /** Replaces the envelope of an unchanged cache, after its key was rotated. */
  replaceEnvelope(row: Pick<MailboxGrant, "id" | "rowVersion">, envelope: string): Promise<MailboxGrant | null> {
    return this.#table.update(row.id, { rowVersion: row.rowVersion }, { cacheSealed: envelope });
  }

  /** True when there was one to erase. */
  async deleteOfMailbox(mailboxId: string): Promise<boolean> {
    return this.#access.write(async (manager) => (await manager.delete(MailboxGrant, { mailboxId })).affected === 1);
  }
}
