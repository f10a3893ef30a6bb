import type { Difference } from "./event-differences.js";
import type { MailedPerson } from "./meeting-mails.js";
import type { GuardOverrides } from "./write-guard.js";

/** What a caller says about how a write is done. */
export interface WriteManner extends GuardOverrides {
  readonly dryRun?: boolean | null | undefined;
}

/** What a write would do. */
export interface EventPreview {
  readonly changes: readonly Difference[];
  readonly recipients: readonly MailedPerson[];
  readonly warnings: readonly string[];
}

/** What became of a write: done, or only looked at. */
export type Outcome<T> =
  | { readonly done: T; readonly preview: null }
  | { readonly done: null; readonly preview: EventPreview };

export function done<T>(value: T): Outcome<T> {
  return { done: value, preview: null };
}

export function previewed(preview: EventPreview): Outcome<never> {
  return { done: null, preview };
}
