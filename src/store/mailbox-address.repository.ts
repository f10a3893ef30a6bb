import { In } from "typeorm";
import { MailboxAddress } from "../entities/mailbox-address.entity.js";
import { newRowId } from "../lib/ids.js";
import type { RowAccess } from "./row-access.js";

/** SQLite takes 32,766 parameters in a statement; far fewer keep statements short. */
const IDS_PER_STATEMENT = 500;

type Owner = Pick<MailboxAddress, "organizationId" | "connectionId" | "mailboxId">;

/** Other addresses of specified mailboxes. */
export class MailboxAddressRepository {
  constructor(private readonly access: RowAccess) {}

  /** Ids of the mailboxes of a connection that these are other addresses of, by address in lower case. */
  async mailboxIdsByAddress(connectionId: string, addresses: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.#in(addresses, (address) => ({ connectionId, address }));
    return new Map(rows.map(({ address, mailboxId }) => [address, mailboxId]));
  }

  /** Ids of the mailboxes in whatever connection that this is another address of. */
  async mailboxIdsWith(organizationId: string, address: string): Promise<readonly string[]> {
    const rows = await this.#in([address], (value) => ({ organizationId, address: value }));
    return rows.map(({ mailboxId }) => mailboxId);
  }

  /** The other addresses of each mailbox, in the order in which they were stored. */
  async ofMailboxes(mailboxIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.#in(mailboxIds, (mailboxId) => ({ mailboxId }));
    const found = new Map<string, string[]>();
    for (const { mailboxId, address } of rows) {
      const known = found.get(mailboxId) ?? [];
      known.push(address);
      found.set(mailboxId, known);
    }
    return found;
  }

  /** Stores these in place of what was known. An address that was another mailbox's is so no more. */
  replace(owner: Owner, addresses: readonly string[]): Promise<void> {
    return this.access.write(async (manager) => {
      await manager.delete(MailboxAddress, { mailboxId: owner.mailboxId });
      if (addresses.length === 0) return;
      await manager.delete(MailboxAddress, { connectionId: owner.connectionId, address: In([...addresses]) });
      const rows = addresses.map((address) => ({ ...owner, id: newRowId(), address }));
      await manager.insert(MailboxAddress, rows);
    });
  }

  async #in(values: readonly string[], where: (values: ReturnType<typeof In<string>>) => object) {
    return this.access.read(async (manager) => {
      const rows: MailboxAddress[] = [];
      const wanted = [...new Set(values)];
      for (let start = 0; start < wanted.length; start += IDS_PER_STATEMENT) {
        const chunk = wanted.slice(start, start + IDS_PER_STATEMENT);
        rows.push(...(await manager.find(MailboxAddress, { where: where(In(chunk)), order: { id: "ASC" } })));
      }
      return rows;
    });
  }
}
