import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { mapPage, type Page, type PageWindow } from "../page.js";
import { KnownMailboxes } from "./known-mailboxes.js";
import type { Mailbox } from "./mailbox.model.js";
import { addressFor, keepAliases, recordIdentity } from "./mailbox-identity.js";
import { toMailbox } from "./mailbox-mapper.js";
import type { MailboxSources } from "./mailbox-sources.js";

export interface MailboxDraft {
  readonly connectionId: string;
  readonly address: string;
  readonly displayName: string | null;
  readonly graphUserId: string | null;
}

export interface CreatedMailbox {
  readonly mailbox: Mailbox;
  /** The second when the address is another one of a mailbox that is specified already. */
  readonly outcome: "CREATED" | "ALREADY_SPECIFIED";
}

export interface MailboxChanges {
  readonly address?: string | undefined;
  readonly displayName?: string | null | undefined;
  readonly graphUserId?: string | null | undefined;
}

/** The mailboxes that administrators specified: the only ones that can be reached. */
export class MailboxService {
  constructor(
    private readonly db: Database,
    private readonly views: ViewForgetter,
    private readonly sources: MailboxSources,
    private readonly clock: Clock,
  ) {}

  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Mailbox>> {
    const rows = await this.db.mailboxes.byIds(ids, viewer.organizationId);
    return new Map([...rows].map(([id, row]) => [id, toMailbox(row)]));
  }

  /** With an address only the mailboxes that have it: one for each connection that reaches it. */
  async listOfOrganization(
    viewer: Viewer,
    organizationId: string,
    window: PageWindow,
    address?: string,
  ): Promise<Page<Mailbox>> {
    assertCan(viewer, "mailbox:read", organizationId);
    if (address !== undefined) return this.#listByAddress(organizationId, address.toLowerCase(), window);
    const filter = { organizationId };
    return mapPage(await this.db.mailboxes.page({ ...window, filter }), toMailbox);
  }

  async listOfConnection(
    viewer: Viewer,
    connection: { readonly id: string; readonly organizationId: string },
    window: PageWindow,
  ): Promise<Page<Mailbox>> {
    const { id: connectionId, organizationId } = connection;
    assertCan(viewer, "mailbox:read", organizationId);
    return mapPage(await this.db.mailboxes.page({ ...window, filter: { organizationId, connectionId } }), toMailbox);
  }

  /**
   * An address that the directory knows as another one of a specified mailbox is answered with that mailbox.
   * @throws AppError CONFLICT when the connection has a mailbox of that very address already.
   */
  async create(viewer: Viewer, draft: MailboxDraft, call: Call): Promise<CreatedMailbox> {
    const connection = (await this.db.connections.byIds([draft.connectionId], viewer.organizationId)).get(
      draft.connectionId,
    );
    if (connection === undefined) throw notFound("connection", ["connectionId"]);
    assertCan(viewer, "mailbox:manage", connection.organizationId);
    const address = draft.address.toLowerCase();
    const people = await this.sources.peopleOf(connection, [address], call);
    const person = draft.graphUserId === null ? people?.get(address) : undefined;
    const wanted = { address, person };
    return this.db.transaction(async (repositories) => {
      const known = await KnownMailboxes.of(repositories, connection, [wanted]);
      const found = known.find(wanted);
      if (found.kind === "reassigned") throw reassigned();
      if (found.kind === "mailbox" && found.row.address !== address) {
        const { row } = found;
        if (person === undefined || row.identityReadAt !== null) return already(row);
        const own = addressFor(person, row.address, (one) => known.isTaken(one, row.id));
        return already(await recordIdentity(repositories, row, person, { address: own, now: this.clock.now() }));
      }
      const row = await repositories.mailboxes.insert({
        ...draft,
        address: person === undefined ? address : addressFor(person, address, (one) => known.isTaken(one, null)),
        ...(person !== undefined && { graphUserId: person.id, identityReadAt: new Date(this.clock.now()) }),
        organizationId: connection.organizationId,
        state: "UNVERIFIED",
      });
      if (person !== undefined) await keepAliases(repositories, row, person);
      return { mailbox: toMailbox(row), outcome: "CREATED" };
    });
  }

  /** A new address or user id makes the mailbox unverified again. */
  async update(viewer: Viewer, id: string, changes: MailboxChanges): Promise<Mailbox> {
    const row = await this.#require(viewer, id);
    assertCan(viewer, "mailbox:manage", row.organizationId);
    const isOther =
      (changes.address !== undefined && changes.address.toLowerCase() !== row.address) ||
      (changes.graphUserId !== undefined && changes.graphUserId !== row.graphUserId);
    const updated = await this.db.transaction(async (repositories) => {
      const { mailboxes, mailboxGrants, mailboxAddresses, invitations } = repositories;
      // The sign-in was of whoever had the former address, and so were the invitation and its other addresses.
      if (isOther) {
        await mailboxGrants.deleteOfMailbox(id);
        await mailboxAddresses.replace({ ...row, mailboxId: id }, []);
        await invitations.revokeOpenOf(id);
      }
      const changed = await mailboxes.update(id, row.rowVersion, {
        ...changes,
        ...(isOther && { state: "UNVERIFIED", stateReason: null, identityReadAt: null }),
        // What the directory said was of the former address; what an administrator entered stays.
        ...(isOther && row.identityReadAt !== null && changes.graphUserId === undefined && { graphUserId: null }),
      });
      if (changed === null) throw changedMeanwhile("mailbox");
      return changed;
    });
    if (isOther) await this.views.forget(row.connectionId);
    return toMailbox(updated);
  }

  async delete(viewer: Viewer, id: string): Promise<void> {
    const row = await this.#require(viewer, id);
    assertCan(viewer, "mailbox:manage", row.organizationId);
    const isDeleted = await this.db.mailboxes.delete(id);
    await this.views.forget(row.connectionId);
    if (!isDeleted) throw notFound("mailbox");
  }

  /** Other addresses than its own lead to a mailbox too. */
  async #listByAddress(organizationId: string, address: string, window: PageWindow): Promise<Page<Mailbox>> {
    const ids = await this.db.mailboxAddresses.mailboxIdsWith(organizationId, address);
    const others = await this.db.mailboxes.byIds(ids, organizationId);
    const addresses = [address, ...[...others.values()].map((row) => row.address)];
    return mapPage(await this.db.mailboxes.page({ ...window, filter: { organizationId, addresses } }), toMailbox);
  }

  async #require(viewer: Viewer, id: string): Promise<MailboxRow> {
    const row = (await this.db.mailboxes.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("mailbox");
    return row;
  }
}

function reassigned(): AppError {
  return new AppError(
    "CONFLICT",
    "This address now belongs to somebody else than the specified mailbox that has it here. Use `refreshMailbox` on that one first.",
    { path: ["address"] },
  );
}

function already(row: MailboxRow): CreatedMailbox {
  return { mailbox: toMailbox(row), outcome: "ALREADY_SPECIFIED" };
}
