import {
  type EventRow,
  type ExtendedProperty,
  IMPORTANCES,
  RESPONSES,
  SENSITIVITIES,
  SHOW_AS,
} from "../../core/mailbox.model.js";
import type { Switches } from "../../core/switches.js";
import { GraphFailure } from "../graph-failure.js";
import { choice, type FilterRules, listOf, members, STRING_FUNCTIONS, scalar } from "../odata/filter-rules.js";

const EVENT_TYPES = ["singleInstance", "occurrence", "exception", "seriesMaster"];

const time = (member: "start" | "end") =>
  members<EventRow>({
    // A series is compared by its first occurrence, which is where its master is.
    dateTime: scalar("wall", (event) => event[member].at),
    timeZone: scalar("string", () => "UTC"),
  });

const changeTimes: FilterRules<EventRow>["properties"] = {
  createdDateTime: scalar("instant", (event) => event.createdAt),
  lastModifiedDateTime: scalar("instant", (event) => event.modifiedAt),
};

const properties: FilterRules<EventRow>["properties"] = {
  id: scalar("id", (event, view) => (view.prefer.immutableIds ? event.immutableId : event.id)),
  iCalUId: scalar("id", (event) => event.iCalUId),
  seriesMasterId: scalar("id", ({ slot }, view) =>
    view.prefer.immutableIds ? slot?.masterImmutableId : slot?.masterId,
  ),
  transactionId: scalar("id", (event) => event.transactionId),
  subject: scalar("string", (event) => event.subject),
  type: choice(EVENT_TYPES, (event) => event.type),
  importance: choice(IMPORTANCES, (event) => event.importance),
  sensitivity: choice(SENSITIVITIES, (event) => event.sensitivity),
  showAs: choice(SHOW_AS, (event) => event.showAs),
  isAllDay: scalar("boolean", (event) => event.isAllDay),
  isCancelled: scalar("boolean", (event) => event.isCancelled),
  isOrganizer: scalar("boolean", (event) => event.isOrganizer),
  isOnlineMeeting: scalar("boolean", (event) => event.isOnlineMeeting),
  isReminderOn: scalar("boolean", (event) => event.isReminderOn),
  responseRequested: scalar("boolean", (event) => event.responseRequested),
  reminderMinutesBeforeStart: scalar("number", (event) => event.reminderMinutesBeforeStart),
  start: time("start"),
  end: time("end"),
  location: members({ displayName: scalar("string", (event) => event.locations[0]?.displayName ?? "") }),
  responseStatus: members({
    response: choice(RESPONSES, (event) => event.responseStatus.response),
    time: scalar("instant", (event) => event.responseStatus.at),
  }),
  categories: listOf(
    (event) => event.categories,
    scalar("string", (name: string) => name),
  ),
  singleValueExtendedProperties: listOf(
    (event) => event.singleValues ?? [],
    members({ id: scalar("string", ({ id }) => id), value: scalar("string", ({ value }) => value) }),
  ),
  multiValueExtendedProperties: listOf(
    (event) => event.multiValues ?? [],
    members({
      id: scalar("string", ({ id }) => id),
      value: listOf(
        ({ value }: ExtendedProperty<readonly string[]>) => value,
        scalar("string", (text: string) => text),
      ),
    }),
  ),
};

/** What `$filter` may do with events. People in them, and what a body says, cannot be filtered by. */
export function eventFilter(switches: Switches): FilterRules<EventRow> {
  return {
    properties: switches.filterByChangeTimes ? { ...properties, ...changeTimes } : properties,
    functions: STRING_FUNCTIONS,
    unsupported: (path) =>
      path.toLowerCase().endsWith("datetime")
        ? new GraphFailure(400, "ErrorInvalidUrlQueryFilter", "The query filter contains an invalid filter clause.")
        : new GraphFailure(
            400,
            "UnsupportedEntityExpression",
            `The entity expression over '${path}' is not supported in $filter.`,
          ),
  };
}
