import { isDeepStrictEqual } from "node:util";
import type { EventRow } from "../../core/mailbox.model.js";

type Row = Partial<EventRow>;

/** Whether extensions or extended properties are all that an event's two states differ in, but for its version. */
export function hasOnlyNewExtensions(before: EventRow, after: EventRow): boolean {
  return !isDeepStrictEqual(extensionsOf(before), extensionsOf(after)) && isDeepStrictEqual(rest(before), rest(after));
}

/** Its own, and those of its changed occurrences. */
function extensionsOf({ singleValues, multiValues, extensions, series }: Row): unknown {
  const own = [singleValues, multiValues, extensions];
  return series === undefined ? own : [...own, ...[...series.changes.values()].map(extensionsOf)];
}

function rest({ singleValues: _s, multiValues: _m, extensions: _e, changeKey: _c, modifiedAt: _a, ...row }: Row): Row {
  if (row.series === undefined) return row;
  const changes = new Map([...row.series.changes].map(([day, change]) => [day, rest(change)]));
  return { ...row, series: { ...row.series, changes } };
}
