import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type {
  InstancesKey,
  MastersKey,
  SeriesChanges,
  SeriesChangesKey,
  SeriesReaderService,
} from "../services/events/series/series-reader.service.js";
import type { CalendarView } from "../services/events/views/view.model.js";

/** Occurrences of a series in a window. */
export function seriesInstancesLoader(viewer: Viewer, series: SeriesReaderService, call: Call) {
  return new DataLoader<InstancesKey, CalendarView, string>((keys) => series.instances(viewer, keys, call), {
    name: "seriesInstances",
    cacheKeyFn: ({ mailboxId, graphId, start, end, fields }) =>
      [mailboxId, graphId, start.getTime(), end.getTime(), fields.join()].join("|"),
    maxBatchSize: 200,
  });
}

/** The masters of a calendar's series. */
export function seriesMastersLoader(viewer: Viewer, series: SeriesReaderService, call: Call) {
  return new DataLoader<MastersKey, CalendarView, string>((keys) => series.masters(viewer, keys, call), {
    name: "seriesMasters",
    cacheKeyFn: ({ mailboxId, calendarGraphId, fields }) => [mailboxId, calendarGraphId ?? "", fields.join()].join("|"),
    maxBatchSize: 200,
  });
}

/** What was changed and removed in a series. */
export function seriesChangesLoader(viewer: Viewer, series: SeriesReaderService, call: Call) {
  return new DataLoader<SeriesChangesKey, SeriesChanges, string>((keys) => series.changes(viewer, keys, call), {
    name: "seriesChanges",
    cacheKeyFn: ({ mailboxId, graphId, fields }) => [mailboxId, graphId, fields?.join() ?? "none"].join("|"),
    maxBatchSize: 200,
  });
}
