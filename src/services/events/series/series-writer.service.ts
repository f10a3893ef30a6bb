import type { Viewer } from "../../../auth/viewer.js";
import { type GraphClient, type GraphEvent, updateEvent } from "../../../graph/index.js";
import type { Call } from "../../../lib/call.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { EventDraft } from "../event-draft.js";
import { startOfChanges } from "./draft-start.js";
import { assertSoundDraft, toRecurrenceRule } from "./recurrence-draft.js";
import { toGraphRecurrence } from "./recurrence-mapper.js";
import { type EventPort, readSeriesEvent, type VersionedEvent } from "./series-event.js";
import { portTo, type SeriesSplitter } from "./series-splitter.js";
import {
  type Change,
  deleteScoped,
  membersFor,
  needsReading,
  type ScopedTarget,
  writeScoped,
} from "./series-writer.js";
import type { SeriesSplitResult } from "./split.model.js";

export interface ScopedOutcome {
  readonly event: VersionedEvent;
  /** Null where no series was cut in two. */
  readonly split: SeriesSplitResult | null;
}

/**
 * A new event with its recurrence.
 *
 * @throws AppError INVALID_INPUT naming the field, before anything is sent.
 */
export function withRecurrence(event: GraphEvent, { recurrence }: EventDraft): GraphEvent {
  if (!recurrence) return event;
  const rule = toRecurrenceRule(recurrence, (timeZone) => startOfChanges(event, timeZone));
  return { ...event, recurrence: toGraphRecurrence(rule) };
}

/** @throws AppError INVALID_INPUT for a recurrence that no start could mend. */
export function assertSoundRecurrence({ recurrence }: EventDraft): void {
  if (recurrence) assertSoundDraft(recurrence);
}

/** Writes events with regard to the series that they are of. The mailbox is open, the input checked. */
export class SeriesWriterService {
  constructor(private readonly deps: { readonly graph: GraphClient; readonly splitter: SeriesSplitter }) {}

  /** One request where nothing has to be known of the event, or it was `seen` just now; else two and more. */
  async update(
    viewer: Viewer,
    mailbox: OpenMailbox,
    target: ScopedTarget,
    change: Change,
    call: Call,
    seen?: VersionedEvent,
  ): Promise<ScopedOutcome> {
    const port = portTo(this.deps.graph, mailbox, call);
    if (!needsReading(target, change)) {
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId, ifMatch: target.ifMatch };
      const written = await updateEvent(port.graph, port.connection, { ...place, changes: change.changes }, call);
      return { event: written, split: null };
    }
    if (target.scope === "THIS_AND_FOLLOWING") {
      const outcome = await this.deps.splitter.split(viewer, mailbox, target, change, call);
      if (outcome !== undefined) return outcome;
    }
    // From its first occurrence on, a series is all of itself.
    const whole = target.scope === "THIS_AND_FOLLOWING" ? ({ ...target, scope: "ALL" } as const) : target;
    const event = seen ?? (await readSeriesEvent(port, target.graphId, membersFor(change), target.scope));
    return { event: await writeScoped(port, whole, event, change), split: null };
  }

  async delete(mailbox: OpenMailbox, target: ScopedTarget, call: Call, seen?: VersionedEvent): Promise<void> {
    const port = portTo(this.deps.graph, mailbox, call);
    if (target.scope === null) return deleteScoped(port, target, {});
    const event = seen ?? (await readSeriesEvent(port, target.graphId, [], target.scope));
    if (target.scope !== "THIS_AND_FOLLOWING") return deleteScoped(port, target, event);
    return this.#endBefore(port, target, event);
  }

  async #endBefore(port: EventPort, target: ScopedTarget, slot: VersionedEvent): Promise<void> {
    const { master, cut } = await this.deps.splitter.readCut(port, target, slot);
    if (cut.before === 0) return deleteScoped(port, { ...target, scope: "ALL" }, slot);
    const place = { mailbox: port.user, eventId: master.id ?? "", ifMatch: master["@odata.etag"] };
    const changes = { recurrence: cut.truncated };
    await updateEvent(port.graph, port.connection, { ...place, changes }, port.call);
  }
}
