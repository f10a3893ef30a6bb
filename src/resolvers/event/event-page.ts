import type { GraphQLResolveInfo } from "graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { type EventFilter, toEventFilter } from "../../services/events/event-filter.js";
import { eventFieldsAmong } from "../../services/events/event-members.js";
import { EVENTS_BY_START, type StartOrder } from "../../services/events/event-order.js";
import { assertWindow } from "../../services/events/event-window.js";
import { assertMaxAge, type FreshQuestion } from "../../services/events/views/event-views.js";
import type { CalendarView } from "../../services/events/views/view.model.js";
import { unionOf } from "../../services/events/views/view-plan.js";
import type { PageWindow } from "../../services/page.js";
import { type CountedPage, type MergeOrder, pageOfLists } from "../common/merged-page.js";
import { toWindow } from "../common/page-window.js";
import { RELAY_NODE_PATHS, selectedFields } from "../common/selection.js";
import type { CalendarViewArgs } from "./calendar-view.args.js";
import { pageOrder } from "./view-cursor.js";

/** A page of a calendar view, with the moment that it shows. */
export interface EventPage extends CountedPage<CalendarEvent> {
  readonly asOf: Date;
}

/** What a view's arguments ask for, found sound. */
export interface ViewRequest<T> {
  readonly page: PageWindow;
  readonly order: MergeOrder<T>;
  readonly filter: EventFilter | null;
  /** With the fields that the filter needs, and no others yet. */
  readonly question: FreshQuestion;
}

/** @throws AppError that says what to change. */
export function viewRequest<T>(args: CalendarViewArgs, maxPageSize: number, byStart: StartOrder<T>): ViewRequest<T> {
  const page = toWindow(args, maxPageSize);
  const window = { start: args.start, end: args.end };
  assertWindow(window);
  const maxAgeSeconds = args.maxAge ?? null;
  assertMaxAge(maxAgeSeconds);
  const filter = toEventFilter(args.filter);
  const order = pageOrder({ orderBy: args.orderBy ?? "START_ASC", filter }, page, byStart);
  return { page, order, filter, question: { ...window, fields: filter?.fields ?? [], maxAgeSeconds } };
}

/** A page of a calendar view; everything about the arguments is checked before anything is read. */
export async function eventPage(
  args: CalendarViewArgs,
  maxPageSize: number,
  info: GraphQLResolveInfo,
  load: (question: FreshQuestion) => Promise<CalendarView>,
): Promise<EventPage> {
  const { page, order, filter, question } = viewRequest(args, maxPageSize, EVENTS_BY_START);
  const fields = unionOf(question.fields, eventFieldsAmong(selectedFields(info, RELAY_NODE_PATHS)));
  const { events, asOf } = await load({ ...question, fields });
  // Not copied: a page makes its cursors when they are asked for.
  return Object.assign(pageOfLists([filtered(events, filter)], page, order), { asOf });
}

export function filtered(events: readonly CalendarEvent[], filter: EventFilter | null): readonly CalendarEvent[] {
  return filter === null ? events : events.filter((event) => filter.matches(event));
}
