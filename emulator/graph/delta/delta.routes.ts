import type { ActionOf } from "../../core/faults/fault-actions.js";
import type { HttpAnswer } from "../../core/http-message.js";
import { calendarOfPath } from "../calendars/calendar-path.js";
import { CALENDAR_VIEW_PATHS, windowOf } from "../events/calendar-view.routes.js";
import { eventType } from "../events/event.resource.js";
import { EVENT_PATHS } from "../events/event-reads.routes.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { viewOf } from "../odata/answers.js";
import { renderEntity, selectedMembers } from "../odata/entity-type.js";
import { type DeltaEntry, deltaGroups } from "./delta-round.js";
import { type DeltaState, invalidToken, readDeltaToken, writeDeltaToken } from "./delta-token.js";

const EVENT = "#microsoft.graph.event";
const STUB_MEMBERS = ["seriesMasterId", "type", "start", "end"];

/** One page of a round: everything in the window at first, later what changed since the round before. */
function trackChanges(call: MailboxCall): HttpAnswer {
  assertOptions(call);
  const state = stateOf(call);
  const { switches, store } = call.world;
  const size = call.prefer.maxPageSize ?? switches.deltaPageSize;
  const value: Record<string, unknown>[] = [];
  let last: string | undefined;
  let isMore = false;
  for (const { key, entries } of deltaGroups(store, call.mailbox, state, switches)) {
    // The size is a hint: a page ends with the group that reaches it.
    isMore = value.length >= size;
    if (isMore) break;
    value.push(...entries.map((entry) => render(call, entry)));
    last = key;
  }
  const next = isMore ? { ...state, after: last } : { ...state, since: state.upTo, after: undefined };
  const link = linkTo(call, isMore ? "skiptoken" : "deltatoken", next);
  return {
    status: 200,
    headers: preferencesApplied(call),
    json: {
      "@odata.context": `${call.world.origin()}/v1.0/$metadata#Collection(event)`,
      [isMore ? "@odata.nextLink" : "@odata.deltaLink"]: link,
      value,
    },
  };
}

function render(call: MailboxCall, { kind, event }: DeltaEntry): Record<string, unknown> {
  const view = viewOf(call);
  if (kind === "removed") {
    const { id } = renderEntity(eventType, event, view, []);
    return { "@odata.type": EVENT, id, "@removed": { reason: "deleted" } };
  }
  const names = kind === "stub" ? STUB_MEMBERS : selectedMembers(eventType, undefined);
  return { "@odata.type": EVENT, ...renderEntity(eventType, event, view, names) };
}

/** The state in the token of a link, or that of a new first round. */
function stateOf(call: MailboxCall): DeltaState {
  const calendarId = calendarOfPath(call).id;
  const { options, world } = call;
  const deltaToken = options.others.get("$deltatoken") ?? options.others.get("deltatoken");
  const { skipToken } = options;
  if (deltaToken !== undefined && skipToken !== undefined) throw invalidToken();
  const text = deltaToken ?? skipToken;
  const upTo = world.store.changes.sequence;
  // The link that comes with a lost token has an empty one, which begins anew.
  if (text === undefined || text === "") {
    const { from, until } = windowOf(options);
    const issuedAt = world.clock.now();
    return { userId: call.user.id, calendarId, from, until, since: undefined, upTo, after: undefined, issuedAt };
  }
  const state = readDeltaToken(text);
  const isFinished = state.since === state.upTo && state.after === undefined;
  const isOwn = state.userId === call.user.id && state.calendarId === calendarId;
  if (!isOwn || isFinished !== (deltaToken !== undefined)) throw invalidToken();
  const fault = call.takeFault("deltaExpired");
  if (fault !== undefined) throw stateLost(call, state, fault);
  const ageMs = world.clock.now() - state.issuedAt;
  // Numbers above the feed's own are of a time before the emulator was reset.
  const isOld = ageMs >= world.switches.deltaTokenLifetimeSeconds * 1000;
  // What was changed before a state was loaded is not known any more.
  const isForgotten = state.since !== undefined && state.since < world.store.changes.base;
  if (isOld || isForgotten || state.upTo > upTo) throw stateLost(call, state);
  return isFinished ? { ...state, upTo } : state;
}

function stateLost(
  call: MailboxCall,
  { from, until }: DeltaState,
  how: Partial<ActionOf<"deltaExpired">> = {},
): GraphFailure {
  const { switches, origin } = call.world;
  const { status = switches.lostDeltaStatus, code = switches.lostDeltaCode, location = true } = how;
  const bound = (at: number) => encodeURIComponent(new Date(at).toISOString());
  const query = `startDateTime=${bound(from)}&endDateTime=${bound(until)}&$deltatoken=`;
  const headers = location ? { Location: `${origin()}${call.request.path}?${query}` } : {};
  const message = "The sync state is not found. Begin with a full round of change tracking.";
  return new GraphFailure(status, code, message, headers);
}

function linkTo(call: MailboxCall, option: "skiptoken" | "deltatoken", state: DeltaState): string {
  const token = writeDeltaToken({ ...state, issuedAt: call.world.clock.now() });
  return `${call.world.origin()}${call.request.path}?$${option}=${token}`;
}

/** Change tracking takes a window and nothing else. */
function assertOptions({ options, world }: MailboxCall): void {
  const refused = [
    ["$select", options.select],
    ["$filter", options.filter],
    ["$expand", options.expand],
    ["$orderby", options.orderBy],
    ["$search", options.search],
    ...(world.switches.deltaListOptions === "refuse"
      ? [
          ["$top", options.top],
          ["$skip", options.skip],
          ["$count", options.count || undefined],
        ]
      : []),
  ].flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (refused.length === 0) return;
  throw new GraphFailure(
    400,
    "ErrorInvalidUrlQuery",
    `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${refused.join(", ")}'.`,
  );
}

function preferencesApplied({ prefer }: MailboxCall): Record<string, string> {
  const size = prefer.maxPageSize === undefined ? [] : [`odata.maxpagesize=${prefer.maxPageSize}`];
  const applied = [...prefer.applied, ...size];
  return applied.length === 0 ? {} : { "Preference-Applied": applied.join(", ") };
}

/** Version 1.0 tracks changes of a view only; the service has refused lists of events since 2024. */
function refuseEvents(): HttpAnswer {
  throw badRequest("Change tracking is not supported against 'microsoft.graph.event'.");
}

export const deltaRoutes: readonly MailboxRoute[] = [
  ...CALENDAR_VIEW_PATHS.map(
    (path): MailboxRoute => ({
      kind: "mailbox",
      method: "GET",
      path: `${path}/delta`,
      needs: "basic",
      handle: trackChanges,
    }),
  ),
  ...EVENT_PATHS.map(
    (path): MailboxRoute => ({
      kind: "mailbox",
      method: "GET",
      path: `${path}/delta`,
      needs: "basic",
      handle: refuseEvents,
    }),
  ),
];
