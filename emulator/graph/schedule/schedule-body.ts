import type { ZonedTime } from "../../core/zoned-time.js";
import { readTime } from "../events/event-time.js";
import type { MailboxCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable } from "../json-body.js";
import { readActionBody } from "../meetings/action-body.js";

const DAY_MS = 86_400_000;
/** Widest window; microsoft-graph-docs pull request 19703. */
const MAX_SPAN_DAYS = 62;
/** Of `availabilityViewInterval`, in minutes. */
const INTERVAL = { least: 5, most: 1_440, usual: 30 };

export interface ScheduleRequest {
  readonly schedules: readonly string[];
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  readonly intervalMs: number;
}

const refusal = (code: string, message: string) => new GraphFailure(400, code, message);

/** Reads the body of getSchedule. Throws 400 for whatever the documentation refuses of it. */
export function readScheduleBody(call: MailboxCall): ScheduleRequest {
  const body = readActionBody(call, ["Schedules", "StartTime", "EndTime", "AvailabilityViewInterval"]);
  const schedules = readSchedules(body.get("schedules"));
  if (schedules.length > call.world.switches.maxSchedules) {
    throw refusal(
      "ErrorMailboxDataArrayTooBig",
      `At most ${call.world.switches.maxSchedules} schedules can be asked for.`,
    );
  }
  const start = readTime(body.get("starttime"), "StartTime");
  const end = readTime(body.get("endtime"), "EndTime");
  if (end.at <= start.at) throw refusal("ErrorInvalidTimeInterval", "The end of the window must be after its start.");
  if (end.at - start.at > MAX_SPAN_DAYS * DAY_MS) {
    throw refusal("ErrorTimeIntervalTooBig", `The window cannot be wider than ${MAX_SPAN_DAYS} days.`);
  }
  return { schedules, start, end, intervalMs: readInterval(body.get("availabilityviewinterval")) * 60_000 };
}

function readSchedules(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string")) {
    throw bodyUnreadable("'Schedules' must be a list of SMTP addresses.");
  }
  if (value.length === 0) throw refusal("ErrorInvalidParameter", "'Schedules' must name at least one address.");
  return value;
}

function readInterval(value: unknown): number {
  if (value === undefined) return INTERVAL.usual;
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw bodyUnreadable("'AvailabilityViewInterval' must be a whole number of minutes.");
  }
  if (value < INTERVAL.least || value > INTERVAL.most) {
    throw refusal("ErrorInvalidMergedFreeBusyInterval", "'AvailabilityViewInterval' must be from 5 to 1440 minutes.");
  }
  return value;
}
