import { hashHandle, newHandle } from "../../auth/one-time-handle.js";
import type { Invitation as InvitationRow } from "../../entities/invitation.entity.js";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import { Secret } from "../../lib/secret.js";
import { backgroundSleep } from "../../lib/sleep.js";
import type { Database } from "../../store/database.js";
import { permissionReasons } from "../authorization/permission-reasons.js";
import type { Mailer } from "../mail/mailer.js";
import type { InvitationLinks } from "./invitation-links.js";
import { type InvitationText, invitationMail } from "./invitation-mail.js";

export interface InvitationOutboxDeps {
  readonly db: Database;
  /** Null: no mail server is set. */
  readonly mailer: Mailer | null;
  readonly links: InvitationLinks;
  readonly clock: Clock;
  readonly log: Logger;
}

const MINUTE_MS = 60_000;
/** The wait after each attempt that failed; after the last one it is given up. About a working day. */
const WAITS_MS = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * MINUTE_MS);
/** So long an attempt is this process's own; longer than any attempt lasts. */
const LEASE_MS = 10 * MINUTE_MS;
/** As many as the mailer has connections. */
const AT_ONCE = 2;
const ROUND = 20;
/** Ended invitations are shown so long. */
const KEPT_MS = 90 * 24 * 60 * MINUTE_MS;
/** What is being handed over when the gateway closes may be finished within this time. */
const GRACE_MS = 5_000;

/**
 * Sends the mails of invitations. What waits stands in the invitation's row, so no restart loses it. A token is made
 * when its mail is sent, since none is stored that could be read back: an attempt that nobody remembers gets a new one.
 */
export class InvitationOutbox {
  /** Tokens of attempts that may have reached their reader: the next attempt repeats them. */
  readonly #tokens = new Map<string, Secret>();
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isClosed = false;

  constructor(private readonly deps: InvitationOutboxDeps) {}

  get canSend(): boolean {
    return this.deps.mailer !== null;
  }

  /** Sends what is due, in the background; a call while that goes on makes it look once more. */
  wake(): void {
    this.#isWanted = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
  }

  /** The invitation's token counts no more. */
  forget(id: string): void {
    this.#tokens.delete(id);
  }

  /** Waits until nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  /** Begins nothing more; what takes too long to hand over fails, and is tried again after the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const over = new AbortController();
    const grace = backgroundSleep(GRACE_MS, over.signal).catch(() => {});
    await Promise.race([this.idle(), grace]);
    over.abort();
    this.deps.mailer?.close();
    await this.idle();
    this.#tokens.clear();
  }

  async #rounds(): Promise<void> {
    try {
      while (this.#isWanted && !this.#isClosed) {
        this.#isWanted = false;
        await this.#round();
      }
    } catch (error) {
      this.#tell(error);
    }
  }

  async #round(): Promise<void> {
    const { db, mailer, clock } = this.deps;
    await db.invitations.sweep(new Date(clock.now() - KEPT_MS));
    if (mailer === null) return;
    const due = [...(await db.invitations.due(ROUND))];
    if (due.length === ROUND) this.#isWanted = true;
    const worker = async () => {
      for (let row = due.shift(); row !== undefined && !this.#isClosed; row = due.shift()) {
        await this.#send(row, mailer).catch((error: unknown) => this.#tell(error));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #send(row: InvitationRow, mailer: Mailer): Promise<void> {
    const { db, clock, links, log } = this.deps;
    const text = await this.#textOf(row);
    if (text === null) return;
    const token = this.#tokens.get(row.id)?.reveal() ?? newHandle();
    const tokenHash = hashHandle(token);
    const attempts = row.attempts + 1;
    const nextAttemptAt = new Date(clock.now() + LEASE_MS);
    const claimed = await db.invitations.update(row.id, row.rowVersion, { tokenHash, attempts, nextAttemptAt });
    if (claimed === null) return;
    this.#tokens.set(row.id, new Secret(token));
    // The hash tells repetitions apart from a new link, and nothing else.
    const outcome = await mailer.send(invitationMail(text, links.of(token), `${row.id}.${tokenHash.slice(0, 16)}`));
    const facts = { invitationId: row.id, attempts };
    if (outcome.kind === "sent") {
      const sentAt = new Date(clock.now());
      await db.invitations.settle(row.id, tokenHash, {
        delivery: "SENT",
        sentAt,
        nextAttemptAt: null,
        deliveryFault: null,
      });
      log.info(facts, "an invitation was sent");
      this.#tokens.delete(row.id);
      return;
    }
    const waitMs = WAITS_MS[attempts - 1];
    const isOver = outcome.kind === "refused" || waitMs === undefined;
    await db.invitations.settle(
      row.id,
      tokenHash,
      isOver
        ? { delivery: "FAILED", nextAttemptAt: null, deliveryFault: outcome.fault }
        : { nextAttemptAt: new Date(clock.now() + waitMs), deliveryFault: outcome.fault },
    );
    if (isOver) {
      log.warn({ ...facts, fault: outcome.fault }, "an invitation could not be sent");
      this.#tokens.delete(row.id);
    }
  }

  /** A fault of ours: the rows stay due, and the job comes back to them. */
  #tell(error: unknown): void {
    this.deps.log.error({ err: error }, "mails of invitations could not be sent");
  }

  /** What the mail says; null where what it is for is gone. */
  async #textOf({ organizationId, connectionId, mailboxId, address, note, expiresAt }: InvitationRow) {
    const { organizations, connections, mailboxes } = this.deps.db;
    const organization = (await organizations.byIds([organizationId], organizationId)).get(organizationId);
    const connection = (await connections.byIds([connectionId], organizationId)).get(connectionId);
    const mailbox = (await mailboxes.byIds([mailboxId], organizationId)).get(mailboxId);
    if (organization === undefined || connection === undefined || mailbox === undefined) return null;
    const { displayName } = mailbox;
    const permissions = permissionReasons(connection);
    return {
      organization: organization.name,
      address,
      displayName,
      note,
      permissions,
      expiresAt,
    } satisfies InvitationText;
  }
}
