import { calendarViewDelta, type DeltaRound, type GraphClient, isTrackingRefused } from "../../../graph/index.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import { selectForFields } from "../event-members.js";
import { foldRound } from "./tracked-events.js";
import type { ViewPlace } from "./view.model.js";
import { coversFields, unionOf, type ViewQuestion } from "./view-plan.js";
import { byStartThenId, MAX_EVENTS_PER_WINDOW, type ViewReads } from "./view-reads.js";
import type { StoredView, Tracking } from "./view-store.js";

/** Change tracking tells events whole, about three times as large as selected ones: above this, views are read again. */
const MAX_TRACKED_EVENTS = 1_000;

export interface ViewRefresherDeps {
  readonly graph: GraphClient;
  readonly reads: ViewReads;
  readonly clock: Clock;
}

/**
 * Brings views up to date. One that is asked for the first time is read; one that is asked for again has its changes
 * tracked from then on, which is one small request. Whatever change tracking cannot tell is read.
 */
export class ViewRefresher {
  constructor(private readonly deps: ViewRefresherDeps) {}

  /** A view with at least the fields that were asked for. What it knows of a former one is not trusted but brought up to date. */
  async refresh(
    place: ViewPlace,
    question: ViewQuestion,
    former: StoredView | undefined,
    call: Call,
  ): Promise<StoredView> {
    if (former === undefined) return this.#read(place, question, { kind: "none" }, call);
    const fields = unionOf(former.fields, question.fields);
    const whole = { ...question, fields };
    if (!coversFields(former.fields, question.fields)) return this.#read(place, whole, former.tracking, call);
    const isLarge = former.events.length > MAX_TRACKED_EVENTS;
    // Changes of extended data alone are not told: https://learn.microsoft.com/graph/api/event-delta
    const isUntold = fields.includes("extendedData");
    if (former.tracking.kind === "refused" || isLarge || isUntold)
      return this.#read(place, whole, { kind: "refused" }, call);
    return this.#track(place, whole, former, call);
  }

  async #track(place: ViewPlace, question: ViewQuestion, former: StoredView, call: Call): Promise<StoredView> {
    const asOf = this.deps.clock.now();
    const { tracking } = former;
    const deltaLink = tracking.kind === "link" ? tracking.deltaLink : undefined;
    let isWhole = deltaLink === undefined;
    let round = await this.#round(place, question, deltaLink, call);
    if (round === undefined && !isWhole) {
      isWhole = true;
      round = await this.#round(place, question, undefined, call);
    }
    if (round?.deltaLink == null) return this.#read(place, question, { kind: "refused" }, call);
    const seriesOf = tracking.kind === "link" ? tracking.seriesOf : new Map<string, string>();
    const facts = {
      mailboxId: place.mailbox.id,
      fallbackZone: place.mailbox.fallbackZone,
      window: question,
      fields: question.fields,
    };
    const known = { events: former.events, seriesOf };
    const folded = foldRound(known, { ...facts, items: round.items, isWhole });
    const next = { kind: "link" as const, deltaLink: round.deltaLink, seriesOf };
    // A link that is older than what is read is right all the same: what it tells twice ends the same.
    if (folded === undefined || folded.events.length > MAX_EVENTS_PER_WINDOW) {
      return this.#read(place, question, next, call);
    }
    const events = folded.events === former.events ? former.events : [...folded.events].sort(byStartThenId);
    return { fields: former.fields, asOf, events, tracking: { ...next, seriesOf: folded.seriesOf } };
  }

  /** Undefined when Graph does not track changes from this link on, or not at all. */
  async #round(
    { mailbox, calendarGraphId }: ViewPlace,
    { start, end, fields }: ViewQuestion,
    deltaLink: string | undefined,
    call: Call,
  ): Promise<DeltaRound | undefined> {
    const input = {
      mailbox: mailbox.graphUser,
      calendarId: calendarGraphId ?? undefined,
      startDateTime: start.toISOString(),
      endDateTime: end.toISOString(),
      deltaLink,
      select: selectForFields(fields),
    };
    try {
      return await calendarViewDelta(this.deps.graph, mailbox.connection, input, call);
    } catch (error) {
      if (isTrackingRefused(error)) return undefined;
      throw error;
    }
  }

  async #read(place: ViewPlace, question: ViewQuestion, tracking: Tracking, call: Call): Promise<StoredView> {
    const { fields } = question;
    if (tracking.kind !== "link") {
      const { events, asOf } = await this.deps.reads.read(place, question, call);
      return { fields, asOf: asOf.getTime(), events, tracking };
    }
    const { events, asOf, seriesOf } = await this.deps.reads.readNow(place, question, call, true);
    return { fields, asOf: asOf.getTime(), events, tracking: { ...tracking, seriesOf } };
  }
}
