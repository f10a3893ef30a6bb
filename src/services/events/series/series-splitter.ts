import { createHash } from "node:crypto";
import type { Viewer } from "../../../auth/viewer.js";
import type { SeriesSplit } from "../../../entities/series-split.entity.js";
import {
  type GraphClient,
  type GraphEvent,
  type GraphSeries,
  getEvent,
  getSeries,
  isGraphError,
} from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import { newRowId } from "../../../lib/ids.js";
import type { Database } from "../../../store/database.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import { notFound } from "../../outcomes.js";
import { shownOrNotFound } from "../../visibility/event-visibility.js";
import { toCalendarEvent } from "../event-mapper.js";
import { calendarOfEvent } from "./calendar-of-event.js";
import { type EventPort, isOccurrence, readSeriesEvent, SERIES_MEMBERS, type VersionedEvent } from "./series-event.js";
import { assertVersion, type Change, type ScopedTarget } from "./series-writer.js";
import type { SeriesSplitResult, StoredPlan } from "./split.model.js";
import { noteSlots } from "./split-ids.js";
import { COPIED_MEMBERS, type Cut, cutBefore, laterPart } from "./split-plan.js";
import { carryCancellations, createHalf, findHalf, removeEvent, truncate } from "./split-steps.js";

export interface SplitOutcome {
  /** The new series. */
  readonly event: VersionedEvent;
  readonly split: SeriesSplitResult;
}

/** What a call asked for, found to need a split. */
interface Begun {
  readonly row: SeriesSplit;
  readonly half: GraphEvent;
}

/**
 * Cuts a series in two: the later half is made first, then the former is ended. Between the two, occurrences are there twice
 * and never lost; a failure removes the new half. Each step is noted before it is made, so that a repetition of the call, or
 * the job, can finish what a process that died has begun.
 */
export class SeriesSplitter {
  constructor(private readonly deps: { readonly graph: GraphClient; readonly db: Database }) {}

  /** `undefined`: the occurrence is the first one, so the whole series is meant. */
  async split(
    viewer: Viewer,
    mailbox: OpenMailbox,
    target: ScopedTarget,
    change: Change,
    call: Call,
  ): Promise<SplitOutcome | undefined> {
    const port = portTo(this.deps.graph, mailbox, call);
    const fingerprint = fingerprintOf(target, change);
    const earlier = await this.deps.db.seriesSplits.byFingerprint(mailbox.id, fingerprint);
    if (earlier !== null && earlier.state !== "UNDONE" && earlier.state !== "PLANNED") {
      return this.#outcome(port, mailbox, await this.finish(port, earlier));
    }
    const begun = await this.#begin(viewer, mailbox, port, target, change, fingerprint, earlier);
    if (begun === undefined) return undefined;
    return this.#outcome(port, mailbox, await this.finish(port, begun.row, begun.half));
  }

  /** Goes on from wherever a split stands. Without `half`, a new half that is not there yet is given up. */
  async finish(port: EventPort, from: SeriesSplit, half?: GraphEvent): Promise<SeriesSplit> {
    let row = from;
    for (;;) {
      switch (row.state) {
        case "PLANNED":
          row = await this.#create(port, row, half);
          break;
        case "CREATED":
          row = await this.#truncate(port, row);
          break;
        case "TRUNCATED":
          await port.formerIds.settle(row.id);
          await carryCancellations(port, row);
          row = await this.#move(row, { state: "DONE" });
          break;
        case "UNDOING":
          if (row.newGraphId !== null) await removeEvent(port, row.newGraphId);
          await port.formerIds.takeBack(row.id);
          row = await this.#move(row, { state: "UNDONE" });
          break;
        case "DONE":
        case "UNDONE":
          return row;
      }
    }
  }

