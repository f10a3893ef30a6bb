import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Calendar, CalendarGroup } from "../services/calendars/calendar.model.js";
import type { CalendarGroupKey, CalendarGroupService } from "../services/calendars/calendar-group.service.js";

/** All calendar groups of a mailbox. */
export function calendarGroupsOfMailboxLoader(
  viewer: Viewer,
  groups: CalendarGroupService,
  call: Call,
): DataLoader<string, readonly CalendarGroup[]> {
  return new DataLoader((ids) => groups.listMany(viewer, ids, call), {
    name: "calendarGroupsOfMailbox",
    maxBatchSize: 200,
  });
}

/** One calendar group by its mailbox and Graph id. */
export function calendarGroupByKeyLoader(
  viewer: Viewer,
  groups: CalendarGroupService,
  call: Call,
): DataLoader<CalendarGroupKey, CalendarGroup, string> {
  return new DataLoader<CalendarGroupKey, CalendarGroup, string>((keys) => groups.getMany(viewer, keys, call), {
    name: "calendarGroupByKey",
    cacheKeyFn: keyOf,
    maxBatchSize: 200,
  });
}

/** All calendars in a group. */
export function calendarsOfGroupLoader(
  viewer: Viewer,
  groups: CalendarGroupService,
  call: Call,
): DataLoader<CalendarGroupKey, readonly Calendar[], string> {
  return new DataLoader<CalendarGroupKey, readonly Calendar[], string>(
    (keys) => groups.calendarsOf(viewer, keys, call),
    { name: "calendarsOfGroup", cacheKeyFn: keyOf, maxBatchSize: 200 },
  );
}

const keyOf = ({ mailboxId, graphId }: CalendarGroupKey) => `${mailboxId}|${graphId}`;
