import type { Viewer } from "../../../auth/viewer.js";
import type { GraphEvent } from "../../../graph/index.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import type { Database } from "../../../store/database.js";
import { notFound } from "../../outcomes.js";
import type { Difference } from "./event-differences.js";
import type { MailedPerson } from "./meeting-mails.js";
import { type GuardSettings, objectionsTo, spendMails } from "./write-guard.js";
import type { EventPreview, WriteManner } from "./write-manner.js";

export interface Plan {
  /** Told by a preview alone. */
  readonly changes?: () => readonly Difference[];
  readonly warnings?: readonly string[];
  readonly recipients: readonly MailedPerson[];
  /** The event as it would be, by which is told whether it is over. */
  readonly event: GraphEvent;
}

export interface WriteJudgeDeps {
  readonly db: Pick<Database, "mailboxes" | "meetingMails">;
  readonly clock: Clock;
  readonly settings: GuardSettings;
}

/** Lets writes be done that are meant, tells of others what they would do, and keeps the budget of mails. */
export class WriteJudge {
  constructor(private readonly deps: WriteJudgeDeps) {}

  /**
   * The preview of a dry run; null for a write that is to be done now, whose mails are counted then.
   *
   * @throws AppError INVALID_INPUT for what the caller has to allow, LIMIT_EXCEEDED for the budget of mails.
   */
  async judged(
    viewer: Viewer,
    mailboxId: string,
    { changes, warnings = [], recipients, event }: Plan,
    manner: WriteManner,
    call: Call,
  ): Promise<EventPreview | null> {
    const { db, settings, clock } = this.deps;
    const objections = objectionsTo(event, recipients.length, manner, { ...settings, now: clock.now() });
    if (manner.dryRun) {
      const mails =
        recipients.length > 0 ? ["Microsoft mails these people when this is done. Nobody can suppress it."] : [];
      const refusals = objections.map(({ message }) => message);
      return { changes: changes?.() ?? [], recipients, warnings: [...warnings, ...mails, ...refusals] };
    }
    // The first attempt was let through and counted.
    if (call.write?.isRepetition || recipients.length === 0) return null;
    for (const objection of objections) throw objection;
    const { organizationId } = await this.rowOf(viewer, mailboxId);
    await spendMails({ db, mailsPerHour: settings.mailsPerHour }, organizationId, recipients.length);
    return null;
  }

  /** @throws AppError NOT_FOUND. */
  async rowOf({ organizationId }: Viewer, mailboxId: string) {
    const row = (await this.deps.db.mailboxes.byIds([mailboxId], organizationId)).get(mailboxId);
    if (row === undefined) throw notFound("mailbox", ["mailboxId"]);
    return row;
  }

  now(): number {
    return this.deps.clock.now();
  }
}
