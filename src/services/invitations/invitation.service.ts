import { hashHandle, newHandle } from "../../auth/one-time-handle.js";
import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Invitation as InvitationRow } from "../../entities/invitation.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Clock } from "../../lib/clock.js";
import type { Database, Repositories } from "../../store/database.js";
import { signInAuthority } from "../authorization/authority-rules.js";
import type { OnConnected } from "../authorization/mailbox-authorization.service.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { newestFirst, type Page, type PageWindow } from "../page.js";
import { type Invitation, type InvitationState, toInvitation } from "./invitation.model.js";
import { cleanDraft, type InvitationDraft } from "./invitation-draft.js";
import type { InvitationLinks } from "./invitation-links.js";
import type { InvitationOutbox } from "./invitation-outbox.js";
import { countIssue } from "./invitation-quota.js";
import { assertWanted, conflict, mailboxFor } from "./invited-mailbox.js";

export interface InvitationSettings {
  /** How long a link works. */
  readonly hours: number;
  /** Mails and links that one organization may ask for within an hour. */
  readonly perHour: number;
}

export interface InvitationDeps {
  readonly db: Database;
  readonly access: ConnectionAccess;
  readonly outbox: InvitationOutbox;
  readonly links: InvitationLinks;
  readonly clock: Clock;
  readonly settings: InvitationSettings;
}

/** An invitation, and its link where no mail carries it: told now and never again. */
export interface IssuedInvitation {
  readonly invitation: Invitation;
  readonly link: string | null;
}

/** True: the link is answered and no mail is sent. */
interface Handing {
  readonly returnLink: boolean;
}

const HOUR_MS = 3_600_000;

/** Asks people to connect their mailboxes. */
export class InvitationService {
  constructor(private readonly deps: InvitationDeps) {}

