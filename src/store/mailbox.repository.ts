import { type FindOptionsWhere, In, IsNull } from "typeorm";
import { Mailbox, type MailboxState } from "../entities/mailbox.entity.js";
import type { Clock } from "../lib/clock.js";
import { given } from "../lib/given.js";
import { newRowId } from "../lib/ids.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

/** As with ids: SQLite takes thousands of parameters, short statements are kinder. */
const VALUES_PER_STATEMENT = 500;

export type NewMailbox = Pick<Mailbox, "organizationId" | "connectionId" | "address" | "state"> &
  Partial<Pick<Mailbox, "displayName" | "graphUserId" | "identityReadAt">>;

export type MailboxPatch = {
  readonly [K in "address" | "displayName" | "graphUserId" | "identityReadAt" | "state" | "stateReason"]?:
    | Mailbox[K]
    | undefined;
};

export interface MailboxFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
  readonly connectionId?: string;
  /** Any of these, in lower case. */
  readonly addresses?: readonly string[];
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

  /** Those of a connection that have one of the addresses, which are in lower case, or one of Graph's user ids. */
  manyOf(
    connectionId: string,
    { addresses, graphUserIds }: { readonly addresses: readonly string[]; readonly graphUserIds: readonly string[] },
  ): Promise<readonly Mailbox[]> {
    return this.#access.read(async (manager) => {
      const found = new Map<string, Mailbox>();
      for (const [column, values] of [
        ["address", addresses],
        ["graphUserId", graphUserIds],
      ] as const) {
        const wanted = [...new Set(values)];
        for (let start = 0; start < wanted.length; start += VALUES_PER_STATEMENT) {
          const chunk = wanted.slice(start, start + VALUES_PER_STATEMENT);
          for (const row of await manager.find(Mailbox, { where: { connectionId, [column]: In(chunk) } }))
            found.set(row.id, row);
        }
      }
      return [...found.values()];
    });
  }

  /** The oldest of a connection that nobody has said the Graph user id of. */
  withoutIdentity(connectionId: string, size: number): Promise<readonly Mailbox[]> {
    const where = { connectionId, graphUserId: IsNull() };
    return this.#access.read((manager) => manager.find(Mailbox, { where, order: { id: "ASC" }, take: size }));
  }

  /** Those of an organization that have one of the addresses, in any case, oldest first. */
  byAddresses(organizationId: string, addresses: readonly string[]): Promise<readonly Mailbox[]> {
    const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))];
    return this.#access.read(async (manager) => {
      const found: Mailbox[] = [];
      for (let start = 0; start < wanted.length; start += VALUES_PER_STATEMENT) {
        const address = In(wanted.slice(start, start + VALUES_PER_STATEMENT));
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
  const { organizationId, addresses, ...rest } = filter;
  return {
    ...given(rest),
    ...(addresses !== undefined && { address: In([...addresses]) }),
    ...(organizationId === null ? {} : { organizationId }),
  };
}
