import { deleteEvent, type GraphEvent, isGraphError, updateEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { EventDraft } from "../event-draft.js";
import { bodyAroundMeeting, MEETING_MEMBERS } from "../meeting-body.js";
import { startOfChanges } from "./draft-start.js";
import type { EventScope } from "./event-scope.js";
import { movedSeries } from "./moved-series.js";
import { toRecurrenceRule } from "./recurrence-draft.js";
import { ruleStartOf, toGraphRecurrence, toRule } from "./recurrence-mapper.js";
import {
  countableRule,
  type EventPort,
  isOccurrence,
  readSeriesEvent,
  slotDateOf,
  type VersionedEvent,
} from "./series-event.js";

export interface ScopedTarget {
  readonly graphId: string;
  /** Null: what the id names. */
  readonly scope: EventScope | null;
  /** The ETag that the caller has seen. */
  readonly ifMatch: string | undefined;
}

export interface Change {
  readonly draft: EventDraft;
  /** The draft in Graph's words, without its recurrence. */
  readonly changes: GraphEvent;
}

/** How often a body is read, merged and written anew when somebody else wrote in between. */
const MERGE_ATTEMPTS = 3;

/** Whether an event has to be read before such a change can be written. */
export function needsReading({ scope }: ScopedTarget, { draft, changes }: Change): boolean {
  return scope !== null || Boolean(draft.start) || draft.recurrence !== undefined || changes.body !== undefined;
}

/** Members to read for it. */
export function membersFor({ changes }: Change): readonly string[] {
  return changes.body === undefined ? [] : MEETING_MEMBERS;
}

/**
 * Writes a change to an event that was read, or to the whole series that it is of: one PATCH, at the master.
 *
 * @throws AppError INVALID_INPUT, CONFLICT or OCCURRENCE_GONE.
 */
export async function writeScoped(
  port: EventPort,
  target: ScopedTarget,
  event: VersionedEvent,
  change: Change,
): Promise<VersionedEvent> {
  const { scope } = target;
  if (scope === "THIS" && event.type === "seriesMaster") throw notOne();
  if (scope === "ALL" && isOccurrence(event)) return writeAll(port, target, event, change);
  if (isOccurrence(event) && change.draft.recurrence !== undefined) {
    throw new AppError(
      "INVALID_INPUT",
      "An occurrence has no recurrence of its own. Give `scope`: ALL or THIS_AND_FOLLOWING.",
      { path: ["recurrence"] },
    );
  }
  return patched(port, target, event, event, change);
}

async function writeAll(
  port: EventPort,
  { graphId: _, ...target }: ScopedTarget,
  event: VersionedEvent,
  change: Change,
): Promise<VersionedEvent> {
  const masterId = event.seriesMasterId ?? "";
  const master = await readSeriesEvent(port, masterId, membersFor(change), target.scope);
  assertVersion(target.ifMatch, event, master);
  return patched(port, { ...target, graphId: masterId, ifMatch: undefined }, event, master, change);
}

/** A caller may have seen the occurrence or the series. */
export function assertVersion(expected: string | undefined, ...seen: readonly VersionedEvent[]): void {
  if (expected === undefined || seen.some((event) => event["@odata.etag"] === expected)) return;
  throw new AppError("CONFLICT", "The object was changed at Microsoft meanwhile. Read it again, then repeat.", {
    retryable: true,
  });
}

/** Deletes what the scope names of a series, but for THIS_AND_FOLLOWING. */
export async function deleteScoped(port: EventPort, target: ScopedTarget, event: VersionedEvent): Promise<void> {
  const { scope, graphId, ifMatch } = target;
  if (scope === "THIS" && event.type === "seriesMaster") throw notOne();
  const { graph, connection, user: mailbox, call } = port;
  if (scope !== "ALL" || !isOccurrence(event)) {
    return deleteEvent(graph, connection, { mailbox, eventId: graphId, ifMatch }, call);
  }
  const eventId = event.seriesMasterId ?? "";
  const master = ifMatch === undefined ? undefined : await readSeriesEvent(port, eventId, [], scope);
  if (master !== undefined) assertVersion(ifMatch, event, master);
  return deleteEvent(graph, connection, { mailbox, eventId, ifMatch: master?.["@odata.etag"] }, call);
}

/** The slot that the caller looked at may be the event itself, or one of the series that is written. */
async function patched(
  port: EventPort,
  target: ScopedTarget,
  slot: VersionedEvent,
  event: VersionedEvent,
  change: Change,
): Promise<VersionedEvent> {
  const { body } = change.changes;
  const joinUrl = event.onlineMeeting?.joinUrl;
  let current = event;
  for (let attempt = 1; ; attempt++) {
    const changes = {
      ...change.changes,
      ...seriesChanges(slot, current, change),
      ...(body && { body: bodyAroundMeeting(current, body) }),
    };
    // What was merged holds for the version that was read alone.
    const ifMatch = target.ifMatch ?? (isMerged(target, change) ? current["@odata.etag"] : undefined);
    const { graph, connection, user: mailbox, call } = port;
    try {
      const input = { mailbox, eventId: target.graphId, changes, ifMatch };
      const written: VersionedEvent = await updateEvent(graph, connection, input, call);
      if (body && joinUrl && written.onlineMeeting?.joinUrl !== joinUrl) await undoBody(port, target, current);
      return written;
    } catch (error) {
      if (target.ifMatch !== undefined || attempt === MERGE_ATTEMPTS || !isStale(error)) throw error;
      current = await readSeriesEvent(port, target.graphId, membersFor(change), target.scope);
    }
  }
}

function isMerged({ scope }: ScopedTarget, { draft, changes }: Change): boolean {
  return scope === "ALL" || changes.body !== undefined || Boolean(draft.start) || draft.recurrence !== undefined;
}

function isStale(error: unknown): boolean {
  return isGraphError(error) && (error.status === 412 || error.status === 409);
}

/** Times and recurrence as they have to be sent for the event that is written. */
function seriesChanges(slot: VersionedEvent, event: VersionedEvent, { draft, changes }: Change): GraphEvent {
  const rule = toRule(event);
  const times =
    changes.start && changes.end
      ? { start: changes.start, end: changes.end, isAllDay: changes.isAllDay ?? false }
      : undefined;
  const isSeries = rule !== null && event.type === "seriesMaster";
  const moved =
    times && isSeries && (draft.recurrence === undefined || slot !== event)
      ? movedTimes(slot, event, times, draft.recurrence === undefined)
      : { times, rule: undefined };
  const start = moved.times
    ? (zone: string | null) => startOfChanges(moved.times ?? {}, zone)
    : (zone: string | null) => ruleStartOf(event, zone ?? rule?.range.recurrenceTimeZone);
  const wanted = draft.recurrence ? toRecurrenceRule(draft.recurrence, start) : moved.rule;
  return {
    ...moved.times,
    ...(draft.recurrence === null && { recurrence: null }),
    ...(wanted && { recurrence: toGraphRecurrence(wanted) }),
  };
}

function movedTimes(
  slot: VersionedEvent,
  master: VersionedEvent,
  times: Required<Pick<GraphEvent, "start" | "end" | "isAllDay">>,
  keepsPattern: boolean,
) {
  const rule = countableRule(master);
  const start = startOfChanges(times, null);
  const daily = { ...rule, pattern: { ...rule.pattern, type: "DAILY" as const } };
  return movedSeries({
    // With a recurrence of its own, only the days count by which the slot is moved.
    rule: keepsPattern ? rule : daily,
    slotDate: slotDateOf(slot, rule),
    firstDate: rule.range.startDate,
    wasAllDay: master.isAllDay ?? false,
    times,
    start,
  });
}

/** Nobody could join any more: the former text goes back, and the caller is told. */
async function undoBody(
  { graph, connection, user: mailbox, call }: EventPort,
  { graphId }: ScopedTarget,
  former: GraphEvent,
): Promise<never> {
  const changes = { body: { contentType: "html" as const, content: former.body?.content ?? "" } };
  await updateEvent(graph, connection, { mailbox, eventId: graphId, changes }, call);
  throw new AppError(
    "UPSTREAM_REFUSED",
    "Microsoft gave the online meeting another link when its text was changed. The former text was put back; check the meeting in Outlook.",
    { path: ["body"] },
  );
}

function notOne(): AppError {
  return new AppError("INVALID_INPUT", "This is the id of a series. Give the id of an occurrence, or `scope: ALL`.", {
    path: ["scope"],
  });
}
