import { AppError } from "../../../lib/app-error.js";

/** Somebody to be mailed. */
export interface RecipientDraft {
  readonly address: string;
  readonly name?: string | null | undefined;
}

export function toRecipient({ address, name }: RecipientDraft) {
  return { emailAddress: { address, ...(name && { name }) } };
}

/** How addresses are compared: Exchange keeps their case and does not mind it. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

/** @throws AppError INVALID_INPUT for an empty list, and for somebody who is named twice. */
export function assertRecipients(people: readonly RecipientDraft[], field: string): void {
  if (people.length === 0) throw new AppError("INVALID_INPUT", "Name at least one person.", { path: [field] });
  const seen = new Set<string>();
  for (const [index, { address }] of people.entries()) {
    const key = addressKey(address);
    if (seen.has(key)) {
      throw new AppError("INVALID_INPUT", "This address is named twice; addresses are the same in any case.", {
        path: [field, String(index)],
      });
    }
    seen.add(key);
  }
}
