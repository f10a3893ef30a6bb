import type { Call } from "../../../lib/call.js";
import type { CalendarView, ViewPlace } from "./view.model.js";
import { planReads, type ViewQuestion } from "./view-plan.js";
import type { ViewReads } from "./view-reads.js";

/** Answers questions about calendars' windows with as few reads as will do. */
export class EventViews {
  constructor(private readonly deps: { readonly reads: ViewReads }) {}

  /** An answer for each question about a calendar: what a read of that very window gives. */
  answer<Q extends ViewQuestion>(
    place: ViewPlace,
    questions: readonly Q[],
    call: Call,
  ): ReadonlyMap<Q, Promise<CalendarView>> {
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
}
