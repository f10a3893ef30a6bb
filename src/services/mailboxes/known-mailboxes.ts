import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { Repositories } from "../../store/database.js";
import type { DirectoryPerson } from "../directory/directory-people.js";

export interface AddressToFind {
  /** In lower case. */
  readonly address: string;
  readonly person: DirectoryPerson | undefined;
}

/** What stands for an address. */
export type KnownMailbox =
  | { readonly kind: "none" }
  | { readonly kind: "mailbox"; readonly row: MailboxRow }
  /** The address went to somebody else: the mailbox that has it here is another person's by its Graph id. */
  | { readonly kind: "reassigned"; readonly row: MailboxRow };

/**
 * The mailboxes of a connection that some addresses stand for: by Graph's id where the directory says whose an address
 * is, otherwise by what is known of addresses here.
 */
export class KnownMailboxes {
  readonly #byId = new Map<string, MailboxRow>();
  readonly #byUser = new Map<string, MailboxRow>();
  readonly #byAddress = new Map<string, MailboxRow>();
  readonly #idsByAlias: ReadonlyMap<string, string>;

  private constructor(rows: readonly MailboxRow[], idsByAlias: ReadonlyMap<string, string>) {
    this.#idsByAlias = idsByAlias;
    for (const row of rows) this.put(row);
  }

  static async of(
    { mailboxes, mailboxAddresses }: Pick<Repositories, "mailboxes" | "mailboxAddresses">,
    { id: connectionId, organizationId }: { readonly id: string; readonly organizationId: string },
    wanted: readonly AddressToFind[],
  ): Promise<KnownMailboxes> {
    const addresses = wanted.flatMap(({ address, person }) => [address, ...(person?.addresses ?? [])]);
    const graphUserIds = wanted.flatMap(({ person }) => person?.id ?? []);
    const [rows, aliases] = [
      await mailboxes.manyOf(connectionId, { addresses, graphUserIds }),
      await mailboxAddresses.mailboxIdsByAddress(connectionId, addresses),
    ];
    const others = await mailboxes.byIds([...aliases.values()], organizationId);
    return new KnownMailboxes([...others.values(), ...rows], aliases);
  }

  /** Adds a mailbox, or what is newly known of one. */
  put(row: MailboxRow): void {
    this.#byId.set(row.id, row);
    this.#byAddress.set(row.address, row);
    if (row.graphUserId !== null) this.#byUser.set(row.graphUserId.toLowerCase(), row);
  }

  find({ address, person }: AddressToFind): KnownMailbox {
    const own = this.#byAddress.get(address);
    if (person === undefined) {
      const row = own ?? this.#byId.get(this.#idsByAlias.get(address) ?? "");
      return row === undefined ? { kind: "none" } : { kind: "mailbox", row };
    }
    const same = this.#byUser.get(person.id);
    if (same !== undefined) return { kind: "mailbox", row: same };
    const unnamed = person.addresses
      .map((one) => this.#byAddress.get(one))
      .find((row) => row !== undefined && row.graphUserId === null);
    if (unnamed !== undefined) return { kind: "mailbox", row: unnamed };
    if (own === undefined) return { kind: "none" };
    return own.graphUserId === null ? { kind: "mailbox", row: own } : { kind: "reassigned", row: own };
  }

  /** Whether another mailbox has the address for its own. */
  isTaken(address: string, exceptId: string | null): boolean {
    const row = this.#byAddress.get(address);
    return row !== undefined && row.id !== exceptId;
  }
}
