import type { EmulatorClock } from "./clock.js";
import {
  type ActionOf,
  type FaultAction,
  type FaultKind,
  isRequestFault,
  type RequestFault,
} from "./faults/fault-actions.js";
import { type FaultMatch, type FaultSubject, matches } from "./faults/fault-match.js";

export type { FaultAction, FaultKind } from "./faults/fault-actions.js";
export type { FaultMatch, FaultSubject } from "./faults/fault-match.js";

export interface FaultInput {
  readonly match?: FaultMatch;
  /** How many requests it hits before it is spent; default 1, or all of its time where `forSeconds` is given. */
  readonly times?: number | "always";
  /** How many matching requests it lets pass before the first hit; default 0. */
  readonly skip?: number;
  /** Hits one of so many matching requests, as flapping replicas do; default each. */
  readonly every?: number;
  /** Emulated seconds after which it is over. */
  readonly forSeconds?: number;
  readonly action: FaultAction;
}

export interface FaultRule extends FaultInput {
  readonly id: number;
  /** Requests it has hit so far. */
  readonly hits: number;
}

/** A fault that was used, for the log. */
export interface FaultMark {
  readonly id: number;
  readonly kind: FaultKind;
}

/** What a request is told to suffer. */
export interface Taken<A extends FaultAction = FaultAction> {
  readonly mark: FaultMark;
  readonly action: A;
}

interface Rule {
  readonly input: FaultInput;
  readonly id: number;
  readonly endsAt: number;
  left: number;
  seen: number;
  hits: number;
}

/** Armed faults; the first that matches is taken. */
export class Faults {
  readonly #rules: Rule[] = [];
  #count = 0;

  constructor(readonly clock: Pick<EmulatorClock, "now">) {}

  /** Arms a fault and returns its id. Throws `RangeError` when one of its numbers cannot be. */
  add(input: FaultInput): number {
    const { times, skip = 0, every = 1, forSeconds } = input;
    const left = times === "always" ? Number.POSITIVE_INFINITY : (times ?? (forSeconds ? Number.POSITIVE_INFINITY : 1));
    if (!(left > 0)) throw new RangeError("A fault must hit at least one request.");
    if (!(skip >= 0) || !(every >= 1)) throw new RangeError("'skip' is 0 or more and 'every' 1 or more.");
    if (forSeconds !== undefined && !(forSeconds > 0)) throw new RangeError("'forSeconds' must be more than 0.");
    this.#count += 1;
    const endsAt = forSeconds === undefined ? Number.POSITIVE_INFINITY : this.clock.now() + forSeconds * 1000;
    this.#rules.push({ input, id: this.#count, endsAt, left, seen: 0, hits: 0 });
    return this.#count;
  }

  once(match: FaultMatch, action: FaultAction): number {
    return this.add({ match, action, times: 1 });
  }

  always(match: FaultMatch, action: FaultAction): number {
    return this.add({ match, action, times: "always" });
  }

  remove(id: number): boolean {
    const index = this.#rules.findIndex((rule) => rule.id === id);
    if (index >= 0) this.#rules.splice(index, 1);
    return index >= 0;
  }

  list(): readonly FaultRule[] {
    this.#dropOver();
    return this.#rules.map(({ input, id, hits }) => ({ ...input, id, hits }));
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** The fault that strikes this request, counted as used. */
  take(subject: FaultSubject): Taken<RequestFault> | undefined {
    return this.#take(isRequestFault, subject);
  }

  /** A fault of one kind, asked for where that kind has its effect; counted as used. */
  takeKind<K extends FaultKind>(kind: K, subject: FaultSubject): Taken<ActionOf<K>> | undefined {
    return this.#take((action): action is ActionOf<K> => action.kind === kind, subject);
  }

  #take<A extends FaultAction>(
    isWanted: (action: FaultAction) => action is A,
    subject: FaultSubject,
  ): Taken<A> | undefined {
    if (this.#rules.length === 0) return undefined;
    this.#dropOver();
    for (const rule of this.#rules) {
      const { action, match = {}, skip = 0, every = 1 } = rule.input;
      if (!isWanted(action) || !matches(match, subject)) continue;
      rule.seen += 1;
      if (rule.seen <= skip || (rule.seen - skip - 1) % every !== 0) continue;
      rule.left -= 1;
      rule.hits += 1;
      if (rule.left <= 0) this.remove(rule.id);
      return { action, mark: { id: rule.id, kind: action.kind } };
    }
    return undefined;
  }

  #dropOver(): void {
    const now = this.clock.now();
    for (const { id, endsAt } of [...this.#rules]) if (endsAt <= now) this.remove(id);
  }
}
