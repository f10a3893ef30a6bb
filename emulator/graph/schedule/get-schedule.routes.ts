import { groupByMail, recipientsBehind } from "../../core/groups.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { EventRow, Mailbox } from "../../core/mailbox.model.js";
import { calendarOfPath } from "../calendars/calendar-path.js";
import { renderZoned } from "../events/event.resource.js";
import type { Window } from "../events/occurrences.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { appliedHeader, viewOf } from "../odata/answers.js";
import type { View } from "../odata/entity-type.js";
import { settingsOf } from "../settings/mailbox-settings.js";
import { type CalendarRights, rightsInTime } from "../sharing/calendar-rights.js";
import { availabilityView, busyRows } from "./free-busy.js";
import { readScheduleBody, type ScheduleRequest } from "./schedule-body.js";

/** Most entries of one schedule; above it the schedule has an error in place of its items. */
const MAX_ENTRIES = 1_000;

function getSchedule(call: MailboxCall): HttpAnswer {
  calendarOfPath(call);
  const wanted = readScheduleBody(call);
  const context = `${call.world.origin()}/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)`;
  assertNumber(call, wanted);
  const value = wanted.schedules.map((address) => scheduleOf(call, address, wanted));
  return { status: 200, headers: appliedHeader(call), json: { "@odata.context": context, value } };
}

/** A row per address, also for one that fails: the answer as a whole is 200. */
function scheduleOf(call: MailboxCall, address: string, { start, end, intervalMs }: ScheduleRequest): unknown {
  const window = { from: start.at, until: end.at };
  const group = groupByMail(call.caller.tenant, address);
  if (group !== undefined) return groupRow(call, address, window, intervalMs);
  const mailbox = mailboxOf(call, address);
  if (mailbox === undefined) return failedRow(address, "5009", "The recipient could not be resolved in the directory.");
  const rights = rightsInTime(call.world.store, call.caller.delegated?.user, mailbox);
  if (rights.sees === "nothing") {
    const { noFreeBusyAccessCode } = call.world.switches;
    return failedRow(address, noFreeBusyAccessCode, "The caller does not have access to free/busy data.");
  }
  const rows = busyRows(mailbox, window);
  if (rows.length > MAX_ENTRIES)
    return failedRow(address, "5006", "The result set contains too many calendar entries.");
  const view = viewOf(call);
  return {
    scheduleId: address,
    availabilityView: availabilityView(rows, window, intervalMs, call.world.switches),
    scheduleItems: rows.map((row) => renderItem(row, view, rights)),
    workingHours: settingsOf(mailbox).workingHours,
  };
}

function mailboxOf({ caller, world }: MailboxCall, address: string): Mailbox | undefined {
  if (!address.includes("@")) return undefined;
  const { store } = world;
  return (store.userByMail(caller.tenant, address) ?? store.user(caller.tenant, address))?.mailbox;
}

function failedRow(address: string, responseCode: string, message: string): unknown {
  return { scheduleId: address, scheduleItems: [], error: { message, responseCode } };
}

/** The members of a group count against the most schedules of one request. */
function assertNumber({ caller, world }: MailboxCall, { schedules }: ScheduleRequest): void {
  const asked = schedules.map((address) => ({ name: address, address }));
  const { people } = recipientsBehind(world.store, caller.tenant.id, asked);
  if (people.length <= world.switches.maxSchedules) return;
  throw new GraphFailure(
    400,
    "ErrorMailboxDataArrayTooBig",
    `At most ${world.switches.maxSchedules} schedules can be asked for, members of groups included.`,
  );
}

/** A group has one view, in which a slot shows the strongest of what any member has, and no items of its members'. */
function groupRow(call: MailboxCall, address: string, window: Window, intervalMs: number): unknown {
  const { caller, world } = call;
  const { people } = recipientsBehind(world.store, caller.tenant.id, [{ name: address, address }]);
  const rows = people.flatMap((person) => {
    const mailbox = mailboxOf(call, person.address);
    return mailbox === undefined ||
      rightsInTime(call.world.store, call.caller.delegated?.user, mailbox).sees === "nothing"
      ? []
      : busyRows(mailbox, window);
  });
  return {
    scheduleId: address,
    availabilityView: availabilityView(rows, window, intervalMs, world.switches),
    scheduleItems: [],
  };
}

/**
 * Subject and place are told only to those who may see more than free and busy, and only of items that are neither
 * private nor confidential.
 */
function renderItem(row: EventRow, view: View, { sees }: CalendarRights): unknown {
  const isOpen = sees !== "freeBusy" && (row.sensitivity === "normal" || row.sensitivity === "personal");
  return {
    ...(sees === "freeBusy" ? {} : { isPrivate: row.sensitivity === "private" }),
    status: row.showAs,
    ...(isOpen ? { subject: row.subject, location: row.locations[0]?.displayName ?? "" } : {}),
    start: renderZoned(row.start, view),
    end: renderZoned(row.end, view),
  };
}

const PATHS = ["/calendar", "/calendars/{calendar}", "/calendarGroups/{group}/calendars/{calendar}"];

export const getScheduleRoutes: readonly MailboxRoute[] = PATHS.map((path) => ({
  kind: "mailbox",
  method: "POST",
  path: `${path}/getSchedule`,
  needs: "basic",
  handle: getSchedule,
}));
