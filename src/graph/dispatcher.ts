import { type Clock, systemClock } from "../lib/clock.js";
import { sleep as realSleep, type Sleep } from "../lib/sleep.js";
import type { Budgets } from "./budgets.js";
import { type Arrival, depart, type Waiting } from "./departure.js";
import { fitsNoEnvelope, packEnvelopes } from "./envelope.js";
import type { Answer, Exchange, Job } from "./exchange.js";
import { localGraphError } from "./graph-error.js";
import type { Gate } from "./mailbox-gate.js";
import { type Hold, MailboxLane } from "./mailbox-lane.js";
import { MailboxLanes, mailboxKeyOf } from "./mailbox-lanes.js";
import { type ReportOptions, reportArrival } from "./mailbox-report.js";
import type { Send } from "./pipeline.js";
import type { HttpResponse } from "./transport.js";
import { WakeUp } from "./wake-up.js";

/** Decides what leaves when, and in which envelope. */
export interface Dispatcher {
  /** Answers with any status; rejects when there was no answer, or with the signal's reason. */
  send(job: Job): Promise<Answer>;
}

export interface DispatcherOptions {
  readonly batchWidth: number;
  readonly gate: Gate;
  readonly exchange: Send<Exchange, HttpResponse>;
  /** Default: none. */
  readonly budgets?: Budgets;
  readonly clock?: Clock;
  readonly sleep?: Sleep;
  /** Numbers in [0, 1) for jitter; default `Math.random`. */
  readonly random?: () => number;
}

interface Turn {
  readonly now: number;
  /** What may share an envelope, by what it must have in common. */
  readonly shared: Map<string, Waiting[]>;
  /** Applications whose budget somebody waits for, and for how many milliseconds: nobody behind takes of it. */
  readonly saving: Map<string, number>;
}

/**
 * Collects what arrives in one turn of the event loop and sends it at the turn's end, never later: a window would be
 * added to every dependent step of a query. What finds its mailbox's places or budgets taken, or its mailbox pausing
 * after a refusal, waits, clients in turn; mailboxes do not wait for each other.
 *
 * A request leaves alone when others wait for its place or its answer, because an envelope ends only when its slowest
 * part does; and when its mailbox was refused or failed last, because an envelope would wait for it. All others of a
 * turn share as few envelopes as can be.
 */
export class TurnDispatcher implements Dispatcher {
  readonly #lanes = new MailboxLanes();
  /** Lanes in which something has changed since the last turn. */
  readonly #ready = new Set<MailboxLane>();
  /** Lanes that only time sets free. They come first in every turn, or new arrivals would take what they wait for. */
  readonly #held = new Set<MailboxLane>();
  readonly #clock: Clock;
  readonly #report: ReportOptions;
  readonly #wakeUp: WakeUp;
  #isScheduled = false;

  constructor(private readonly options: DispatcherOptions) {
    const { clock = systemClock, sleep = realSleep, random = Math.random } = options;
    this.#clock = clock;
    this.#report = { gate: options.gate, clock, random };
    this.#wakeUp = new WakeUp({ clock, sleep, onWake: () => this.#schedule() });
  }

  async send(job: Job): Promise<Answer> {
    const { signal } = job.call;
    signal.throwIfAborted();
    const lane = this.#lanes.of(job);
    return new Promise<Answer>((resolve, reject) => {
      const waiting: Waiting = {
        job,
        arrivedAt: this.#clock.now(),
        resolve(answer) {
          signal.removeEventListener("abort", onAbort);
          resolve(answer);
        },
        reject(reason) {
          signal.removeEventListener("abort", onAbort);
          reject(reason);
        },
      };
      const onAbort = () => {
        if (lane.delete(waiting)) this.#look(lane);
        reject(signal.reason);
      };
      signal.addEventListener("abort", onAbort, { once: true });
      lane.push(waiting);
      this.#look(lane);
    });
  }

