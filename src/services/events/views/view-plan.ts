import { type EventField, eventFieldsAmong } from "../event-members.js";
import { DAY_MS, type EventWindow, isSameWindow } from "../event-window.js";

/** What somebody asks of one calendar. */
export interface ViewQuestion extends EventWindow {
  readonly fields: readonly EventField[];
}

/** One read of a calendar, and the questions that it is for. */
export interface PlannedRead<Q extends ViewQuestion = ViewQuestion> extends ViewQuestion {
  readonly questions: readonly Q[];
}

/** A full working week has about 25 events. */
const EVENTS_PER_DAY = 5;

/** What a request costs beside its events: places in flight and budget count requests. In bare events of some 300 bytes. */
const REQUEST_COST = 20;

/** Longest window that is made of shorter ones: below it, an answer is one page. */
const MAX_MADE_DAYS = 186;

/** Sizes of members that are larger than the rest of an event together, in bare events. */
const FIELD_WEIGHTS: Partial<Record<EventField, number>> = {
  body: 6,
  attendees: 3,
  bodyPreview: 1,
  onlineMeeting: 1,
  locations: 1,
  extendedData: 1,
  // A view with one of these is read whole, bodies included.
  createdAt: 9,
  changedAt: 9,
};

/**
 * Plans the reads that answer some questions about one calendar, by what they cost together. Equal windows are always one
 * read with all that is asked of them; windows that overlap or touch are, where that is cheaper than reading both.
 */
export function planReads<Q extends ViewQuestion>(questions: readonly Q[]): readonly PlannedRead<Q>[] {
  const reads: PlannedRead<Q>[] = [];
  for (const question of questions) {
    const { start, end, fields } = question;
    const equal = reads.findIndex((read) => isSameWindow(read, question));
    const read = { start, end, fields, questions: [question] };
    const known = reads[equal];
    if (known === undefined) reads.push(read);
    else reads[equal] = joined(known, read);
  }
  reads.sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime());
  const planned: PlannedRead<Q>[] = [];
  for (const read of reads) {
    const best = bestPartner(planned, read);
    const partner = planned[best];
    if (partner === undefined) planned.push(read);
    else planned[best] = joined(partner, read);
  }
  return planned;
}

/** What a read costs, in bare events. Only for comparisons: nobody knows how full a calendar is before it is read. */
export function costOf({ start, end, fields }: ViewQuestion): number {
  const weight = fields.reduce((sum, field) => sum + (FIELD_WEIGHTS[field] ?? 0), 1);
  return REQUEST_COST + ((end.getTime() - start.getTime()) / DAY_MS) * EVENTS_PER_DAY * weight;
}

/** The planned read that saves most when it is widened for another; -1 when none saves anything. */
function bestPartner<Q extends ViewQuestion>(planned: readonly PlannedRead<Q>[], read: PlannedRead<Q>): number {
  let best = -1;
  let most = 0;
  for (const [index, other] of planned.entries()) {
    if (other.end.getTime() < read.start.getTime() || read.end.getTime() < other.start.getTime()) continue;
    const wide = joined(other, read);
    const isMade = !isSameWindow(wide, other) && !isSameWindow(wide, read);
    if (isMade && wide.end.getTime() - wide.start.getTime() > MAX_MADE_DAYS * DAY_MS) continue;
    const saved = costOf(other) + costOf(read) - costOf(wide);
    if (saved <= most) continue;
    best = index;
    most = saved;
  }
  return best;
}

function joined<Q extends ViewQuestion>(a: PlannedRead<Q>, b: PlannedRead<Q>): PlannedRead<Q> {
  return {
    start: a.start.getTime() <= b.start.getTime() ? a.start : b.start,
    end: a.end.getTime() >= b.end.getTime() ? a.end : b.end,
    fields: unionOf(a.fields, b.fields),
    questions: [...a.questions, ...b.questions],
  };
}

/** Both lists' fields, in the fixed order; one of the lists itself where it holds the other. */
export function unionOf(a: readonly EventField[], b: readonly EventField[]): readonly EventField[] {
  if (coversFields(a, b)) return a;
  return coversFields(b, a) ? b : eventFieldsAmong(new Set<string>([...a, ...b]));
}

export function coversFields(fields: readonly EventField[], asked: readonly EventField[]): boolean {
  return asked.every((field) => fields.includes(field));
}
