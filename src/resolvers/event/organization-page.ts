import type { GraphQLResolveInfo } from "graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { type EventField, eventFieldsAmong } from "../../services/events/event-members.js";
import { EVENTS_BY_START } from "../../services/events/event-order.js";
import {
  ATTENDANCE_FIELDS,
  GROUPING_FIELDS,
  groupMeetings,
  MEETINGS_BY_START,
} from "../../services/events/many/group-meetings.js";
import type { ManyViews } from "../../services/events/many/many-views.js";
import type { Meeting } from "../../services/events/many/meeting.model.js";
import type { FreshQuestion } from "../../services/events/views/event-views.js";
import { unionOf } from "../../services/events/views/view-plan.js";
import { type CountedPage, pageOfLists } from "../common/merged-page.js";
import { RELAY_NODE_PATHS, selectedFields } from "../common/selection.js";
import type { OrganizationViewArgs } from "./calendar-view.args.js";
import { filtered, viewRequest } from "./event-page.js";

type Load = (question: FreshQuestion) => Promise<ManyViews>;

/** A page over many mailboxes, with what is missing of it. */
export interface ManyPage<T> extends CountedPage<T>, Pick<ManyViews, "asOf" | "problems"> {}

const COPY_PATHS = RELAY_NODE_PATHS.map((path) => [...path, "copies", "event"]);

/** Events of many mailboxes as one list. */
export async function organizationPage(
  args: OrganizationViewArgs,
  maxPageSize: number,
  info: GraphQLResolveInfo,
  load: Load,
): Promise<ManyPage<CalendarEvent>> {
  const { page, order, filter, question } = viewRequest(args, maxPageSize, EVENTS_BY_START);
  const selected = eventFieldsAmong(selectedFields(info, RELAY_NODE_PATHS));
  const { lists, asOf, problems } = await load({ ...question, fields: unionOf(question.fields, selected) });
  const left = lists.map((events) => filtered(events, filter));
  return Object.assign(pageOfLists(left, page, order), { asOf, problems });
}

/** Meetings of many mailboxes. One is listed, whole, when one of its copies matches the filter. */
export async function meetingPage(
  args: OrganizationViewArgs,
  maxPageSize: number,
  info: GraphQLResolveInfo,
  load: Load,
): Promise<ManyPage<Meeting>> {
  const { page, order, filter, question } = viewRequest(args, maxPageSize, MEETINGS_BY_START);
  const fields = [meetingFields(info), GROUPING_FIELDS].reduce(unionOf, question.fields);
  const { lists, asOf, problems } = await load({ ...question, fields });
  const meetings = groupMeetings(lists);
  const left =
    filter === null ? meetings : meetings.filter(({ copies }) => copies.some((copy) => filter.matches(copy)));
  return Object.assign(pageOfLists([left], page, order), { asOf, problems });
}

function meetingFields(info: GraphQLResolveInfo): readonly EventField[] {
  const own = selectedFields(info, RELAY_NODE_PATHS);
  const ofCopies = selectedFields(info, COPY_PATHS);
  return eventFieldsAmong(new Set([...own, ...ofCopies, ...(own.has("attendance") ? ATTENDANCE_FIELDS : [])]));
}
