import type { Credential as CredentialRow } from "../../entities/credential.entity.js";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { Database } from "../../store/database.js";
import { moveConnection } from "../connections/connection-move.js";
import { daysLeft, dayText, lapseSentence, reachedThreshold } from "./credential-expiry.js";

const PAGE = 100;

export interface CredentialExpiryDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Tells the log of credentials that are about to expire, and degrades connections whose credential has. */
export class CredentialExpiryService {
  constructor(private readonly deps: CredentialExpiryDeps) {}

  /**
   * One round over all credentials. Each threshold is told once, however many rounds and processes there are: the row
   * remembers it, and of two that would note it one finds it noted.
   */
  async check(): Promise<void> {
    const { credentials } = this.deps.db;
    const filter = { organizationId: null, expires: true } as const;
    let page = await credentials.page({ first: PAGE, filter });
    for (;;) {
      for (const row of page.rows) await this.#checkOne(row);
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) return;
      page = await credentials.page({ first: PAGE, after: last.id, filter });
    }
  }

  async #checkOne(row: CredentialRow): Promise<void> {
    const now = this.deps.clock.now();
    const { expiresAt } = row;
    const threshold = expiresAt && reachedThreshold(expiresAt, now);
    if (expiresAt === null || threshold === null) return;
    if (row.warnedDays !== null && row.warnedDays <= threshold) return;
    // The threshold is noted with the state that follows from it, or neither.
    const isNoted = await this.deps.db.transaction(async (repositories) => {
      const { credentials, connections } = repositories;
      const noted = await credentials.update(row.id, row.rowVersion, { warnedDays: threshold });
      if (noted === null) return false;
      if (threshold > 0 || row.state !== "CURRENT") return true;
      const connection = (await connections.byIds([row.connectionId], null)).get(row.connectionId);
      if (connection !== undefined) {
        await moveConnection(repositories, connection, {
          cause: "CREDENTIAL_LAPSED",
          reason: lapseSentence(row.kind, expiresAt),
        });
      }
      return true;
    });
    if (isNoted) this.#tell(row, expiresAt, daysLeft(expiresAt, now), threshold);
  }

  #tell(row: CredentialRow, expiresAt: Date, left: number, threshold: number): void {
    const { id: credentialId, connectionId, kind, state } = row;
    const facts = { connectionId, credentialId, kind, state, expires: dayText(expiresAt), daysLeft: left };
    if (threshold > 0) this.deps.log.warn({ ...facts, threshold }, "a credential expires soon");
    else this.deps.log.error(facts, "a credential has expired");
  }
}
