import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Schedule, ScheduleKey } from "../services/schedules/schedule.model.js";
import type { ScheduleService } from "../services/schedules/schedule.service.js";

/**
 * Free and busy times. Every schedule of a query that has the same window goes into the same few requests. One that is
 * not known says why in its `error`.
 */
export function scheduleLoader(
  viewer: Viewer,
  schedules: ScheduleService,
  call: Call,
): DataLoader<ScheduleKey, Schedule, string> {
  return new DataLoader<ScheduleKey, Schedule, string>((keys) => schedules.getMany(viewer, keys, call), {
    name: "schedule",
    cacheKeyFn: keyOf,
    maxBatchSize: 1_000,
  });
}

function keyOf({ subject, start, end, intervalMinutes }: ScheduleKey): string {
  return JSON.stringify([subject, start.getTime(), end.getTime(), intervalMinutes]);
}
