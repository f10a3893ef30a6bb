import { isGraphError } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";

/** Permissions of Microsoft Graph on settings and categories, which the permissions on calendars do not include. */
export type SettingsPermission = "MailboxSettings.Read" | "MailboxSettings.ReadWrite";

/**
 * Runs work that needs one of them. What is refused for its want says nothing about the connection's health, which is that
 * of calendars.
 *
 * @throws AppError CONSENT_MISSING that names the permission.
 */
export async function withSettingsPermission<T>(needed: SettingsPermission, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isGraphError(error) && error.status === 403) throw permissionLacks(needed, error);
    throw error;
  }
}

function permissionLacks(needed: SettingsPermission, cause: { readonly code: string; readonly status: number }) {
  const answer = needed === "MailboxSettings.Read" ? "READ" : "READ_WRITE";
  return new AppError(
    "CONSENT_MISSING",
    `The application lacks the permission ${needed} of Microsoft Graph, or an administrator's consent to it. Add it under API permissions and grant admin consent; \`connectionGuide\` with \`settings: ${answer}\` shows how.`,
    { upstream: { code: cause.code, status: cause.status } },
    { cause },
  );
}
