import type { EventRow, Mailbox } from "./mailbox.model.js";
import type { Store } from "./store.js";

/** An event's immutable ids before and after. */
export interface Reissued {
  readonly former: string;
  readonly present: string;
}

/**
 * Exports events and imports them again, as a backup or a migration of a mailbox does: the same meetings under other ids,
 * immutable ones too (https://learn.microsoft.com/graph/outlook-immutable-id). Occurrences' ids hold that of their series.
 */
export function reissueIds(store: Store, mailbox: Mailbox, rows: readonly EventRow[]): readonly Reissued[] {
  return rows.map((row) => {
    const [id, immutableId] = [store.ids.itemId("event"), store.ids.immutableId("event")];
    store.removeEvent(mailbox, row);
    store.putEvent(mailbox, { ...row, id, immutableId, changeKey: store.ids.changeKey() });
    return { former: row.immutableId, present: immutableId };
  });
}
