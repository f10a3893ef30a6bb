import type { Clock } from "../../lib/clock.js";
import { type BoundZone, FALLBACK_ZONE } from "../events/event-zone.js";
import { BoundedMap } from "./bounded-map.js";

/** People travel and move; a zone of yesterday is as good as none. */
const KNOWN_FOR_MS = 86_400_000;
const MOST_MAILBOXES = 10_000;

/**
 * The zones that mailboxes are set to, as far as their settings were read or written for another reason: nothing is asked
 * for this alone. Kept in memory, for a day.
 */
export class MailboxZones {
  readonly #known = new BoundedMap<{ readonly zone: BoundZone; readonly until: number }>(MOST_MAILBOXES);

  constructor(private readonly clock: Clock) {}

  /** `timeZone`: IANA name; null for settings that name none which is understood. */
  learn(mailboxId: string, timeZone: string | null): void {
    if (timeZone === null) {
      this.#known.delete(mailboxId);
      return;
    }
    const zone: BoundZone = { timeZone, timeZoneSource: "MAILBOX" };
    this.#known.set(mailboxId, { zone, until: this.clock.now() + KNOWN_FOR_MS });
  }

  /** The mailbox's own zone where it is known, else UTC; `timeZoneSource` says which. */
  of(mailboxId: string): BoundZone {
    const known = this.#known.get(mailboxId);
    return known !== undefined && this.clock.now() < known.until ? known.zone : FALLBACK_ZONE;
  }
}
