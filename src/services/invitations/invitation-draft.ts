import { AppError } from "../../lib/app-error.js";
import { oneLine, plainLines } from "../../lib/plain-text.js";

/** What an administrator gives; texts as they were typed. */
export interface InvitationDraft {
  readonly connectionId: string;
  readonly address: string;
  readonly displayName: string | null;
  readonly note: string | null;
}

export const MAX_NOTE_LENGTH = 1_000;
const MAX_NAME_LENGTH = 200;

/** Plain addresses only: nothing that a mail server or a header could read in another way. */
const ADDRESS = /^[^\s@"<>()[\]\\,;:\p{Cc}\p{Cf}]{1,64}@[^\s@"<>()[\]\\,;:\p{Cc}\p{Cf}]{1,255}$/u;

/** @throws AppError INVALID_INPUT for an address that no mail should go to. */
export function cleanDraft<T extends InvitationDraft>(draft: T): T {
  const address = draft.address.trim();
  if (!ADDRESS.test(address)) {
    throw new AppError("INVALID_INPUT", "The address must look like ann@example.com.", { path: ["address"] });
  }
  const displayName = oneLine(draft.displayName ?? "", MAX_NAME_LENGTH) || null;
  return { ...draft, address, displayName, note: plainLines(draft.note ?? "", MAX_NOTE_LENGTH) || null };
}
