import type { HttpAnswer } from "../../core/http-message.js";
import type { EventRow } from "../../core/mailbox.model.js";
import { instantOfIso } from "../../core/zoned-time.js";
import { calendarOfPath } from "../calendars/calendar-path.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { pageAnswer } from "../odata/answers.js";
import { type EntityType, primitive } from "../odata/entity-type.js";
import type { QueryOptions } from "../odata/query-options.js";
import { eventType } from "./event.resource.js";
import { expandableEvent } from "./event-expansions.js";
import { occurrencesOf, type Window } from "./occurrences.js";

const DAY_MS = 86_400_000;
/** Widest window; reported since 2019 in microsoft-graph-docs issue 6284. */
const MAX_WINDOW_DAYS = 1_825;

/** `$select` on a view accepts these two names and gives no value for them, by the documentation of calendarView. */
const noValue = primitive<EventRow>(() => undefined);
const selectedViewType: EntityType<EventRow> = {
  ...eventType,
  members: { ...eventType.members, createdDateTime: noValue, lastModifiedDateTime: noValue },
};

/** The window of a request. Both bounds are instants: an offset counts, none means UTC, `Prefer` has no say. */
export function windowOf(options: QueryOptions): Window {
  const fromText = options.others.get("startdatetime");
  const untilText = options.others.get("enddatetime");
  if (fromText === undefined || untilText === undefined) {
    throw invalidParameter(
      "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.",
    );
  }
  const from = instantOfIso(fromText);
  const until = instantOfIso(untilText);
  if (from === undefined) throw invalidParameter(`The value '${fromText}' of parameter 'StartDateTime' is invalid.`);
  if (until === undefined) throw invalidParameter(`The value '${untilText}' of parameter 'EndDateTime' is invalid.`);
  if (until < from) throw invalidParameter("The end of the time window is before its start.");
  if (until - from > MAX_WINDOW_DAYS * DAY_MS) {
    throw new GraphFailure(400, "ErrorInvalidRequest", "The requested time duration cannot exceed 1825 days.");
  }
  return { from, until };
}

function invalidParameter(message: string): GraphFailure {
  return new GraphFailure(400, "ErrorInvalidParameter", message);
}

function calendarView(call: MailboxCall): HttpAnswer {
  const calendar = calendarOfPath(call);
  const window = windowOf(call.options);
  const found = [...call.mailbox.events.values()]
    .filter((event) => event.calendarId === calendar.id)
    .flatMap((event) => occurrencesOf(event, window))
    .sort((a, b) => a.start.at - b.start.at || a.end.at - b.end.at);
  const type = call.options.select === undefined ? eventType : selectedViewType;
  return pageAnswer(call, expandableEvent(call, type), found, `users('${call.user.id}')/calendarView`);
}

/** The four forms of a path to a calendar view. */
export const CALENDAR_VIEW_PATHS: readonly string[] = [
  "/calendarView",
  "/calendar/calendarView",
  "/calendars/{calendar}/calendarView",
  "/calendarGroups/{group}/calendars/{calendar}/calendarView",
];

export const calendarViewRoutes: readonly MailboxRoute[] = CALENDAR_VIEW_PATHS.map((path) => ({
  kind: "mailbox",
  method: "GET",
  path,
  needs: "basic",
  handle: calendarView,
}));
