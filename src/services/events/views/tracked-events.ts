import type { DeltaItem } from "../../../graph/index.js";
import type { CalendarEvent } from "../event.model.js";
import { toCalendarEvent } from "../event-mapper.js";
import { type EventField, pickedMembers } from "../event-members.js";
import { type EventWindow, membershipOf } from "../event-window.js";
import type { BoundZone } from "../event-zone.js";

/** Members that an occurrence does not share with its master, and that a round does not tell of it. */
const OWN_FIELDS = ["iCalUId", "webLink"] as const;

/** A window's events, and which series each of them is of. */
export interface TrackedEvents {
  readonly events: readonly CalendarEvent[];
  /** Masters by the ids of their occurrences and exceptions. */
  readonly seriesOf: ReadonlyMap<string, string>;
}

export interface Round {
  readonly mailboxId: string;
  readonly fallbackZone?: BoundZone | undefined;
  readonly window: EventWindow;
  readonly fields: readonly EventField[];
  readonly items: readonly DeltaItem[];
  /** True for a first round, which tells everything. */
  readonly isWhole: boolean;
}

/**
 * The events after a round of change tracking; undefined where the round does not tell enough. The rules are those of
 * Outlook: a master that comes again replaces its whole series, since a deleted occurrence is shown by its absence alone;
 * removed ids may be unknown; occurrences have only their times and take the rest from their master.
 */
export function foldRound(known: TrackedEvents, round: Round): TrackedEvents | undefined {
  const { items, isWhole } = round;
  if (items.length === 0 && !isWhole) return known;
  const former = new Map(known.events.map((event) => [event.graphId, event]));
  const latest = new Map<string, DeltaItem>();
  for (const item of items) if (item.id) latest.set(item.id, item);
  const kept = isWhole ? { events: [], seriesOf: new Map<string, string>() } : without(known, latest);
  const events = new Map(kept.events.map((event) => [event.graphId, event]));
  const seriesOf = new Map(kept.seriesOf);
  for (const [id, item] of latest) {
    if (item["@removed"] !== undefined || item.type === "seriesMaster") continue;
    const whole = isStub(item) ? filled(item, latest.get(item.seriesMasterId ?? ""), former.get(id), round) : item;
    if (whole === undefined) return undefined;
    const event = toCalendarEvent(round.mailboxId, pickedMembers(whole, round.fields), round.fallbackZone);
    // Graph is reported to tell of events that moved out of the window as if they were in it.
    if (membershipOf(event, round.window) === "outside") continue;
    events.set(id, event);
    if (item.seriesMasterId) seriesOf.set(id, item.seriesMasterId);
  }
  return { events: [...events.values()], seriesOf };
}

/** What is known without all that a round tells anew: its ids, and the series whose masters or remains it names. */
function without({ events, seriesOf }: TrackedEvents, told: ReadonlyMap<string, DeltaItem>): TrackedEvents {
  const isTold = (id: string) => {
    if (told.has(id)) return true;
    const master = told.get(seriesOf.get(id) ?? "");
    return master !== undefined && master.type !== "occurrence" && master.type !== "exception";
  };
  return {
    events: events.filter(({ graphId }) => !isTold(graphId)),
    seriesOf: new Map([...seriesOf].filter(([id]) => !isTold(id))),
  };
}

/** Every whole event says whether it lasts days. */
function isStub(item: DeltaItem): boolean {
  return item.isAllDay === undefined;
}

function filled(
  stub: DeltaItem,
  master: DeltaItem | undefined,
  former: CalendarEvent | undefined,
  { fields }: Round,
): DeltaItem | undefined {
  if (master?.type !== "seriesMaster") return undefined;
  const own: Partial<Pick<DeltaItem, (typeof OWN_FIELDS)[number]>> = {};
  for (const field of OWN_FIELDS) {
    if (!fields.includes(field)) continue;
    const value = former?.[field];
    if (value === undefined) return undefined;
    own[field] = value;
  }
  if (fields.includes("originalStart")) {
    if (former?.originalStart === undefined) return undefined;
    const originalStart = former.originalStart?.toISOString() ?? null;
    return { ...master, ...stub, recurrence: null, ...own, originalStart };
  }
  return { ...master, ...stub, recurrence: null, ...own };
}
