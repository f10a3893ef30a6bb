import { fault, type GraphAnswer } from "./fault.js";

/** Documented: at most 20 addresses, under 62 days, slots of 5 to 1,440 minutes. */
const MOST_ADDRESSES = 20;
const MOST_MS = 62 * 86_400_000;
const [SHORTEST, LONGEST] = [5, 1_440];

export interface AskedSchedules {
  readonly addresses: readonly string[];
  /** As `toISOString` writes them. */
  readonly start: string;
  readonly end: string;
  /** Minutes. */
  readonly interval: number;
}

/** What a getSchedule asks for, or Graph's answer to what it does not take. */
export function readScheduleBody(body: unknown): AskedSchedules | { readonly refusal: GraphAnswer } {
  const { schedules = [], startTime, endTime, availabilityViewInterval = 30 } = body as Partial<ScheduleBody>;
  const [start, end] = [instantOf(startTime?.dateTime), instantOf(endTime?.dateTime)];
  const refuse = (code: string) => ({ refusal: fault(400, code, "This stand-in keeps the documented limits.") });
  if (schedules.length === 0 || schedules.length > MOST_ADDRESSES) return refuse("ErrorMailboxDataArrayTooBig");
  if (!(end > start)) return refuse("ErrorInvalidTimeInterval");
  if (end - start >= MOST_MS) return refuse("ErrorTimeIntervalTooBig");
  if (!(availabilityViewInterval >= SHORTEST && availabilityViewInterval <= LONGEST)) {
    return refuse("ErrorInvalidFreeBusyViewInterval");
  }
  const [startText, endText] = [new Date(start).toISOString(), new Date(end).toISOString()];
  return { addresses: schedules, start: startText, end: endText, interval: availabilityViewInterval };
}

interface ScheduleBody {
  readonly schedules: readonly string[];
  readonly startTime: { readonly dateTime: string };
  readonly endTime: { readonly dateTime: string };
  readonly availabilityViewInterval: number;
}

/** Every time is in UTC here, and has no offset. */
function instantOf(dateTime = ""): number {
  return Date.parse(`${dateTime.replace(/Z$/, "")}Z`);
}