  /**
   * Specifies the mailbox where it is not specified yet, and invites its owner. The mail goes out after this has been
   * stored, not before this returns.
   *
   * @throws AppError INVALID_INPUT, NOT_FOUND, CONFLICT, CONNECTION_UNUSABLE, or LIMIT_EXCEEDED with the wait.
   */
  async create(viewer: Viewer, draft: InvitationDraft & Handing): Promise<IssuedInvitation> {
    const { connectionId, address, displayName, note, returnLink } = cleanDraft(draft);
    const connection = await this.#usableConnection(viewer, connectionId);
    const { organizationId } = connection;
    return this.#issue(returnLink, async (repositories, issue) => {
      await this.#count(repositories, organizationId);
      const mailbox = await mailboxFor(repositories, { organizationId, connectionId, address, displayName });
      await assertWanted(mailbox, repositories);
      const createdBy = viewer.apiKeyId;
      return repositories.invitations.insert({
        ...issue,
        organizationId,
        connectionId,
        mailboxId: mailbox.id,
        address,
        note,
        createdBy,
      });
    });
  }

  /** What concerns all rows alike is told once. @throws AppError as {@link create}. */
  async assertMayInvite(viewer: Viewer, connectionId: string): Promise<void> {
    await this.#usableConnection(viewer, connectionId);
  }

  /** A new link for the same person; the former one is dead from now on. @throws AppError as {@link create}. */
  async resend(viewer: Viewer, id: string, { returnLink }: Handing): Promise<IssuedInvitation> {
    const { connectionId, organizationId, mailboxId } = await this.#require(viewer, id);
    await this.#usableConnection(viewer, connectionId);
    return this.#issue(returnLink, async (repositories, issue) => {
      const { invitations, oauthFlows } = repositories;
      // As it is now: a mail that went out meanwhile is no reason to refuse.
      const row = await this.#current(repositories, id);
      if (row.usedAt !== null) throw conflict("This invitation was accepted: there is nothing to send again.");
      if (row.revokedAt !== null) throw conflict("This invitation was revoked. Make a new one.");
      const open = await invitations.openOf(mailboxId);
      if (open !== null && open.id !== id) throw conflict("There is a newer invitation for this mailbox.");
      await this.#count(repositories, organizationId);
      await oauthFlows.cancel({ connectionId, invitationId: id });
      this.deps.outbox.forget(id);
      const fresh = { ...issue, attempts: 0, deliveryFault: null, sentAt: null, openedAt: null };
      return changed(await invitations.update(id, row.rowVersion, fresh));
    });
  }

  /** Ends the invitation and what was begun with it. One that was revoked before stays so. */
  async revoke(viewer: Viewer, id: string): Promise<Invitation> {
    const { connectionId } = await this.#require(viewer, id);
    const revoked = await this.deps.db.transaction(async (repositories) => {
      const { invitations, oauthFlows } = repositories;
      const row = await this.#current(repositories, id);
      if (row.usedAt !== null) {
        throw conflict("This invitation was accepted. `disconnectMailbox` ends what came of it.");
      }
      if (row.revokedAt !== null) return row;
      await oauthFlows.cancel({ connectionId, invitationId: id });
      const revokedAt = new Date(this.deps.clock.now());
      return changed(await invitations.update(id, row.rowVersion, { revokedAt, nextAttemptAt: null }));
    });
    this.deps.outbox.forget(id);
    return this.#shown(revoked);
  }

  async getMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Invitation>> {
    return this.#shownAll(await this.deps.db.invitations.byIds(ids, viewer.organizationId));
  }

  /** The last invitation of each mailbox. */
  async ofMailboxes(viewer: Viewer, mailboxIds: readonly string[]): Promise<ReadonlyMap<string, Invitation>> {
    return this.#shownAll(await this.deps.db.invitations.latestOf(mailboxIds, viewer.organizationId));
  }

  /** Newest first. */
  async listOfConnection(
    viewer: Viewer,
    { id: connectionId, organizationId }: { readonly id: string; readonly organizationId: string },
    window: PageWindow,
    state?: InvitationState,
  ): Promise<Page<Invitation>> {
    assertCan(viewer, "mailbox:read", organizationId);
    const filter = { organizationId, connectionId, ...(state !== undefined && { state }) };
    return newestFirst(
      window,
      (row: InvitationRow) => this.#shown(row),
      (oldestFirst) => this.deps.db.invitations.page({ ...oldestFirst, filter }),
    );
  }

  /**
   * Of two sign-ins that began with one invitation the first takes it, and the second is undone. One that ran out while
   * its person was at Microsoft's still counts: the flow's own ten minutes bound that.
   */
  readonly accept: OnConnected = async ({ invitationId }, mailbox, { invitations }) => {
    if (invitationId !== null && (await invitations.use(invitationId)) === null) {
      throw conflict("This invitation was used or revoked meanwhile, so nothing was connected.");
    }
    // Whoever was connected in another way need not be asked any more.
    await invitations.useOpenOf(mailbox.id);
  };

  async #issue(
    returnLink: boolean,
    store: (repositories: Repositories, issue: IssueColumns) => Promise<InvitationRow>,
  ): Promise<IssuedInvitation> {
    const { db, outbox, links, settings, clock } = this.deps;
    const now = clock.now();
    const expiresAt = new Date(now + settings.hours * HOUR_MS);
    if (!returnLink && outbox.canSend) {
      // The token is made when its mail is sent.
      const issue = { tokenHash: null, delivery: "PENDING", nextAttemptAt: new Date(now), expiresAt } as const;
      const row = await db.transaction((repositories) => store(repositories, issue));
      outbox.wake();
      return { invitation: this.#shown(row), link: null };
    }
    const token = newHandle();
    const tokenHash = hashHandle(token);
    const issue = { tokenHash, delivery: "HANDED_OUT", nextAttemptAt: null, expiresAt } as const;
    const row = await db.transaction((repositories) => store(repositories, issue));
    return { invitation: this.#shown(row), link: links.of(token) };
  }

  #count({ invitations }: Repositories, organizationId: string): Promise<void> {
    const { clock, settings } = this.deps;
    return countIssue(invitations, organizationId, { clock, perHour: settings.perHour });
  }

  /** @throws AppError where nobody could sign in. */
  async #usableConnection(viewer: Viewer, id: string): Promise<ConnectionRow> {
    const row = (await this.deps.db.connections.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("connection", ["connectionId"]);
    assertCan(viewer, "connection:manage", row.organizationId);
    if (row.access === "APPLICATION") {
      throw new AppError(
        "INVALID_INPUT",
        "This connection uses the application's own permission, so its mailboxes need nobody's sign-in: specify them, and they are connected. Invitations are for connections with the access DELEGATED.",
        { path: ["connectionId"] },
      );
    }
    await this.deps.access.signInCredential(row, signInAuthority(row));
    return row;
  }

  async #require(viewer: Viewer, id: string): Promise<InvitationRow> {
    const row = (await this.deps.db.invitations.byIds([id], viewer.organizationId)).get(id);
    if (row === undefined) throw notFound("invitation");
    assertCan(viewer, "connection:manage", row.organizationId);
    return row;
  }

  async #current({ invitations }: Repositories, id: string): Promise<InvitationRow> {
    const row = (await invitations.byIds([id], null)).get(id);
    if (row === undefined) throw notFound("invitation");
    return row;
  }

  #shown(row: InvitationRow): Invitation {
    return toInvitation(row, this.deps.clock.now());
  }

  #shownAll(rows: ReadonlyMap<string, InvitationRow>): ReadonlyMap<string, Invitation> {
    return new Map([...rows].map(([id, row]) => [id, this.#shown(row)]));
  }
}

type IssueColumns = Pick<InvitationRow, "tokenHash" | "delivery" | "nextAttemptAt" | "expiresAt">;

function changed(row: InvitationRow | null): InvitationRow {
  if (row === null) throw changedMeanwhile("invitation");
  return row;
}
