import { AppError } from "../../lib/app-error.js";
import type { Clock } from "../../lib/clock.js";
import type { InvitationRepository } from "../../store/invitation.repository.js";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * Counts one more mail or link of an organization, in the transaction that makes it.
 *
 * @throws AppError LIMIT_EXCEEDED with the wait, when the hour before now holds too many.
 */
export async function countIssue(
  invitations: InvitationRepository,
  organizationId: string,
  { perHour, clock }: { readonly perHour: number; readonly clock: Clock },
): Promise<void> {
  const now = clock.now();
  const issues = await invitations.issuesSince(organizationId, new Date(now - HOUR_MS), perHour);
  const oldest = issues.at(perHour - 1);
  if (oldest !== undefined) throw tooMany(perHour, oldest.getTime() + HOUR_MS - now);
  await invitations.noteIssue(organizationId);
}

function tooMany(max: number, waitMs: number): AppError {
  const minutes = Math.max(1, Math.ceil(waitMs / MINUTE_MS));
  return new AppError(
    "LIMIT_EXCEEDED",
    `An organization may make or send ${max} invitations an hour. The next one can be made in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
    {
      limit: { name: "invitationsPerHour", max, actual: max + 1 },
      retryable: true,
      retryAfterMs: Math.max(1, waitMs),
    },
  );
}
