import type { HttpAnswer } from "../../core/http-message.js";
import type { EventRow } from "../../core/mailbox.model.js";
import { functionArguments } from "../../core/path-segments.js";
import { UTC } from "../../core/time-zones.js";
import { sevenDigits, zonedFromInstant } from "../../core/zoned-time.js";
import { windowOf } from "../events/calendar-view.routes.js";
import { EMPTY_LOCATION, eventType, renderZoned } from "../events/event.resource.js";
import { occurrencesOf } from "../events/occurrences.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { parseUriFailure } from "../graph-failure.js";
import { pageAnswer } from "../odata/answers.js";
import { complex, type EntityType, primitive } from "../odata/entity-type.js";

const MINUTE_MS = 60_000;
/** Longest time a reminder may come before its event and still be found: Outlook's own form ends at two weeks. */
const LOOK_AHEAD_MS = 15 * 86_400_000;

interface Reminder {
  readonly event: EventRow;
  readonly fireAt: number;
}

const reminderType: EntityType<Reminder> = {
  members: {
    eventId: primitive(({ event }, view) => (view.prefer.immutableIds ? event.immutableId : event.id)),
    changeKey: primitive(({ event }) => event.changeKey),
    eventSubject: primitive(({ event }) => event.subject),
    eventStartTime: complex(({ event }, view) => renderZoned(event.start, view), "dateTime", "timeZone"),
    eventEndTime: complex(({ event }, view) => renderZoned(event.end, view), "dateTime", "timeZone"),
    eventLocation: complex(({ event }) => event.locations[0] ?? EMPTY_LOCATION),
    eventWebLink: primitive(({ event }, view) => eventType.members.webLink?.render(event, view)),
    reminderFireTime: complex(
      ({ fireAt }, view) => {
        const zone = view.prefer.zone ?? UTC;
        return { dateTime: sevenDigits(zonedFromInstant(fireAt, zone).wall), timeZone: zone.name };
      },
      "dateTime",
      "timeZone",
    ),
  },
  always: [],
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Reminder'.`),
};

/** Reminders that are due in a window, first one first; dismissed ones and those of cancelled events are none. */
function reminderView(call: MailboxCall): HttpAnswer {
  const given = functionArguments(call.params.arguments ?? "");
  const window = windowOf({ ...call.options, others: new Map([...call.options.others, ...given]) });
  const isByFireTime = call.world.switches.reminderWindow === "fireTime";
  const wide = isByFireTime ? { from: window.from - LOOK_AHEAD_MS, until: window.until + LOOK_AHEAD_MS } : window;
  const reminders = [...call.mailbox.events.values()]
    .filter((event) => event.isReminderOn && !event.isCancelled)
    .flatMap((event) => occurrencesOf(event, wide))
    .flatMap((event) => reminderOf(event))
    .filter(({ fireAt }) => !isByFireTime || (fireAt >= window.from && fireAt < window.until))
    .sort((a, b) => a.fireAt - b.fireAt);
  return pageAnswer(call, reminderType, reminders, "Collection(microsoft.graph.reminder)");
}

function reminderOf(event: EventRow): Reminder[] {
  const { reminderState: state } = event;
  const isTouched = state !== undefined && event.start.at <= state.forStart;
  if (!isTouched) return [{ event, fireAt: event.start.at - event.reminderMinutesBeforeStart * MINUTE_MS }];
  // A snooze is for the one occurrence; those before it are over.
  if (state.snoozedUntil === undefined || event.start.at < state.forStart) return [];
  return [{ event, fireAt: state.snoozedUntil }];
}

export const reminderViewRoutes: readonly MailboxRoute[] = ["/reminderView", "/reminderView/{arguments}"].map(
  (path) => ({ kind: "mailbox", method: "GET", path, needs: "read", handle: reminderView }),
);
