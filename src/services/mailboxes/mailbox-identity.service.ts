import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import { type GraphClient, getMe } from "../../graph/index.js";
import { AppError, isAppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import type { DirectoryAccess } from "../directory/directory-access.js";
import { type DirectoryPerson, toPerson } from "../directory/directory-people.js";
import { peopleByAddress, peopleById } from "../directory/identity-lookup.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { notFound } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import { KnownMailboxes } from "./known-mailboxes.js";
import type { Mailbox } from "./mailbox.model.js";
import { addressFor, recordIdentity } from "./mailbox-identity.js";
import { toMailbox } from "./mailbox-mapper.js";

/** As many mailboxes without an id are looked up when a verification has passed. */
const MOST_AT_ONCE = 200;
/** What people's own permission User.Read shows of themselves; personal accounts have no aliases to show. */
const OWN_PROFILE = ["displayName", "mail", "userPrincipalName", "proxyAddresses"];

export interface MailboxIdentityDeps {
  readonly db: Database;
  readonly graph: GraphClient;
  readonly access: ConnectionAccess;
  readonly directory: DirectoryAccess;
  readonly views: ViewForgetter;
  readonly clock: Clock;
}

export interface RefreshedMailbox {
  readonly mailbox: Mailbox;
  /** The address before, where it has changed. */
  readonly formerAddress: string | null;
}

/**
 * Whose a mailbox is: Graph's id of the person, which stays when addresses change. From then on Graph is asked by it.
 */
export class MailboxIdentityService {
  constructor(private readonly deps: MailboxIdentityDeps) {}

  /** Other addresses of each mailbox; of those that a viewer got hold of. */
  aliasesOf(mailboxIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.deps.db.mailboxAddresses.ofMailboxes(mailboxIds);
  }

  /**
   * Reads from the directory, or from the owner's own profile, whose the mailbox is and which addresses it has.
   * @throws AppError CONSENT_MISSING, MAILBOX_UNAVAILABLE, CONFLICT, or why the connection cannot be used.
   */
  async refresh(viewer: Viewer, id: string, call: Call): Promise<RefreshedMailbox> {
    const row = (await this.deps.db.mailboxes.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("mailbox");
    assertCan(viewer, "mailbox:manage", row.organizationId);
    const connection = (await this.deps.db.connections.byIds([row.connectionId], row.organizationId)).get(
      row.connectionId,
    );
    if (connection === undefined) throw notFound("connection");
    const person = await (connection.access === "DELEGATED"
      ? this.#own(connection, row, call)
      : this.#fromDirectory(connection, row, call));
    const changed = await this.#record(row, person);
    if (changed.graphUserId?.toLowerCase() !== row.graphUserId?.toLowerCase() && row.graphUserId !== null) {
      await this.deps.views.forget(row.connectionId);
    }
    return { mailbox: toMailbox(changed), formerAddress: changed.address === row.address ? null : row.address };
  }

  /** Records whose the mailboxes are that have no id yet, where the connection may read the directory. */
  async recordMissing(connection: ConnectionRow, call: Call): Promise<void> {
    const way = await this.deps.directory.openIfMay(connection, call);
    if (way === null) return;
    const rows = await this.deps.db.mailboxes.withoutIdentity(connection.id, MOST_AT_ONCE);
    if (rows.length === 0) return;
    const addresses = rows.map(({ address }) => address);
    const people = await peopleByAddress(this.deps.graph, way, addresses, call);
    for (const row of rows) {
      const person = people.get(row.address);
      if (person !== undefined) await this.#recordUnlessTaken(row, person);
    }
  }

  async #own(connection: ConnectionRow, row: MailboxRow, call: Call): Promise<DirectoryPerson> {
    const way = { hasFullProfiles: true };
    const opened = await this.deps.access.openFor(connection, row);
    try {
      return toPerson(await getMe(this.deps.graph, opened, { select: OWN_PROFILE }, call), way);
    } catch (error) {
      throw fromUpstream(error);
    }
  }

  async #fromDirectory(connection: ConnectionRow, row: MailboxRow, call: Call): Promise<DirectoryPerson> {
    const way = await this.deps.directory.open(connection, ["people"], call);
    const { graph } = this.deps;
    const person =
      row.graphUserId === null
        ? (await peopleByAddress(graph, way, [row.address], call)).get(row.address)
        : (await peopleById(graph, way, [row.graphUserId], call)).get(row.graphUserId.toLowerCase());
    if (person !== undefined) return person;
    throw new AppError(
      "MAILBOX_UNAVAILABLE",
      row.graphUserId === null
        ? "The directory knows nobody with the address of this mailbox, or several. Check the address."
        : "The person of this mailbox is not in the directory any more. Delete the mailbox, or give it another address.",
    );
  }

  /** In one transaction with the check that nobody else has the address. */
  #record(row: MailboxRow, person: DirectoryPerson): Promise<MailboxRow> {
    return this.deps.db.transaction(async (repositories) => {
      const wanted = { address: person.mail ?? row.address, person };
      const known = await KnownMailboxes.of(repositories, connectionOf(row), [wanted]);
      const found = known.find(wanted);
      if (found.kind === "mailbox" && found.row.id !== row.id && found.row.graphUserId !== null) {
        throw new AppError(
          "CONFLICT",
          "Another mailbox of this connection is the same person by its Graph id. Delete one of the two.",
        );
      }
      const address = addressFor(person, row.address, (one) => known.isTaken(one, row.id));
      return recordIdentity(repositories, row, person, { address, now: this.deps.clock.now() });
    });
  }

  async #recordUnlessTaken(row: MailboxRow, person: DirectoryPerson): Promise<void> {
    try {
      await this.#record(row, person);
    } catch (error) {
      // Two rows of one person, or a change at the same moment: an administrator's own work goes first.
      if (!isAppError(error, "CONFLICT")) throw error;
    }
  }
}

function connectionOf({ connectionId: id, organizationId }: MailboxRow) {
  return { id, organizationId };
}
