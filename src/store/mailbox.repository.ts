import { type FindOptionsWhere, In } from "typeorm";
import { Mailbox, type MailboxState } from "../entities/mailbox.entity.js";
import type { Clock } from "../lib/clock.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

/** As with ids: SQLite takes thousands of parameters, short statements are kinder. */
const ADDRESSES_PER_STATEMENT = 500;

export type NewMailbox = Pick<Mailbox, "organizationId" | "connectionId" | "address" | "state"> &
  Partial<Pick<Mailbox, "displayName" | "graphUserId">>;

export type MailboxPatch = {
  readonly [K in "address" | "displayName" | "graphUserId" | "state" | "stateReason"]?: Mailbox[K] | undefined;
};

export interface MailboxFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
  readonly connectionId?: string;
  /** Compared without regard to case. */
  readonly address?: string;
  readonly state?: MailboxState;
}

export class MailboxRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<Mailbox>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, Mailbox);
    this.#clock = clock;
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, Mailbox>> {
    return this.#table.byIds(ids, where({ organizationId }));
  }

  /** The address is compared without regard to case. */
  byAddress(connectionId: string, address: string): Promise<Mailbox | null> {
    return this.#table.one({ connectionId, address });
  }

  /** Those of an organization that have one of the addresses, in any case, oldest first. */
  byAddresses(organizationId: string, addresses: readonly string[]): Promise<readonly Mailbox[]> {
    const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))];
    return this.#access.read(async (manager) => {
      const found: Mailbox[] = [];
      for (let start = 0; start < wanted.length; start += ADDRESSES_PER_STATEMENT) {
        const address = In(wanted.slice(start, start + ADDRESSES_PER_STATEMENT));
        found.push(...(await manager.find(Mailbox, { where: { organizationId, address }, order: { id: "ASC" } })));
      }
      return found;
    });
  }

  page(request: PageRequest<MailboxFilter>): Promise<RowPage<Mailbox>> {
    return this.#table.page({ ...request, filter: where(request.filter) });
  }

  /** @throws AppError CONFLICT when the connection has the address, NOT_FOUND when the connection is gone. */
  insert(values: NewMailbox): Promise<Mailbox> {
    const now = new Date(this.#clock.now());
    return this.#table.insert({ ...values, id: newRowId(), createdAt: now, updatedAt: now, rowVersion: 1 });
  }

  /** The changed row; null when that version is not there any more. */
  update(id: string, rowVersion: number, patch: MailboxPatch): Promise<Mailbox | null> {
    return this.#table.update(id, { rowVersion }, { ...given(patch), updatedAt: new Date(this.#clock.now()) });
  }

  delete(id: string): Promise<boolean> {
    return this.#table.delete(id);
  }
}

function where(filter: MailboxFilter): FindOptionsWhere<Mailbox> {
  const { organizationId, ...rest } = filter;
  return { ...given(rest), ...(organizationId === null ? {} : { organizationId }) };
}