  async #begin(
    viewer: Viewer,
    mailbox: OpenMailbox,
    port: EventPort,
    target: ScopedTarget,
    change: Change,
    fingerprint: string,
    earlier: SeriesSplit | null,
  ): Promise<Begun | undefined> {
    const { db } = this.deps;
    const slot = await readSeriesEvent(port, target.graphId, [], "THIS_AND_FOLLOWING");
    const { master, cut } = await this.readCut(port, target, slot);
    if (cut.before === 0) return undefined;
    const { event, ...later } = laterPart(master, cut, change);
    if (earlier?.state === "PLANNED") return { row: earlier, half: event };
    await this.#assertAlone(mailbox.id, master.id ?? "", fingerprint);
    const plan: StoredPlan = {
      masterId: master.id ?? "",
      masterVersion: master["@odata.etag"] ?? null,
      calendarId: await calendarOfEvent(port, master),
      truncated: cut.truncated,
      ...later,
    };
    const row = (await db.mailboxes.byIds([mailbox.id], viewer.organizationId)).get(mailbox.id);
    if (row === undefined) throw notFound("mailbox");
    if (earlier !== null) await db.seriesSplits.delete(earlier.id);
    const { organizationId } = row;
    const values = { id: newRowId(), organizationId, mailboxId: mailbox.id, fingerprint, plan };
    return { row: await db.seriesSplits.insert(values), half: event };
  }

  /** The master of an occurrence and where it would be cut; both bound to the version that the caller has seen. */
  async readCut(
    port: EventPort,
    target: ScopedTarget,
    slot: VersionedEvent,
  ): Promise<{ master: GraphSeries; cut: Cut }> {
    if (!isOccurrence(slot)) {
      throw new AppError("INVALID_INPUT", "THIS_AND_FOLLOWING needs the id of an occurrence of a series.", {
        path: ["scope"],
      });
    }
    const place = { mailbox: port.user, eventId: slot.seriesMasterId ?? "" };
    const select = [...SERIES_MEMBERS, ...COPIED_MEMBERS];
    const input = { ...place, select, exceptions: ["originalStart"] };
    const master = await getSeries(port.graph, port.connection, input, port.call);
    assertVersion(target.ifMatch, slot, master);
    if (master.isOrganizer === false) {
      throw new AppError(
        "INVALID_INPUT",
        "Only its organizer can split a series. As an attendee, change the occurrences one by one.",
        {
          path: ["scope"],
        },
      );
    }
    return { master, cut: cutBefore(master, slot) };
  }

  async #create(port: EventPort, row: SeriesSplit, half: GraphEvent | undefined): Promise<SeriesSplit> {
    if (half === undefined) {
      const found = await findHalf(port, row);
      return this.#move(row, found === undefined ? { state: "UNDONE" } : { state: "CREATED", newGraphId: found });
    }
    try {
      return await this.#move(row, { state: "CREATED", newGraphId: await createHalf(port, row, half) });
    } catch (error) {
      if (isRefusal(error)) await this.#move(row, { state: "UNDONE" });
      throw error;
    }
  }

  async #truncate(port: EventPort, row: SeriesSplit): Promise<SeriesSplit> {
    try {
      await noteSlots(port, row);
      if (await truncate(port, row)) return await this.#move(row, { state: "TRUNCATED" });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await this.finish(port, await this.#move(row, { state: "UNDOING" }));
      throw error;
    }
    return this.#move(row, { state: "UNDOING" });
  }

  /** Another process may have moved the row meanwhile: then its state counts. */
  async #move(row: SeriesSplit, patch: Parameters<Database["seriesSplits"]["update"]>[1]): Promise<SeriesSplit> {
    const { seriesSplits } = this.deps.db;
    const moved =
      (await seriesSplits.update(row, patch)) ?? (await seriesSplits.byFingerprint(row.mailboxId, row.fingerprint));
    if (moved === null)
      throw new AppError("CONFLICT", "This change was taken back meanwhile. Repeat it.", { retryable: true });
    return moved;
  }

  async #assertAlone(mailboxId: string, masterId: string, fingerprint: string): Promise<void> {
    const open = await this.deps.db.seriesSplits.openOf(mailboxId);
    const others = open.filter(
      ({ plan, ...row }) => (plan as StoredPlan).masterId === masterId && row.fingerprint !== fingerprint,
    );
    if (others.length === 0) return;
    throw new AppError(
      "CONFLICT",
      "Another change of this occurrence and the following ones is under way. Read the series again in a moment.",
      {
        retryable: true,
      },
    );
  }

  async #outcome(port: EventPort, mailbox: OpenMailbox, row: SeriesSplit): Promise<SplitOutcome> {
    const { masterId, cancelled, dropped, lacksAttachments } = row.plan as StoredPlan;
    if (row.state !== "DONE") {
      throw new AppError(
        "CONFLICT",
        "The series was changed at Microsoft meanwhile, so nothing was changed here. Read it again, then repeat.",
        {
          retryable: true,
        },
      );
    }
    const select = [
      ...SERIES_MEMBERS,
      ...COPIED_MEMBERS,
      "bodyPreview",
      "location",
      "organizer",
      "isCancelled",
      "responseStatus",
      "webLink",
      "sensitivity",
    ];
    const read = (eventId: string) =>
      getEvent(port.graph, port.connection, { mailbox: port.user, eventId, select }, port.call);
    const [event, ended] = await Promise.all([read(row.newGraphId ?? ""), read(masterId)]);
    return {
      event,
      split: {
        endedSeries: shownOrNotFound(mailbox, toCalendarEvent(mailbox.id, ended, mailbox.fallbackZone)),
        carriedCancellations: cancelled,
        droppedExceptions: dropped,
        lacksAttachments,
      },
    };
  }
}

export function portTo(graph: GraphClient, mailbox: OpenMailbox, call: Call): EventPort {
  const { connection, graphUser: user, formerIds } = mailbox;
  return { graph, connection, user, formerIds, call };
}

/** Microsoft said no, and will say so again; after anything else the request may still have been carried out. */
function isRefusal(error: unknown): boolean {
  return (
    isGraphError(error) && error.status >= 400 && error.status < 500 && error.status !== 429 && error.status !== 401
  );
}

function fingerprintOf({ graphId, ifMatch }: ScopedTarget, { changes, draft }: Change): string {
  const asked = JSON.stringify([
    graphId,
    ifMatch ?? null,
    changes,
    draft.recurrence ?? null,
    draft.recurrence === null,
  ]);
  return createHash("sha256").update(asked).digest("hex");
}
