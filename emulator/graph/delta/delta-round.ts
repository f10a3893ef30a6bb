import type { EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { Store } from "../../core/store.js";
import type { Switches } from "../../core/switches.js";
import { occurrencesOf } from "../events/occurrences.js";
import { hasOnlyNewExtensions } from "../extensions/extension-changes.js";
import type { DeltaState } from "./delta-token.js";

/** One thing that a round tells. */
export type DeltaEntry =
  | { readonly kind: "event" | "stub"; readonly event: EventRow }
  | { readonly kind: "removed"; readonly event: EventRow };

/** What a round tells of one event or one whole series; it is never cut in two. */
export interface DeltaGroup {
  /** The event's id; groups come in its order, so that a round can go on behind any of them. */
  readonly key: string;
  readonly entries: readonly DeltaEntry[];
}

/** The groups of a round that are still to be told. Events that changed since the round began are told as they are now. */
export function* deltaGroups(
  store: Store,
  mailbox: Mailbox,
  state: DeltaState,
  switches: Switches,
): Generator<DeltaGroup, void> {
  const before = state.since === undefined ? undefined : rowsBefore(store, mailbox, state.since, state.upTo);
  const keys = [...(before ?? mailbox.events).keys()].filter((key) => state.after === undefined || key > state.after);
  for (const key of keys.sort((a, b) => (a < b ? -1 : 1))) {
    const entries = entriesOf(before?.get(key), mailbox.events.get(key), state, switches);
    if (entries.length > 0) yield { key, entries };
  }
}

/** What each changed event was at the end of the round before; undefined for those that are new since. */
function rowsBefore(store: Store, mailbox: Mailbox, since: number, upTo: number): Map<string, EventRow | undefined> {
  const rows = new Map<string, EventRow | undefined>();
  for (const { before, after, sequence } of store.changes.since(since, mailbox)) {
    const id = (before ?? after)?.id;
    if (id !== undefined && sequence <= upTo && !rows.has(id)) rows.set(id, before);
  }
  return rows;
}

function entriesOf(
  before: EventRow | undefined,
  after: EventRow | undefined,
  state: DeltaState,
  switches: Switches,
): readonly DeltaEntry[] {
  const was = before?.calendarId === state.calendarId ? before : undefined;
  const is = after?.calendarId === state.calendarId ? after : undefined;
  if (was !== undefined && is !== undefined && !switches.deltaShowsExtensions && hasOnlyNewExtensions(was, is))
    return [];
  const shown = is === undefined ? [] : occurrencesOf(is, state);
  if (is !== undefined && shown.length > 0) {
    // A series that became a single event leaves occurrences behind that nothing else would name.
    const orphans = is.series === undefined && was?.series !== undefined ? occurrencesOf(was, state) : [];
    return [...told(is, shown), ...orphans.map(removed)];
  }
  if (was === undefined) return [];
  const wasShown = occurrencesOf(was, state);
  // What lay outside of the window and still does is of no interest, unless it is gone: deletions are always told.
  if (is !== undefined && wasShown.length === 0) return [];
  const named = was.series !== undefined && switches.deltaNamesRemovedOccurrences ? wasShown : [];
  return [removed(was), ...named.map(removed)];
}

function told(event: EventRow, shown: readonly EventRow[]): readonly DeltaEntry[] {
  if (event.series === undefined) return [{ kind: "event", event }];
  return [
    { kind: "event", event },
    ...shown.map((row): DeltaEntry => ({ kind: row.type === "exception" ? "event" : "stub", event: row })),
  ];
}

const removed = (event: EventRow): DeltaEntry => ({ kind: "removed", event });
