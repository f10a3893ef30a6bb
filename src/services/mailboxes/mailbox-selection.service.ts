import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import { AppError } from "../../lib/app-error.js";
import type { Database } from "../../store/database.js";
import { notFound } from "../outcomes.js";
import type { Mailbox } from "./mailbox.model.js";
import { toMailbox } from "./mailbox-mapper.js";

/** Mailboxes that one list may be about: fifty HTTP requests of four. */
export const MAX_MAILBOXES_PER_VIEW = 200;

/** Which mailboxes of an organization; without either, all of them. */
export interface MailboxSelection {
  readonly mailboxIds: readonly string[] | null;
  readonly connectionId: string | null;
}

/** Picks the mailboxes of an organization that a list is about. */
export class MailboxSelectionService {
  constructor(private readonly db: Database) {}

  /**
   * In the order of their ids, each once.
   *
   * @throws AppError NOT_FOUND for an id of another organization as for one that names nothing; INVALID_INPUT; LIMIT_EXCEEDED.
   */
  async select(viewer: Viewer, organizationId: string, selection: MailboxSelection): Promise<readonly Mailbox[]> {
    const { mailboxIds, connectionId } = selection;
    assertCan(viewer, "event:read", organizationId);
    if (mailboxIds !== null && connectionId !== null) {
      throw new AppError("INVALID_INPUT", "Give either `mailboxIds` or `connectionId`, not both.", {
        path: ["connectionId"],
      });
    }
    if (mailboxIds !== null) return this.#named(organizationId, mailboxIds);
    if (connectionId !== null) {
      const connections = await this.db.connections.byIds([connectionId], organizationId);
      if (!connections.has(connectionId)) throw notFound("connection", ["connectionId"]);
    }
    const filter = { organizationId, ...(connectionId !== null && { connectionId }) };
    const { rows, hasNextPage } = await this.db.mailboxes.page({ first: MAX_MAILBOXES_PER_VIEW, filter });
    if (hasNextPage) throw tooMany(`more than ${MAX_MAILBOXES_PER_VIEW}`, MAX_MAILBOXES_PER_VIEW + 1);
    return rows.map(toMailbox);
  }

  async #named(organizationId: string, mailboxIds: readonly string[]): Promise<readonly Mailbox[]> {
    if (mailboxIds.length === 0) {
      throw new AppError("INVALID_INPUT", "Name at least one mailbox, or leave `mailboxIds` out for all of them.", {
        path: ["mailboxIds"],
      });
    }
    const ids = [...new Set(mailboxIds)].sort();
    if (ids.length > MAX_MAILBOXES_PER_VIEW) throw tooMany(String(ids.length), ids.length);
    const rows = await this.db.mailboxes.byIds(ids, organizationId);
    const missing = mailboxIds.findIndex((id) => !rows.has(id));
    if (missing !== -1) throw notFound("mailbox", ["mailboxIds", String(missing)]);
    return ids.flatMap((id) => rows.get(id) ?? []).map(toMailbox);
  }
}

function tooMany(found: string, actual: number): AppError {
  return new AppError(
    "LIMIT_EXCEEDED",
    `This list would be about ${found} mailboxes; at most ${MAX_MAILBOXES_PER_VIEW} are allowed. Name some of them in \`mailboxIds\`.`,
    { path: ["mailboxIds"], limit: { name: "mailboxesPerView", max: MAX_MAILBOXES_PER_VIEW, actual } },
  );
}