  #look(lane: MailboxLane): void {
    this.#ready.add(lane);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#turn();
    });
  }

  #turn(): void {
    const now = this.#clock.now();
    const lanes = new Set([...this.#held, ...this.#ready]);
    this.#ready.clear();
    this.#held.clear();
    const turn: Turn = { now, shared: new Map(), saving: new Map() };
    const served: MailboxLane[] = [];
    let wakeAt = Number.POSITIVE_INFINITY;
    for (const lane of lanes) {
      const inFlightBefore = lane.inFlight;
      const hold = this.#admit(lane, turn);
      if (hold) wakeAt = Math.min(wakeAt, now + hold.waitMs);
      else lane.release(now);
      if (hold && lane.inFlight > inFlightBefore) served.push(lane);
      this.#lanes.forgetIfIdle(lane, now);
    }
    // A budget that all share goes round: who got something of it comes last the next time.
    for (const lane of served) if (this.#held.delete(lane)) this.#held.add(lane);
    for (const sharing of turn.shared.values()) {
      const envelopes = packEnvelopes(sharing, this.options.batchWidth, ({ job }) => mailboxKeyOf(job));
      for (const envelope of envelopes) this.#depart(envelope);
    }
    this.#wakeUp.set(wakeAt);
  }

  /** Lets out of a lane what may leave now, alone at once or with others of the turn. Gives what holds the rest. */
  #admit(lane: MailboxLane, turn: Turn): Hold | undefined {
    const { now, shared } = turn;
    const admitted: Waiting[] = [];
    let isFull = false;
    let hold: Hold | undefined;
    while (lane.size > 0 && !lane.pause.isProbeOut) {
      hold = pauseOf(lane, now);
      if (hold) break;
      isFull = !this.#enter(lane);
      if (isFull) break;
      hold = this.#spend(lane, turn);
      const waiting = hold ? undefined : lane.shift(now);
      if (!waiting) {
        this.#leave(lane);
        break;
      }
      if (lane.pause.isClosed) lane.pause.probeWith(waiting);
      admitted.push(waiting);
    }
    lane.inFlight += admitted.length;
    if (admitted.length > 0) lane.usedAt = now;
    const isEachAlone = isFull || lane.pause.isClosed || lane.isSuspect;
    for (const waiting of admitted) {
      const { job } = waiting;
      const isAlone = isEachAlone || job.alone || job.request.isAwaited || fitsNoEnvelope(job.request);
      if (isAlone) this.#depart([waiting]);
      else push(shared, this.#lanes.envelopeKeyOf(job), waiting);
    }
    return hold && this.#hold(lane, hold, now);
  }

  /** Gives undefined when nobody is left to wait. */
  #hold(lane: MailboxLane, hold: Hold, now: number): Hold | undefined {
    for (const { reject } of lane.hold(hold, now)) reject(refusalFor(hold));
    if (lane.size === 0) return undefined;
    this.#held.add(lane);
    return hold;
  }

  #enter({ gateKey }: MailboxLane): boolean {
    return gateKey === undefined || this.options.gate.tryEnter(gateKey);
  }

  #leave({ gateKey }: MailboxLane): void {
    if (gateKey !== undefined) this.options.gate.leave(gateKey);
  }

  #spend({ spend, nextCost }: MailboxLane, { saving }: Turn): Hold | undefined {
    const { budgets } = this.options;
    const savedForMs = saving.get(spend.app);
    const waitMs = savedForMs ?? budgets?.take(spend, nextCost) ?? 0;
    if (waitMs === 0 || !budgets) return undefined;
    // Or the cheap requests of others would always be in time to take what a dear one saves for.
    if (savedForMs === undefined && budgets.appWaitMs(spend.app, nextCost) === waitMs) saving.set(spend.app, waitMs);
    return { code: "BudgetSpent", waitMs, jitterMs: 0 };
  }

  #depart(group: readonly Waiting[]): void {
    // Places are held until the exchange ends: Graph works on a part whose caller has gone all the same.
    let hasLeft = false;
    const onAnswered = () => {
      const [lane] = this.#lanesOf(group);
      // Who waits for the place need not wait until the answer is parsed as well.
      if (hasLeft || !lane || lane.size === 0) return;
      hasLeft = true;
      this.#free(lane);
      this.#look(lane);
    };
    const departing = { send: this.options.exchange, onAnswered };
    void depart(group, departing).then((arrival) => this.#arrived(group, arrival, hasLeft));
  }

  #free(lane: MailboxLane): void {
    lane.inFlight--;
    this.#leave(lane);
  }

  #lanesOf(group: readonly Waiting[]): readonly MailboxLane[] {
    return group.map(({ job }) => this.#lanes.of(job));
  }

  #arrived(group: readonly Waiting[], { isSent, outcomes }: Arrival, hasLeft: boolean): void {
    const lanes = this.#lanesOf(group);
    lanes.forEach((lane, index) => {
      if (!hasLeft) this.#free(lane);
      if (!isSent) this.options.budgets?.giveBack(lane.spend, group[index]?.job.request.cost);
    });
    reportArrival(lanes, group, outcomes, this.#report);
    for (const lane of lanes) this.#look(lane);
  }
}

function pauseOf({ pause }: MailboxLane, now: number): Hold | undefined {
  const waitMs = pause.waitMs(now);
  return waitMs > 0 ? { code: "MailboxThrottled", waitMs, jitterMs: pause.jitterMs } : undefined;
}

function refusalFor({ code, waitMs }: Hold): Error {
  const message =
    code === "BudgetSpent"
      ? "The requests that Graph allows in this time are spent, and more are not free soon enough."
      : "Graph has told this mailbox to wait for longer than the request may.";
  return localGraphError(code, message, { status: 429, retryAfterMs: waitMs });
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
