import type { EventInput } from "../core/builder-inputs.js";
import type { Builders } from "../core/builders.js";
import type { Tenant } from "../core/directory.model.js";
import type { EventRow, Mailbox } from "../core/mailbox.model.js";
import { joinFacts } from "../graph/events/online-meeting.js";
import { mailboxAt } from "../graph/meetings/meeting-copy.js";
import {
  allowedRolesFor,
  permissionIdOf,
  permissionsOf,
  putPermissions,
} from "../graph/sharing/calendar-permissions.js";
import { addMeeting, type Invitee } from "../seed/meeting.builder.js";
import type { EventEntry } from "./event.schema.js";
import type { PersonEntry } from "./scenario.schema.js";
import { seriesPart, withChanges } from "./scenario-series.js";
import { eventTimes } from "./scenario-times.js";

/** Adds the further calendars of a person and who they are shared with. */
export function addCalendars(builders: Builders, tenant: Tenant, mailbox: Mailbox, person: PersonEntry): void {
  for (const calendar of person.calendars ?? []) {
    builders.addCalendar(mailbox, { name: calendar.name, ...(calendar.color && { color: calendar.color }) });
  }
  for (const { with: other, role, calendar: name } of person.sharing ?? []) {
    const calendar = mailbox.calendars.get(calendarId(mailbox, name));
    if (calendar === undefined) continue;
    const rows = permissionsOf(mailbox, calendar);
    if (other === "organization") {
      putPermissions(
        mailbox,
        calendar,
        rows.map((row) => (row.isRemovable ? row : { ...row, role })),
      );
      continue;
    }
    const user = builders.store.userByMail(tenant, other);
    const row = {
      id: permissionIdOf(other),
      role,
      allowedRoles: allowedRolesFor(user !== undefined, calendar),
      emailAddress: { name: user?.displayName ?? other, address: other },
      isInsideOrganization: user !== undefined,
      isRemovable: true,
    };
    putPermissions(mailbox, calendar, [...rows.filter(({ id }) => id !== row.id), row]);
  }
}

const calendarId = (mailbox: Mailbox, name: string | undefined): string =>
  [...mailbox.calendars.values()].find((calendar) => calendar.name === name)?.id ?? mailbox.defaultCalendarId;

/** Adds an event of a person, and for a meeting everybody's copies. */
export function addEvent(
  builders: Builders,
  tenant: Tenant,
  mailbox: Mailbox,
  event: EventEntry,
  monday: number,
): void {
  const { store } = builders;
  const invitees = inviteesOf(builders, tenant, event);
  const own = addMeeting(builders, mailbox, invitees, {
    ...contentOf(builders, mailbox, event, monday),
    ...roomPart(invitees, event),
    calendarId: calendarId(mailbox, event.calendar),
  });
  if (event.moved === undefined && event.cancelled === undefined) return;
  for (const holder of [mailbox, ...invitees.flatMap((invitee) => invitee.mailbox ?? [])]) {
    const copy = [...holder.events.values()].find(({ iCalUId }) => iCalUId === own.iCalUId);
    if (copy !== undefined) store.putEvent(holder, withChanges(copy, event));
  }
}

function inviteesOf({ store }: Builders, tenant: Tenant, event: EventEntry): readonly Invitee[] {
  const people = (event.attendees ?? []).map(({ address, name, type, response }): Invitee => {
    const mailbox = mailboxAt(store, tenant.id, address);
    return {
      mailbox,
      emailAddress: { name: name ?? mailbox?.owner.name ?? address, address },
      ...(type && { type }),
      ...(response && { response }),
    };
  });
  if (event.room === undefined) return people;
  return [...people, { mailbox: mailboxAt(store, tenant.id, event.room) }];
}

function roomPart(invitees: readonly Invitee[], event: EventEntry): Partial<EventRow> {
  const room = event.room === undefined ? undefined : invitees.at(-1)?.mailbox?.owner;
  if (room === undefined) return event.location === undefined ? {} : { locations: [{ displayName: event.location }] };
  return {
    locations: [
      { displayName: event.location ?? room.name, locationEmailAddress: room.address, locationType: "conferenceRoom" },
    ],
  };
}

function contentOf({ store }: Builders, mailbox: Mailbox, event: EventEntry, monday: number): EventInput {
  const times = eventTimes(event, event.timeZone ?? mailbox.timeZone, monday);
  const iCalUId = store.ids.iCalUId();
  return {
    ...times,
    ...seriesPart(event, times),
    iCalUId,
    subject: event.subject,
    ...(event.body !== undefined && { body: { contentType: "html", content: event.body } }),
    ...(event.showAs && { showAs: event.showAs }),
    ...(event.sensitivity && { sensitivity: event.sensitivity }),
    ...(event.importance && { importance: event.importance }),
    ...(event.categories && { categories: event.categories }),
    ...(event.reminderMinutes === null && { isReminderOn: false }),
    ...(typeof event.reminderMinutes === "number" && { reminderMinutesBeforeStart: event.reminderMinutes }),
    ...(event.online && {
      isOnlineMeeting: true,
      onlineMeetingProvider: "teamsForBusiness",
      onlineMeeting: joinFacts(iCalUId),
    }),
  };
}
