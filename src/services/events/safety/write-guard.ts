import { type GraphEvent, toIanaZone, wallTimeToInstant } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { MeetingMailRepository } from "../../../store/meeting-mail.repository.js";

export interface GuardSettings {
  /** People whom one write may have Microsoft mail. */
  readonly maxRecipients: number;
  /** People whom all writes of an organization may have Microsoft mail within an hour. */
  readonly mailsPerHour: number;
}

/** What a caller allows on purpose. */
export interface GuardOverrides {
  readonly allowPast?: boolean | null | undefined;
  readonly allowManyRecipients?: boolean | null | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What keeps a write from being done unless the caller allows it; empty when nothing does. */
export function objectionsTo(
  event: GraphEvent,
  recipients: number,
  { allowPast, allowManyRecipients }: GuardOverrides,
  { maxRecipients, now }: { readonly maxRecipients: number; readonly now: number },
): readonly AppError[] {
  const objections: AppError[] = [];
  if (recipients > 0 && !allowPast && isOver(event, now)) {
    objections.push(
      new AppError(
        "INVALID_INPUT",
        `This meeting is over, and Microsoft would mail ${people(recipients)} about it. If that is meant, set \`allowPast\`.`,
        { path: ["allowPast"] },
      ),
    );
  }
  if (recipients > maxRecipients && !allowManyRecipients) {
    objections.push(
      new AppError(
        "INVALID_INPUT",
        `Microsoft would mail ${people(recipients)}, more than the ${maxRecipients} that this gateway allows without a word. If that is meant, set \`allowManyRecipients\`.`,
        { path: ["allowManyRecipients"] },
      ),
    );
  }
  return objections;
}

/**
 * Counts the people that a write has Microsoft mail. Attempts count, whether they succeed or not.
 *
 * @throws AppError LIMIT_EXCEEDED, with the wait unless no wait would help.
 */
export async function spendMails(
  {
    db,
    mailsPerHour: max,
  }: { readonly db: { readonly meetingMails: MeetingMailRepository }; readonly mailsPerHour: number },
  organizationId: string,
  recipients: number,
): Promise<void> {
  if (recipients === 0) return;
  const limit = { name: "eventMailsPerHour", max, actual: recipients };
  if (recipients > max) {
    const message = `Microsoft would mail ${people(recipients)}, and an organization's writes may have it mail ${max} people an hour.`;
    throw new AppError("LIMIT_EXCEEDED", message, { limit });
  }
  const waitMs = await db.meetingMails.count(organizationId, recipients, max);
  if (waitMs === "COUNTED") return;
  const minutes = Math.max(1, Math.ceil(waitMs / MINUTE_MS));
  throw new AppError(
    "LIMIT_EXCEEDED",
    `An organization's writes may have Microsoft mail ${max} people an hour. This one can be done in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
    { limit, retryable: true, retryAfterMs: Math.max(1, waitMs) },
  );
}

/** Whether an event, or the last occurrence of a series, has ended. */
export function isOver({ end, recurrence }: GraphEvent, now: number): boolean {
  if (recurrence) {
    // The bounds are those of the first occurrence; only a range with an end date says when the last one is.
    const { type, endDate } = recurrence.range ?? {};
    return type === "endDate" && typeof endDate === "string" && Date.parse(`${endDate}T00:00:00Z`) + DAY_MS * 2 < now;
  }
  if (!end?.dateTime) return false;
  return wallTimeToInstant(end.dateTime, toIanaZone(end.timeZone ?? "UTC").zone).getTime() < now;
}

function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
