import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import { groupBy } from "../../../lib/group-by.js";
import { partsOf } from "../event-window.js";
import { joinedView } from "./joined-view.js";
import type { CalendarView, ViewPlace } from "./view.model.js";
import type { ViewCache } from "./view-cache.js";
import { planReads, unionOf, type ViewQuestion } from "./view-plan.js";
import type { ViewReads } from "./view-reads.js";

/** Older answers are of no use to anybody who asks for a calendar. */
export const LONGEST_MAX_AGE_SECONDS = 86_400;

/** A question with how old its answer may be; null for the server's default. */
export interface FreshQuestion extends ViewQuestion {
  readonly maxAgeSeconds: number | null;
}

export interface EventViewsDeps {
  readonly reads: ViewReads;
  /** Null: nothing is kept, whatever is asked for. */
  readonly cache: ViewCache | null;
  readonly defaultMaxAgeSeconds: number;
}

type Answers<Q> = ReadonlyMap<Q, Promise<CalendarView>>;

/** Answers questions about calendars' windows with as few reads as will do. */
export class EventViews {
  constructor(private readonly deps: EventViewsDeps) {}

  /** An answer for each question about a calendar: what a read of that very window gives, or gave as long ago as it allows. */
  answer<Q extends FreshQuestion>(place: ViewPlace, questions: readonly Q[], call: Call): Answers<Q> {
    const parts = new Map(questions.map((question) => [question, partsOf(question)]));
    if ([...parts.values()].every(({ length }) => length === 1)) return this.#answerParts(place, questions, call);
    const asked = new Map(
      [...parts].map(([question, windows]) => [
        question,
        windows.length === 1 ? [question] : windows.map((window) => ({ ...question, ...window })),
      ]),
    );
    const answers = this.#answerParts(place, [...asked.values()].flat(), call);
    const answerOf = async (question: Q) => {
      const views = await Promise.all((asked.get(question) ?? []).map((part) => answers.get(part)));
      return joinedView(views.filter((view) => view !== undefined));
    };
    return new Map(questions.map((question) => [question, answerOf(question)]));
  }

  /** Questions whose windows Graph answers at once. */
  #answerParts<Q extends FreshQuestion>(place: ViewPlace, questions: readonly Q[], call: Call): Answers<Q> {
    const { cache } = this.deps;
    const isCached = (question: Q) => cache !== null && this.#maxAgeOf(question) > 0;
    const read = this.#read(
      place,
      questions.filter((question) => !isCached(question)),
      call,
    );
    if (cache === null || read.size === questions.length) return read;
    return new Map([...read, ...this.#fromCache(cache, place, questions.filter(isCached), call)]);
  }

  /** A connection, or with none anything, was written to or changed: the next answer is a new one. */
  async forget(connectionId?: string): Promise<void> {
    this.deps.reads.forget(connectionId);
    await this.deps.cache?.forget(connectionId);
  }

  #read<Q extends FreshQuestion>(place: ViewPlace, questions: readonly Q[], call: Call): Answers<Q> {
    const { reads } = this.deps;
    const answers = new Map<Q, Promise<CalendarView>>();
    for (const planned of planReads(questions)) {
      const wide = reads.read(place, planned, call);
      for (const question of planned.questions) {
        const own = reads.narrow(wide, planned, question);
        answers.set(
          question,
          own.then((view) => view ?? reads.read(place, question, call)),
        );
      }
    }
    return answers;
  }

  /** Kept by window; of several ages that are allowed for one, the youngest holds. */
  #fromCache<Q extends FreshQuestion>(
    cache: ViewCache,
    place: ViewPlace,
    questions: readonly Q[],
    call: Call,
  ): Answers<Q> {
    const answers = new Map<Q, Promise<CalendarView>>();
    for (const group of groupBy(questions, ({ start, end }) => `${start.getTime()} ${end.getTime()}`)) {
      const [{ start, end }] = group;
      const fields = group.map((question) => question.fields).reduce(unionOf);
      const maxAgeMs = 1_000 * Math.min(...group.map((question) => this.#maxAgeOf(question)));
      const answer = cache.read(place, { start, end, fields }, maxAgeMs, call);
      for (const question of group) answers.set(question, answer);
    }
    return answers;
  }

  #maxAgeOf({ maxAgeSeconds }: FreshQuestion): number {
    return maxAgeSeconds ?? this.deps.defaultMaxAgeSeconds;
  }
}

/** @throws AppError INVALID_INPUT or LIMIT_EXCEEDED. */
export function assertMaxAge(maxAgeSeconds: number | null): void {
  if (maxAgeSeconds === null) return;
  if (maxAgeSeconds < 0) {
    throw new AppError("INVALID_INPUT", "`maxAge` must be 0 or more seconds.", { path: ["maxAge"] });
  }
  if (maxAgeSeconds <= LONGEST_MAX_AGE_SECONDS) return;
  throw new AppError(
    "LIMIT_EXCEEDED",
    `\`maxAge\` is ${maxAgeSeconds}; answers are kept for at most ${LONGEST_MAX_AGE_SECONDS} seconds.`,
    { path: ["maxAge"], limit: { name: "maxAgeSeconds", max: LONGEST_MAX_AGE_SECONDS, actual: maxAgeSeconds } },
  );
}
