import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { Database } from "../../store/database.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { mapPage, type Page, type PageWindow } from "../page.js";
import type { Mailbox } from "./mailbox.model.js";

export interface MailboxDraft {
  readonly connectionId: string;
  readonly address: string;
  readonly displayName: string | null;
  readonly graphUserId: string | null;
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
    const filter = { organizationId, ...(address !== undefined && { address }) };
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

  /** @throws AppError CONFLICT when the connection has that address already. */
  async create(viewer: Viewer, draft: MailboxDraft): Promise<Mailbox> {
    const connection = (await this.db.connections.byIds([draft.connectionId], viewer.organizationId)).get(
      draft.connectionId,
    );
    if (connection === undefined) throw notFound("connection", ["connectionId"]);
    assertCan(viewer, "mailbox:manage", connection.organizationId);
    const row = await this.db.mailboxes.insert({
      ...draft,
      organizationId: connection.organizationId,
      state: "UNVERIFIED",
    });
    return toMailbox(row);
  }

  /** A new address or user id makes the mailbox unverified again. */
  async update(viewer: Viewer, id: string, changes: MailboxChanges): Promise<Mailbox> {
    const row = await this.#require(viewer, id);
    assertCan(viewer, "mailbox:manage", row.organizationId);
    const isOther =
      (changes.address !== undefined && changes.address.toLowerCase() !== row.address) ||
      (changes.graphUserId !== undefined && changes.graphUserId !== row.graphUserId);
    const updated = await this.db.transaction(async ({ mailboxes, mailboxGrants }) => {
      // The sign-in was of whoever had the former address.
      if (isOther) await mailboxGrants.deleteOfMailbox(id);
      const changed = await mailboxes.update(id, row.rowVersion, {
        ...changes,
        ...(isOther && { state: "UNVERIFIED", stateReason: null }),
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

  async #require(viewer: Viewer, id: string): Promise<MailboxRow> {
    const row = (await this.db.mailboxes.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("mailbox");
    return row;
  }
}

export function toMailbox(row: MailboxRow): Mailbox {
  const { id, organizationId, connectionId, address, displayName, graphUserId, state, stateReason } = row;
  return {
    kind: "Mailbox",
    id,
    organizationId,
    connectionId,
    address,
    displayName,
    graphUserId,
    state,
    stateReason,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
