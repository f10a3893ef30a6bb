import type { Viewer } from "../../../auth/viewer.js";
import {
  type GraphClient,
  type GraphEvent,
  getSeries,
  listInstances,
  listSeriesMasters,
} from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import { groupBy } from "../../../lib/group-by.js";
import type { MailboxAccess, OpenMailbox } from "../../mailboxes/mailbox-access.js";
import { onMailbox } from "../../mailboxes/on-mailbox.js";
import { notFound } from "../../outcomes.js";
import { readableFields, shownEvents } from "../../visibility/event-visibility.js";
import { toCalendarEvent } from "../event-mapper.js";
import { type EventField, selectForFields } from "../event-members.js";
import { orderOf } from "../event-times.js";
import { assertWindow, type EventWindow, partsOf } from "../event-window.js";
import type { CalendarView } from "../views/view.model.js";
import { unionOf } from "../views/view-plan.js";
import { cancelledDates } from "./recurrence-mapper.js";

/** More of one list would be no list for a person to read, and much memory for the gateway. */
const MAX_EVENTS = 10_000;

export interface SeriesKey {
  readonly mailboxId: string;
  /** Of the master. */
  readonly graphId: string;
}

export interface InstancesKey extends SeriesKey, EventWindow {
  readonly fields: readonly EventField[];
}

export interface MastersKey {
  readonly mailboxId: string;
  /** Null: the mailbox's default calendar. */
  readonly calendarGraphId: string | null;
  readonly fields: readonly EventField[];
}

export interface SeriesChangesKey extends SeriesKey {
  /** Fields of the changed occurrences; null where only the cancelled dates are wanted. */
  readonly fields: readonly EventField[] | null;
}

/** What is not as the series' rule has it. */
export interface SeriesChanges {
  /** Changed occurrences, by their start. Null where they were not asked for, or Microsoft does not tell them. */
  readonly exceptions: CalendarView | null;
  /** Dates of the slots that were removed, `yyyy-MM-dd`. Null where Microsoft does not tell them. */
  readonly cancelledDates: readonly string[] | null;
}

/** Reads series: what a calendar view does not show. Every key gets its own outcome, in the order of the keys. */
export class SeriesReaderService {
  constructor(
    private readonly deps: {
      readonly graph: GraphClient;
      readonly mailboxAccess: MailboxAccess;
      readonly clock: Clock;
    },
  ) {}

  /** Occurrences and exceptions of series in windows of any length up to fifty years: one request for each five years. */
  instances(viewer: Viewer, keys: readonly InstancesKey[], call: Call): Promise<readonly (CalendarView | Error)[]> {
    return this.#each(viewer, keys, async (mailbox, key) => {
      assertWindow(key);
      const fields = readableFields(mailbox, key.fields, call);
      const select = selectForFields(fields);
      const found = new Map<string, GraphEvent>();
      for (const { start, end } of partsOf(key)) {
        const place = { mailbox: mailbox.graphUser, eventId: key.graphId, select, maxItems: MAX_EVENTS };
        const bounds = { startDateTime: start.toISOString(), endDateTime: end.toISOString() };
        const { items, isCut } = await listInstances(
          this.deps.graph,
          mailbox.connection,
          { ...place, ...bounds },
          call,
        );
        // An event over the seam of two spans is in both.
        for (const item of items) found.set(item.id ?? "", item);
        if (isCut || found.size > MAX_EVENTS) throw tooMany("instances");
      }
      return this.#list(mailbox, [...found.values()], fields);
    });
  }

  /** The masters of a calendar's series, by start and then by id. */
  masters(viewer: Viewer, keys: readonly MastersKey[], call: Call): Promise<readonly (CalendarView | Error)[]> {
    return this.#each(viewer, keys, async (mailbox, { calendarGraphId, fields: asked }) => {
      const fields = readableFields(mailbox, asked, call);
      const select = [...selectForFields(fields), "type"];
      const place = { mailbox: mailbox.graphUser, calendarId: calendarGraphId ?? undefined };
      const input = { ...place, select, maxItems: MAX_EVENTS };
      const { items, isCut } = await listSeriesMasters(this.deps.graph, mailbox.connection, input, call);
      if (isCut) throw tooMany("series");
      // Lists are reported to hold exceptions beside the masters, whatever their filter says.
      return this.#list(
        mailbox,
        items.filter(({ type }) => type === "seriesMaster"),
        fields,
      );
    });
  }

  /** What was changed and removed in series: one request a master, however often it is asked for. */
  async changes(
    viewer: Viewer,
    keys: readonly SeriesChangesKey[],
    call: Call,
  ): Promise<readonly (SeriesChanges | Error)[]> {
    const groups = groupBy(keys, ({ mailboxId, graphId }) => JSON.stringify([mailboxId, graphId]));
    const merged = groups.map((group) => ({ ...group[0], fields: group.map(({ fields }) => fields).reduce(allOf) }));
    const outcomes = await this.#each(viewer, merged, async (mailbox, { graphId, fields: asked }) => {
      const fields = asked && readableFields(mailbox, asked, call);
      const exceptions = fields && selectForFields(fields);
      const place = { mailbox: mailbox.graphUser, eventId: graphId, select: ["type"], exceptions };
      const series = await getSeries(this.deps.graph, mailbox.connection, place, call);
      return {
        exceptions: series.exceptionOccurrences ? this.#list(mailbox, series.exceptionOccurrences, fields ?? []) : null,
        cancelledDates: series.cancelledOccurrences ? cancelledDates(series.cancelledOccurrences) : null,
      };
    });
    const byKey = new Map(groups.flatMap((group, index) => group.map((key) => [key, outcomes[index]] as const)));
    return keys.map((key) => byKey.get(key) ?? notFound("mailbox"));
  }

  async #each<K extends { readonly mailboxId: string }, T>(
    viewer: Viewer,
    keys: readonly K[],
    work: (mailbox: OpenMailbox, key: K) => Promise<T>,
  ): Promise<readonly (T | Error)[]> {
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await this.deps.mailboxAccess.openMany(viewer, "event:read", ids);
    return Promise.all(keys.map((key) => onMailbox(opened.get(key.mailboxId), (mailbox) => work(mailbox, key))));
  }

  #list(mailbox: OpenMailbox, items: readonly GraphEvent[], fields: readonly EventField[]): CalendarView {
    const { id, fallbackZone } = mailbox;
    const showsUid = fields.includes("iCalUId");
    const whole = items.map((item) => toCalendarEvent(id, item, fallbackZone, showsUid));
    const events = [...shownEvents(mailbox, whole)].sort(
      (a, b) => orderOf(a.start) - orderOf(b.start) || (a.graphId < b.graphId ? -1 : 1),
    );
    return { events, asOf: new Date(this.deps.clock.now()) };
  }
}

function allOf(a: readonly EventField[] | null, b: readonly EventField[] | null): readonly EventField[] | null {
  return a && b ? unionOf(a, b) : (a ?? b);
}

function tooMany(what: string): AppError {
  return new AppError("LIMIT_EXCEEDED", `There are more than ${MAX_EVENTS} ${what} here. Ask for a shorter window.`, {
    limit: { name: "events", max: MAX_EVENTS, actual: MAX_EVENTS + 1 },
  });
}
