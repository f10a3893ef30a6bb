import {
  type GraphClient,
  type GraphConnection,
  type GraphEvent,
  instantToWallTime,
  isGraphError,
  listInstances,
  toIanaZone,
} from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import type { KnownSlot } from "../../store/event-identity.repository.js";

/** How far from its slot a changed occurrence is still found, to either side: one request, however long the series is. */
const AROUND_MS = 31 * 24 * 3_600_000;
/** More than a series has in that time, one a day. */
const MOST_OCCURRENCES = 200;

interface SearchedSeries {
  readonly connection: GraphConnection;
  readonly graphUser: string;
}

/**
 * The occurrence that a series has in a slot: the one that begins at the same moment by the rule, or else the only one on
 * the same date of the same clock, where the series got another time. `no series` where there is none under that id.
 */
export async function findSlot(
  graph: GraphClient,
  mailbox: SearchedSeries,
  { masterGraphId, originalStart, timeZone }: KnownSlot,
  call: Call,
): Promise<string | undefined | "no series"> {
  const select = ["originalStart", "originalStartTimeZone"];
  try {
    const { items, isCut } = await instancesAround(graph, mailbox, masterGraphId, originalStart, select, call);
    const sameMoment = items.find((item) => Date.parse(item.originalStart ?? "") === originalStart);
    if (sameMoment !== undefined) return sameMoment.id;
    const zone = knownZone(timeZone);
    if (isCut || zone === undefined) return undefined;
    const date = dateIn(originalStart, zone);
    const [one, ...more] = items.filter((item) => isOn(item, date, zone));
    return more.length === 0 ? one?.id : undefined;
  } catch (error) {
    if (isGraphError(error) && error.status === 404) return "no series";
    throw error;
  }
}

/**
 * The occurrence of a series that has this `iCalUId` of its own, among those around a date; undefined for none and for
 * several, and where there is no series under that id.
 */
export async function findOccurrenceByUid(
  graph: GraphClient,
  mailbox: SearchedSeries,
  { masterGraphId, iCalUId, date }: { readonly masterGraphId: string; readonly iCalUId: string; readonly date: number },
  call: Call,
): Promise<string | undefined> {
  try {
    const { items, isCut } = await instancesAround(graph, mailbox, masterGraphId, date, ["iCalUId"], call);
    const [one, ...more] = items.filter((item) => item.iCalUId === iCalUId);
    return isCut || more.length > 0 ? undefined : one?.id;
  } catch (error) {
    if (isGraphError(error) && error.status === 404) return undefined;
    throw error;
  }
}

function instancesAround(
  graph: GraphClient,
  { connection, graphUser }: SearchedSeries,
  masterGraphId: string,
  moment: number,
  select: readonly string[],
  call: Call,
) {
  const bounds = {
    startDateTime: new Date(moment - AROUND_MS).toISOString(),
    endDateTime: new Date(moment + AROUND_MS).toISOString(),
  };
  const list = { mailbox: graphUser, eventId: masterGraphId, ...bounds, select, maxItems: MOST_OCCURRENCES };
  return listInstances(graph, connection, list, call);
}

/** On the clock of another zone, a date may be that of the neighbour's slot. */
function isOn({ originalStart, originalStartTimeZone }: GraphEvent, date: string, zone: string): boolean {
  const startsAt = Date.parse(originalStart ?? "");
  return !Number.isNaN(startsAt) && knownZone(originalStartTimeZone) === zone && dateIn(startsAt, zone) === date;
}

function knownZone(name: string | null | undefined): string | undefined {
  if (!name) return undefined;
  const { zone, source } = toIanaZone(name);
  return source === "CUSTOM" || source === "UNKNOWN" ? undefined : zone;
}

function dateIn(instant: number, zone: string): string {
  return instantToWallTime(new Date(instant), zone).local.slice(0, 10);
}
