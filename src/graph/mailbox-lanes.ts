import type { Job } from "./exchange.js";
import { MailboxLane } from "./mailbox-lane.js";

/** How long a mailbox that fared badly is remembered when nobody asks it. */
const MEMORY_MS = 600_000;
const SWEEP_MS = 60_000;

/** The mailboxes that are busy or have fared badly lately. */
export class MailboxLanes {
  readonly #lanes = new Map<string, MailboxLane>();
  #sweptAt = 0;

  of(job: Job): MailboxLane {
    const key = laneKeyOf(job);
    const known = this.#lanes.get(key);
    if (known) return known;
    const gateKey = job.request.mailbox === null ? undefined : key;
    const lane = new MailboxLane(key, gateKey, { app: job.connection.graphUrl, mailbox: gateKey });
    this.#lanes.set(key, lane);
    return lane;
  }

  /** Requests may share an envelope when one token serves them all. */
  envelopeKeyOf({ connection }: Job): string {
    return [connection.id, connection.graphUrl, connection.identity ?? ""].join("\n");
  }

  forgetIfIdle(lane: MailboxLane, now: number): void {
    if (isIdle(lane) && !lane.isSuspect && !lane.pause.isClosed) this.#lanes.delete(lane.key);
    if (now - this.#sweptAt < SWEEP_MS) return;
    this.#sweptAt = now;
    for (const [key, other] of this.#lanes) {
      if (isIdle(other) && now - other.usedAt > MEMORY_MS && other.pause.waitMs(now) === 0) this.#lanes.delete(key);
    }
  }
}

function isIdle(lane: MailboxLane): boolean {
  return lane.size === 0 && lane.inFlight === 0;
}

/** Ids and addresses are compared without case, as Graph does. */
export function mailboxKeyOf({ request }: Job): string {
  return request.mailbox?.toLowerCase() ?? "";
}

function laneKeyOf(job: Job): string {
  return `${job.connection.id}\n${mailboxKeyOf(job)}`;
}
