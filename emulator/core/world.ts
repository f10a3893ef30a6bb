import type { Agenda } from "./agenda.js";
import type { EmulatorClock } from "./clock.js";
import type { DeliveryLog } from "./delivery-log.js";
import type { Faults } from "./faults.js";
import type { Latency } from "./latency.js";
import type { LifecycleSignals } from "./lifecycle-signals.js";
import type { Outbox } from "./outbox.js";
import type { RequestLog } from "./request-log.js";
import type { SeededRandom } from "./seeded-random.js";
import type { Store } from "./store.js";
import type { Switches } from "./switches.js";

/** What every emulated service works with. */
export interface World {
  readonly clock: EmulatorClock;
  readonly store: Store;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly switches: Switches;
  readonly latency: Latency;
  readonly random: SeededRandom;
  /** What is to happen at a later emulated time. */
  readonly agenda: Agenda;
  /** The notices that Exchange would have mailed. */
  readonly outbox: Outbox;
  /** What was sent to webhooks. */
  readonly deliveries: DeliveryLog;
  /** Sends lifecycle notifications of subscriptions. */
  readonly lifecycle: LifecycleSignals;
  /** Root of this server, without a trailing slash; absolute links begin with it. */
  origin(): string;
}
