import {
  type EntityManager,
  type FindOptionsWhere,
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  Not,
} from "typeorm";
import { Invitation } from "../entities/invitation.entity.js";
import { InvitationIssue } from "../entities/invitation-issue.entity.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import { storedMoment } from "./moment.js";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

/** SQLite takes 32,766 parameters in a statement; far fewer keep statements short. */
const IDS_PER_STATEMENT = 500;

export type NewInvitation = Pick<
  Invitation,
  | "organizationId"
  | "connectionId"
  | "mailboxId"
  | "address"
  | "note"
  | "tokenHash"
  | "delivery"
  | "nextAttemptAt"
  | "createdBy"
  | "expiresAt"
>;

type InvitationPatch = Partial<
  Omit<Invitation, "id" | "organizationId" | "connectionId" | "mailboxId" | "address" | "rowVersion">
>;

/** Where an invitation stands: the first of these that holds. */
export const INVITATION_STATES = [
  "ACCEPTED",
  "REVOKED",
  "EXPIRED",
  "OPENED",
  "DELIVERY_FAILED",
  "SENT",
  "PENDING",
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface InvitationFilter {
  /** The only organization the viewer may see; null for a viewer of the whole server. */
  readonly organizationId: string | null;
  readonly connectionId: string;
  readonly state?: InvitationState;
}

export class InvitationRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<Invitation>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, Invitation);
    this.#clock = clock;
  }

  byIds(ids: readonly string[], organizationId: string | null): Promise<Map<string, Invitation>> {
    return this.#table.byIds(ids, organizationId === null ? {} : { organizationId });
  }

  /** For whoever holds the link, so without a viewer. */
  byTokenHash(tokenHash: string): Promise<Invitation | null> {
    return this.#table.one({ tokenHash });
  }

  /** The last invitation of each mailbox. */
  latestOf(mailboxIds: readonly string[], organizationId: string | null): Promise<Map<string, Invitation>> {
    const wanted = [...new Set(mailboxIds)];
    const scope = organizationId === null ? {} : { organizationId };
    return this.#access.read(async (manager) => {
      const found = new Map<string, Invitation>();
      for (let start = 0; start < wanted.length; start += IDS_PER_STATEMENT) {
        const mailboxId = In(wanted.slice(start, start + IDS_PER_STATEMENT));
        const rows = await manager.find(Invitation, { where: { ...scope, mailboxId }, order: { id: "ASC" } });
        for (const row of rows) found.set(row.mailboxId, row);
      }
      return found;
    });
  }

  page({ filter, ...window }: PageRequest<InvitationFilter>): Promise<RowPage<Invitation>> {
    const { organizationId, connectionId, state } = filter;
    const where = {
      connectionId,
      ...(organizationId === null ? {} : { organizationId }),
      ...(state === undefined ? {} : this.#inState(state)),
    };
    return this.#table.page({ ...window, filter: where });
  }

  /** Of a mailbox: one that can still be accepted. */
  openOf(mailboxId: string): Promise<Invitation | null> {
    return this.#table.one({ mailboxId, ...this.#open() });
  }

  insert(values: NewInvitation): Promise<Invitation> {
    return this.#table.insert({ ...values, id: newRowId(), attempts: 0, createdAt: this.#now(), rowVersion: 1 });
  }

  /** The changed row; null when that version is not there any more. */
  update(id: string, rowVersion: number, patch: InvitationPatch): Promise<Invitation | null> {
    return this.#table.update(id, { rowVersion }, patch);
  }

  /** Open invitations whose mail is due, the longest waiting first. */
  due(size: number): Promise<readonly Invitation[]> {
    const where = { ...this.#open(), delivery: "PENDING" as const, nextAttemptAt: LessThanOrEqual(this.#now()) };
    return this.#access.read((manager) =>
      manager.find(Invitation, { where, order: { nextAttemptAt: "ASC" }, take: size }),
    );
  }

  /** How the attempt ended that sent this very token; one that was replaced meanwhile is left as it is. */
  settle(id: string, tokenHash: string, patch: InvitationPatch): Promise<Invitation | null> {
    return this.#table.update(id, { tokenHash, delivery: "PENDING" }, patch);
  }

  /** Notes that its page was shown, the first time. */
  async opened(id: string): Promise<void> {
    await this.#table.update(id, { openedAt: IsNull() }, { openedAt: this.#now() });
  }

  /** Takes the invitation, once for ever, in one statement. Null when it was taken or revoked before. */
  use(id: string): Promise<Invitation | null> {
    return this.#table.update(id, { usedAt: IsNull(), revokedAt: IsNull() }, this.#ended({ usedAt: this.#now() }));
  }

  /** The same for what is open of a mailbox that was connected in another way. */
  async useOpenOf(mailboxId: string): Promise<void> {
    await this.#endOpenOf(mailboxId, { usedAt: this.#now() });
  }

  async revokeOpenOf(mailboxId: string): Promise<void> {
    await this.#endOpenOf(mailboxId, { revokedAt: this.#now() });
  }

  /** Deletes what expired before that moment. */
  async sweep(before: Date): Promise<void> {
    const moment = storedMoment(before.getTime());
    await this.#access.write((manager) => manager.delete(Invitation, { expiresAt: LessThan(moment) }));
  }

  /** Notes that a mail or link was asked for. */
  async noteIssue(organizationId: string): Promise<void> {
    const row = { id: newRowId(), organizationId, issuedAt: this.#now() };
    await this.#access.write((manager) => manager.insert(InvitationIssue, row));
  }

  /** When the mails and links since that moment were asked for, newest first; older ones are forgotten. */
  issuesSince(organizationId: string, since: Date, atMost: number): Promise<readonly Date[]> {
    return this.#access.write(async (manager) => {
      await manager.delete(InvitationIssue, {
        organizationId,
        issuedAt: LessThanOrEqual(storedMoment(since.getTime())),
      });
      const rows = await manager.find(InvitationIssue, {
        where: { organizationId },
        order: { issuedAt: "DESC", id: "DESC" },
        take: atMost,
      });
      return rows.map(({ issuedAt }) => issuedAt);
    });
  }

  async #endOpenOf(mailboxId: string, end: InvitationPatch): Promise<void> {
    const expiresAt = MoreThan(storedMoment(this.#clock.now()));
    const where = { mailboxId, usedAt: IsNull(), revokedAt: IsNull(), expiresAt };
    const change = async (manager: EntityManager) => manager.update(Invitation, where, this.#ended(end));
    await this.#access.write(change);
  }

  /** One that has ended has no mail to send. */
  #ended(end: InvitationPatch): InvitationPatch {
    return { ...end, nextAttemptAt: null };
  }

  #open(): FindOptionsWhere<Invitation> {
    return { usedAt: IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(this.#now()) };
  }

  #inState(state: InvitationState): FindOptionsWhere<Invitation> {
    const unopened = { ...this.#open(), openedAt: IsNull() };
    switch (state) {
      case "ACCEPTED":
        return { usedAt: Not(IsNull()) };
      case "REVOKED":
        return { usedAt: IsNull(), revokedAt: Not(IsNull()) };
      case "EXPIRED":
        return { usedAt: IsNull(), revokedAt: IsNull(), expiresAt: LessThanOrEqual(this.#now()) };
      case "OPENED":
        return { ...this.#open(), openedAt: Not(IsNull()) };
      case "DELIVERY_FAILED":
        return { ...unopened, delivery: "FAILED" };
      case "SENT":
        return { ...unopened, delivery: In(["SENT", "HANDED_OUT"]) };
      case "PENDING":
        return { ...unopened, delivery: "PENDING" };
    }
  }

  #now(): Date {
    return new Date(this.#clock.now());
  }
}
