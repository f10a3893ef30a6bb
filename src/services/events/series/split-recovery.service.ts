import type { Viewer } from "../../../auth/viewer.js";
import type { SeriesSplit } from "../../../entities/series-split.entity.js";
import type { GraphClient } from "../../../graph/index.js";
import { type Call, newMeter } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import { newRequestId } from "../../../lib/ids.js";
import type { Logger } from "../../../lib/logger.js";
import type { Database } from "../../../store/database.js";
import type { MailboxAccess } from "../../mailboxes/mailbox-access.js";
import type { ViewForgetter } from "../views/view.model.js";
import { portTo, type SeriesSplitter } from "./series-splitter.js";

/** Longer than any request may take, so that nobody is still at work on it. */
const ABANDONED_MS = 5 * 60_000;
/** How long the same call gets the same answer. */
const KEPT_MS = 24 * 3_600_000;
/** How long an id that was given up is followed, and one that was not seen is known: a year and what a client may forget about it. */
const FOLLOWED_MS = 400 * 24 * 3_600_000;
const ROUND = 50;

/** The gateway itself, which finishes what a viewer was allowed to begin. */
const GATEWAY: Viewer = { apiKeyId: "", apiKeyName: "series split", role: "OWNER", organizationId: null };

export interface SplitRecoveryDeps {
  readonly db: Database;
  readonly graph: GraphClient;
  readonly mailboxAccess: MailboxAccess;
  readonly splitter: SeriesSplitter;
  readonly views: ViewForgetter;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Finishes or undoes splits of series that a process left half-way, and forgets what was done long ago. */
export class SplitRecoveryService {
  constructor(private readonly deps: SplitRecoveryDeps) {}

  /** One round. A split that fails is tried again in a later one. */
  async recover(): Promise<void> {
    const { db, clock } = this.deps;
    const rows = await db.seriesSplits.abandoned(new Date(clock.now() - ABANDONED_MS), ROUND);
    for (const row of rows) await this.#recoverOne(row);
    await db.seriesSplits.sweep(new Date(clock.now() - KEPT_MS));
    await db.eventAliases.sweep(new Date(clock.now() - FOLLOWED_MS));
    await db.eventIdentities.sweep(new Date(clock.now() - FOLLOWED_MS));
  }

  async #recoverOne(row: SeriesSplit): Promise<void> {
    const { db, graph, mailboxAccess, splitter, views, log } = this.deps;
    // Notes that somebody is at it, so that another process leaves it alone for now.
    const taken = await db.seriesSplits.update(row, {});
    if (taken === null) return;
    try {
      const mailbox = await mailboxAccess.open(GATEWAY, "event:write", row.mailboxId);
      const { state } = await splitter.finish(portTo(graph, mailbox, backgroundCall()), taken);
      await views.forget(mailbox.connection.id);
      log.info({ split: row.id, from: row.state, state }, "a split of a series that was left half-way is finished");
    } catch (error) {
      log.warn({ split: row.id, state: row.state, err: error }, "a split of a series could not be finished yet");
    }
  }
}

function backgroundCall(): Call {
  return {
    signal: AbortSignal.timeout(60_000),
    requestId: newRequestId(),
    traceparent: `00-${newRequestId().replaceAll("-", "")}-${newRequestId().replaceAll("-", "").slice(16)}-00`,
    meter: newMeter(),
    client: "series split",
    priority: "background",
  };
}
