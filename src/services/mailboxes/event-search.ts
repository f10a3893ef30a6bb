import {
  findEventsByUid,
  type GraphClient,
  type GraphConnection,
  type GraphEvent,
  isGraphError,
  listCalendars,
  readOccurrenceUid,
} from "../../graph/index.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import { newRowId } from "../../lib/ids.js";
import { JoinedWork } from "../../lib/joined-work.js";
import type { Database } from "../../store/database.js";
import type { AliasPlace } from "../../store/event-alias.repository.js";
import type { KnownEvent, KnownSlot } from "../../store/event-identity.repository.js";
import { BoundedMap } from "./bounded-map.js";
import type { EventIdentityRecorder } from "./event-identity-recorder.js";
import { findOccurrenceByUid, findSlot } from "./slot-search.js";

/** Beyond these it is left open whether there is another copy, at a request each. */
const MOST_CALENDARS = 100;
/** How long nothing is looked for again that was not found: whoever polls a deleted event asks every few seconds. */
const MISSED_MS = 60_000;
const MOST_MISSED = 10_000;
/** As long as chains of successors may be. */
const MOST_STEPS = 4;

/** A mailbox whose events are looked for. */
export interface SearchedMailbox {
  readonly place: AliasPlace;
  /** Without successors: a search does not lead to further ones. */
  readonly connection: GraphConnection;
  readonly graphUser: string;
}

export interface EventSearchDeps {
  readonly db: Pick<Database, "eventAliases">;
  readonly graph: GraphClient;
  readonly identities: EventIdentityRecorder;
  readonly clock: Clock;
}

/**
 * Finds the event to which Microsoft gave another id, by what is remembered of the former one. Nothing is guessed: one
 * event of the mailbox is the same meeting, or none is found. What was found is noted, so that it is looked for once.
 */
export class EventSearch {
  readonly #searches = new Map<string, JoinedWork<string | undefined>>();
  /** Until when, in milliseconds since the Unix epoch. */
  readonly #missed = new BoundedMap<number>(MOST_MISSED);

  constructor(private readonly deps: EventSearchDeps) {}

  /** Rejects with a `GraphError` where Microsoft could not say: then nothing is known of the event either. */
  async successorOf(mailbox: SearchedMailbox, eventId: string, call: Call): Promise<string | undefined> {
    const { place, connection } = mailbox;
    const key = `${place.mailboxId} ${eventId}`;
    if ((this.#missed.get(key) ?? 0) > this.deps.clock.now()) return undefined;
    const known = await this.deps.identities.find(place, eventId);
    if (known === null) return undefined;
    const way = `${connection.id} ${connection.identity ?? ""} ${key}`;
    const open =
      this.#searches.get(way) ?? this.#begin(way, call, (shared) => this.#found(mailbox, eventId, known, shared));
    const present = await open.join(call);
    if (present === undefined) this.#missed.set(key, this.deps.clock.now() + MISSED_MS);
    return present;
  }

  #begin(way: string, call: Call, work: (call: Call) => Promise<string | undefined>) {
    const end = () => {
      if (this.#searches.get(way) === search) this.#searches.delete(way);
    };
    const search: JoinedWork<string | undefined> = new JoinedWork(call, work, end);
    this.#searches.set(way, search);
    return search;
  }

  async #found(mailbox: SearchedMailbox, eventId: string, known: KnownEvent, call: Call): Promise<string | undefined> {
    const present = await this.#search(mailbox, known, call).catch(undefinedWhereRefused);
    if (present === undefined || present === eventId) return undefined;
    const { eventAliases } = this.deps.db;
    const changeId = newRowId();
    await eventAliases.note(mailbox.place, changeId, [{ former: eventId, present }]);
    await eventAliases.shorten(mailbox.place, changeId);
    return present;
  }

  async #search(mailbox: SearchedMailbox, known: KnownEvent, call: Call): Promise<string | undefined> {
    const { iCalUId, kind, slot } = known;
    if (slot !== null) {
      const found = await this.#slot(mailbox, slot, call);
      return found === "no series" ? this.#occurrence(mailbox, known, call) : found;
    }
    if (kind === "LISTED" && readOccurrenceUid(iCalUId)) return this.#occurrence(mailbox, known, call);
    const event = await this.#meeting(mailbox, iCalUId, call);
    // Of a list that did not say what it was, it may have been an occurrence: its series is not the same event.
    return kind === "LISTED" && event?.type !== "singleInstance" ? undefined : event?.id;
  }

  /** The occurrence that has that very `iCalUId`, in the one series whose date it leads to. */
  async #occurrence(mailbox: SearchedMailbox, { iCalUId }: KnownEvent, call: Call): Promise<string | undefined> {
    const read = readOccurrenceUid(iCalUId);
    if (read === undefined) return undefined;
    const series = await this.#meeting(mailbox, read.seriesUid, call);
    if (series?.type !== "seriesMaster" || !series.id) return undefined;
    return findOccurrenceByUid(this.deps.graph, mailbox, { masterGraphId: series.id, iCalUId, date: read.date }, call);
  }

  /** The one event of the mailbox's own calendars that is a copy of that meeting. */
  async #meeting(
    { connection, graphUser: mailbox }: SearchedMailbox,
    iCalUId: string,
    call: Call,
  ): Promise<GraphEvent | undefined> {
    const { graph } = this.deps;
    const copies = await findEventsByUid(graph, connection, { mailbox, iCalUId }, call);
    if (copies.length > 1) return undefined;
    const wanted = { mailbox, select: ["isDefaultCalendar", "owner"], maxItems: MOST_CALENDARS };
    const calendars = await listCalendars(graph, connection, wanted, call);
    if (calendars.isCut) return undefined;
    const owner = calendars.items.find(({ isDefaultCalendar }) => isDefaultCalendar)?.owner?.address?.toLowerCase();
    // What others shared is in their mailboxes: a copy there is another event.
    const others = calendars.items.filter(
      (calendar) => !calendar.isDefaultCalendar && (calendar.owner?.address ?? owner)?.toLowerCase() === owner,
    );
    const found = await Promise.all(
      others.map(({ id: calendarId }) =>
        findEventsByUid(graph, connection, { mailbox, calendarId, iCalUId }, call).catch(noneWhereGone),
      ),
    );
    const [event, ...more] = [...copies, ...found.flat()];
    return more.length > 0 ? undefined : event;
  }

  /** The occurrence of that slot in what its series is now; `no series` where that is not known. */
  async #slot(mailbox: SearchedMailbox, slot: KnownSlot, call: Call): Promise<string | undefined | "no series"> {
    const { graph, db } = this.deps;
    let masterId = slot.masterGraphId;
    for (let step = 0; step < MOST_STEPS; step++) {
      const noted = await db.eventAliases.presentOf(mailbox.place, masterId);
      if (noted === null) {
        const found = await findSlot(graph, mailbox, { ...slot, masterGraphId: masterId }, call);
        if (found !== "no series") return found;
      }
      const present = noted ?? (await this.successorOf(mailbox, masterId, call));
      if (present === undefined) return "no series";
      masterId = present;
    }
    return undefined;
  }
}

/** Refused for good, as a list is that may not be read: nothing was found. Failures that pass are not known to be so. */
function undefinedWhereRefused(error: unknown): undefined {
  const isFinal = isGraphError(error) && error.status >= 400 && error.status < 500 && error.status !== 429;
  if (!isFinal) throw error;
}

/** A calendar that was deleted meanwhile holds no copy. */
function noneWhereGone(error: unknown): readonly [] {
  if (isGraphError(error) && error.status === 404) return [];
  throw error;
}
