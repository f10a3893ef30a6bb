import { AppError } from "../../lib/app-error.js";
import type { Schedule, ScheduleItem, ScheduleQuestion } from "./schedule.model.js";
import { toScheduleItem, toWorkingHours } from "./schedule-mapper.js";
import type { SchedulePart } from "./schedule-reader.js";
import { slotsOf } from "./schedule-window.js";

/** Whose schedule it is, and how much of its items may be told. */
export interface ScheduleOwner {
  readonly address: string;
  readonly mailboxId: string | null;
}

/** The schedule that the parts of a window make. Only of specified mailboxes more than times is told. */
export function toSchedule(
  owner: ScheduleOwner,
  question: ScheduleQuestion,
  parts: readonly SchedulePart[],
): Schedule | AppError {
  try {
    const items = parts.flatMap((part) => itemsOf(part, question)).sort((a, b) => Number(a.start) - Number(b.start));
    return {
      ...owner,
      ...question,
      items: owner.mailboxId === null ? items.map(timesAlone) : items,
      availabilityView: viewOf(parts, question),
      workingHours: toWorkingHours(parts[0]?.row.workingHours),
      asOf: parts.reduce<Date | null>((oldest, { asOf }) => (oldest === null || asOf < oldest ? asOf : oldest), null),
      source: "GET_SCHEDULE",
      error: null,
    };
  } catch (error) {
    if (error instanceof AppError) return error;
    // A text that is no time: what cannot be read must not pass for free.
    return new AppError("UPSTREAM_REFUSED", "Microsoft answered a schedule that cannot be read.", {}, { cause: error });
  }
}

/** A schedule that is not known, with the reason. */
export function unknownSchedule(owner: ScheduleOwner, question: ScheduleQuestion, error: AppError): Schedule {
  return {
    ...owner,
    start: question.start,
    end: question.end,
    intervalMinutes: question.intervalMinutes,
    items: [],
    availabilityView: null,
    workingHours: null,
    asOf: null,
    source: null,
    error,
  };
}

/** What reaches over a bound between two parts is in both answers, and told once; what lies behind the window, never. */
function itemsOf({ piece, row }: SchedulePart, { end }: ScheduleQuestion): readonly ScheduleItem[] {
  return (row.scheduleItems ?? [])
    .map(toScheduleItem)
    .filter((item) => (piece.isFirst || item.start.getTime() >= piece.start) && item.start < end);
}

function viewOf(parts: readonly SchedulePart[], question: ScheduleQuestion): string | null {
  const slotMs = question.intervalMinutes * 60_000;
  let view = "";
  for (const { piece, row } of parts) {
    const slots = (piece.end - piece.start) / slotMs;
    // A view of another length belongs to other slots: none is better than a wrong one.
    if (row.availabilityView?.length !== slots) return null;
    view += row.availabilityView;
  }
  return view.slice(0, slotsOf(question));
}

function timesAlone(item: ScheduleItem): ScheduleItem {
  return { ...item, subject: null, location: null };
}
