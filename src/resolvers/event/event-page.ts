import type { GraphQLResolveInfo } from "graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { eventFieldsAmong } from "../../services/events/event-members.js";
import { orderOf } from "../../services/events/event-times.js";
import { assertWindow } from "../../services/events/event-window.js";
import { assertMaxAge, type FreshQuestion } from "../../services/events/views/event-views.js";
import type { CalendarView } from "../../services/events/views/view.model.js";
import { pageOfList } from "../common/list-page.js";
import { toWindow } from "../common/page-window.js";
import type { RelayPage } from "../common/relay.js";
import { RELAY_NODE_PATHS, selectedFields } from "../common/selection.js";
import type { CalendarViewArgs } from "./calendar-view.args.js";

const CURSOR = /^(-?\d{1,16})\|(.+)$/;

/** A page of a calendar view, with the moment that it shows. */
export interface EventPage extends RelayPage<CalendarEvent> {
  readonly asOf: Date;
}

/** A page of a calendar view; everything about the arguments is checked before anything is read. */
export async function eventPage(
  args: CalendarViewArgs,
  maxPageSize: number,
  info: GraphQLResolveInfo,
  load: (question: FreshQuestion) => Promise<CalendarView>,
): Promise<EventPage> {
  const page = toWindow(args, maxPageSize);
  const window = { start: args.start, end: args.end };
  assertWindow(window);
  const maxAgeSeconds = args.maxAge ?? null;
  assertMaxAge(maxAgeSeconds);
  const fields = eventFieldsAmong(selectedFields(info, RELAY_NODE_PATHS));
  const { events, asOf } = await load({ ...window, fields, maxAgeSeconds });
  // Not copied: a page makes its cursors when they are asked for.
  return Object.assign(pageOfList(events, page, EVENT_ORDER), { asOf });
}

/** An event's place in the order of start and id, so that a cursor outlives the event that it was taken from. */
function cursorOf(event: CalendarEvent): string {
  return Buffer.from(`${orderOf(event.start)}|${event.graphId}`, "utf8").toString("base64url");
}

function compare(event: CalendarEvent, cursor: string): number | undefined {
  const [, order, graphId] = CURSOR.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  if (order === undefined || graphId === undefined) return undefined;
  return orderOf(event.start) - Number(order) || (event.graphId < graphId ? -1 : Number(event.graphId > graphId));
}

/** Lists of events are in this order. */
export const EVENT_ORDER = { cursorOf, compare } as const;
