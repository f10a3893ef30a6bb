import type { SeriesSplit } from "../../../entities/series-split.entity.js";
import {
  createEvent,
  deleteEvent,
  eventMark,
  findMarkedEvents,
  type GraphEvent,
  getEvent,
  isGraphError,
  listInstances,
  updateEvent,
} from "../../../graph/index.js";
import { DAY_MS } from "../event-window.js";
import { ruleStartAt, toRule } from "./recurrence-mapper.js";
import type { EventPort } from "./series-event.js";
import type { StoredPlan } from "./split.model.js";

/** Each step may be done again: after a process was killed, nobody knows whether the last one was. */

/** Makes the new half. The transaction id keeps a repetition from making a second one. */
export async function createHalf(port: EventPort, row: SeriesSplit, event: GraphEvent): Promise<string> {
  const { calendarId } = row.plan as StoredPlan;
  const marked = { ...event, singleValueExtendedProperties: eventMark(row.id) };
  const place = { mailbox: port.user, calendarId, event: marked, transactionId: row.id };
  return (await createEvent(port.graph, port.connection, place, port.call)).id ?? "";
}

/** The new half that an earlier attempt made; undefined where it made none. */
export async function findHalf(port: EventPort, row: SeriesSplit): Promise<string | undefined> {
  const { calendarId } = row.plan as StoredPlan;
  const place = { mailbox: port.user, calendarId, mark: row.id };
  return (await findMarkedEvents(port.graph, port.connection, place, port.call))[0];
}

/** Ends the old half. `false`: somebody changed the series since it was read. */
export async function truncate(port: EventPort, { plan }: SeriesSplit): Promise<boolean> {
  const { masterId, masterVersion, truncated } = plan as StoredPlan;
  const place = { mailbox: port.user, eventId: masterId };
  try {
    const ifMatch = masterVersion ?? undefined;
    await updateEvent(
      port.graph,
      port.connection,
      { ...place, changes: { recurrence: truncated }, ifMatch },
      port.call,
    );
    return true;
  } catch (error) {
    if (!isGraphError(error) || (error.status !== 412 && error.status !== 409)) throw error;
    const master = await getEvent(port.graph, port.connection, { ...place, select: ["recurrence"] }, port.call);
    const range = master.recurrence?.range;
    // Our own write may be what changed it.
    return range?.type === "endDate" && range.endDate === truncated.range?.endDate;
  }
}

/** Removes the new half's occurrences on dates on which the old series had none any more. */
export async function carryCancellations(port: EventPort, row: SeriesSplit): Promise<void> {
  const { cancelled } = row.plan as StoredPlan;
  if (cancelled === null || cancelled.length === 0 || row.newGraphId === null) return;
  const place = { mailbox: port.user, eventId: row.newGraphId };
  const select = ["start", "originalStart", "isAllDay", "originalStartTimeZone", "recurrence"];
  const master = await getEvent(port.graph, port.connection, { ...place, select }, port.call);
  const zone = toRule(master)?.range.recurrenceTimeZone ?? "UTC";
  for (const date of cancelled) {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const bounds = {
      startDateTime: new Date(noon - 1.5 * DAY_MS).toISOString(),
      endDateTime: new Date(noon + 1.5 * DAY_MS).toISOString(),
    };
    const list = { ...place, ...bounds, select: ["originalStart"], maxItems: 100 };
    const { items } = await listInstances(port.graph, port.connection, list, port.call);
    const gone = items.find(
      ({ originalStart }) => originalStart && ruleStartAt(new Date(originalStart), zone).date === date,
    );
    if (gone?.id) await removeEvent(port, gone.id);
  }
}

/** Deletes an event, which may be gone already. */
export async function removeEvent(port: EventPort, eventId: string): Promise<void> {
  try {
    await deleteEvent(port.graph, port.connection, { mailbox: port.user, eventId }, port.call);
  } catch (error) {
    if (!isGraphError(error) || error.status !== 404) throw error;
  }
}
