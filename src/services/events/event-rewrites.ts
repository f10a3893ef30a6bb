import {
  type EventPlace,
  type GraphClient,
  type GraphEvent,
  getEvent,
  isGraphError,
  setEventExtension,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Sleep } from "../../lib/sleep.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { fromUpstream } from "../upstream-errors.js";
import type { CalendarEvent } from "./event.model.js";
import { toCalendarEvent } from "./event-mapper.js";
import { ALL_EVENT_FIELDS, expandForFields, selectForFields } from "./event-members.js";
import { EXTENSION_NAME } from "./extended-data.js";

/** A write that was done, and what went wrong beside it. */
export interface WrittenEvent {
  readonly event: CalendarEvent;
  readonly problems: readonly AppError[];
}

interface ExtendedDataChange extends EventPlace {
  readonly members: Readonly<Record<string, string | null>>;
}

/** Microsoft fills the join link in "a moment later"; these are the waits before each look, in milliseconds. */
const LOOKS_MS = [250, 500, 1_000, 2_000];

/** Exchange answers so when something else writes the same item at that moment; the write was not done. */
const RACES = new Set([409, 412]);
const RACE_ATTEMPTS = 3;
const RACE_WAIT_MS = 200;

/** What a written event needs beside the write: its extended data, and what Microsoft fills in later. */
export class EventRewrites {
  constructor(private readonly deps: { readonly graph: GraphClient; readonly clock: Clock; readonly sleep: Sleep }) {}

  /**
   * The event with its join link: looked for at most four times in four seconds. Where it does not come in time, the
   * event is answered without, and the answer's notices say so.
   */
  async withJoinLink(mailbox: OpenMailbox, event: CalendarEvent, call: Call): Promise<CalendarEvent> {
    let latest = event;
    for (const waitMs of LOOKS_MS) {
      if (latest.onlineMeeting?.joinUrl) return latest;
      if (call.deadline !== undefined && this.deps.clock.now() + waitMs >= call.deadline) break;
      await this.deps.sleep(waitMs, call.signal);
      try {
        latest = await this.#read(mailbox, event.graphId, call);
      } catch (error) {
        // The event is there: whatever keeps it from being read must not look like a failed write.
        if (!isGraphError(error)) throw error;
        break;
      }
    }
    if (!latest.onlineMeeting?.joinUrl) {
      call.notices?.set(`JOIN_LINK_PENDING ${event.graphId}`, {
        code: "JOIN_LINK_PENDING",
        message:
          "Microsoft has not filled in the join link of an online meeting yet. Read the event again in a moment.",
      });
    }
    return latest;
  }

  /** Extended data alone. An expected version is compared first: Graph takes no precondition here. */
  async extendedData(
    mailbox: OpenMailbox,
    { ifMatch, ...change }: ExtendedDataChange & { readonly ifMatch: string | undefined },
    call: Call,
  ): Promise<WrittenEvent> {
    if (ifMatch !== undefined) await this.#assertVersion(mailbox, change, ifMatch, call);
    await this.#set(mailbox, change, call);
    return { event: await this.#read(mailbox, change.eventId, call), problems: [] };
  }

  /** Extended data of an event that was just changed: when they cannot be written, the change still stands. */
  async extendedDataToo(
    mailbox: OpenMailbox,
    change: ExtendedDataChange,
    { event, problems }: WrittenEvent,
    call: Call,
  ): Promise<WrittenEvent> {
    try {
      await this.#set(mailbox, change, call);
    } catch (error) {
      const failure = fromUpstream(error);
      if (!(failure instanceof AppError)) throw failure;
      const message = `The event was changed, but its extended data were not. Send them again. ${failure.message}`;
      const facts = { ...failure.facts, path: ["extendedData"] };
      return { event, problems: [...problems, new AppError(failure.code, message, facts, { cause: error })] };
    }
    return this.readAgain(mailbox, { event, problems }, call);
  }

  /** The event as it is now, extended data included. */
  async readAgain(mailbox: OpenMailbox, { event, problems }: WrittenEvent, call: Call): Promise<WrittenEvent> {
    return { event: await this.#read(mailbox, event.graphId, call), problems };
  }

  async #set(mailbox: OpenMailbox, change: ExtendedDataChange, call: Call): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await setEventExtension(this.deps.graph, mailbox.connection, { ...change, name: EXTENSION_NAME }, call);
      } catch (error) {
        if (attempt === RACE_ATTEMPTS || !isGraphError(error) || !RACES.has(error.status)) throw error;
        await this.deps.sleep(RACE_WAIT_MS * attempt, call.signal);
      }
    }
  }

  async #assertVersion(mailbox: OpenMailbox, place: EventPlace, expected: string, call: Call): Promise<void> {
    const { mailbox: user, eventId } = place;
    const asked = { mailbox: user, eventId, select: ["changeKey"] };
    const event: GraphEvent & { "@odata.etag"?: string } = await getEvent(
      this.deps.graph,
      mailbox.connection,
      asked,
      call,
    );
    if (event["@odata.etag"] === expected) return;
    throw new AppError("CONFLICT", "The event was changed since it was read. Read it again, then repeat.", {
      path: ["expectedVersion"],
    });
  }

  async #read(mailbox: OpenMailbox, eventId: string, call: Call): Promise<CalendarEvent> {
    const parts = { select: selectForFields(ALL_EVENT_FIELDS), expand: expandForFields(ALL_EVENT_FIELDS) };
    const place = { mailbox: mailbox.graphUser, eventId, ...parts };
    const event = await getEvent(this.deps.graph, mailbox.connection, place, call);
    return toCalendarEvent(mailbox.id, event, mailbox.fallbackZone);
  }
}
