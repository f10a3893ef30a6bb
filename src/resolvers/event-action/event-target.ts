import type { EventTarget } from "../../services/events/event-writer.service.js";
import type { EventPreview, Outcome } from "../../services/events/safety/write-manner.js";
import { parseMailboxObjectGlobalId } from "../common/global-id.js";

/** The event that an input names. @throws AppError INVALID_INPUT for an id that is none of an event. */
export function eventTarget(input: { readonly id: string; readonly expectedVersion?: string | null }): EventTarget {
  return { ...parseMailboxObjectGlobalId("Event", input.id), expectedVersion: input.expectedVersion ?? null };
}

/** The members of an outcome, null where nothing was done. */
export function partsOf<T>(outcome: Outcome<T> | null): {
  readonly done: T | null;
  readonly preview: EventPreview | null;
} {
  return outcome ?? { done: null, preview: null };
}
