import type { GraphQLResolveInfo } from "graphql";
import { type EventField, eventFieldsAmong } from "../../services/events/event-members.js";
import { EVENTS_BY_START } from "../../services/events/event-order.js";
import { assertWindow } from "../../services/events/event-window.js";
import type { CalendarView } from "../../services/events/views/view.model.js";
import { pageOfLists } from "../common/merged-page.js";
import type { PageArgs } from "../common/page-args.js";
import { toWindow } from "../common/page-window.js";
import { RELAY_NODE_PATHS, selectedFields } from "../common/selection.js";
import type { EventPage } from "./event-page.js";
import type { InstancesArgs } from "./series.args.js";
import { pageOrder } from "./view-cursor.js";

/** A page of a series' occurrences; the window is checked before anything is read. */
export function instancesPage(
  args: InstancesArgs,
  maxPageSize: number,
  info: GraphQLResolveInfo,
  load: (fields: readonly EventField[]) => Promise<CalendarView>,
): Promise<EventPage> {
  assertWindow(args);
  return seriesPage(args, maxPageSize, info, load);
}

/** A page of a list that is read whole. */
export async function seriesPage(
  args: PageArgs,
  maxPageSize: number,
  info: GraphQLResolveInfo,
  load: (fields: readonly EventField[]) => Promise<CalendarView>,
): Promise<EventPage> {
  const { fields, page } = readPage(args, maxPageSize, info);
  return page(await load(fields));
}

/** What to read for a page, and the page of what was read; the arguments are checked first. */
export function readPage(args: PageArgs, maxPageSize: number, info: GraphQLResolveInfo) {
  const window = toWindow(args, maxPageSize);
  const order = pageOrder({ orderBy: "START_ASC", filter: null }, window, EVENTS_BY_START);
  return {
    fields: eventFieldsAmong(selectedFields(info, RELAY_NODE_PATHS)),
    page: ({ events, asOf }: CalendarView): EventPage => Object.assign(pageOfLists([events], window, order), { asOf }),
  };
}
