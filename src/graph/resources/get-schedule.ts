import type { FreeBusyError, ScheduleItem, WorkingHours } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import { localGraphError } from "../graph-error.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { userPath } from "./calendar-path.js";

/** One address's row of an answer: its items, or the error that stands in their place. */
export interface ScheduleInformation {
  readonly scheduleId?: string | null;
  readonly availabilityView?: string | null;
  readonly scheduleItems?: readonly ScheduleItem[] | null;
  readonly workingHours?: WorkingHours | null;
  readonly error?: FreeBusyError | null;
}

export interface RequestedSchedules {
  /** SMTP addresses. Documented are at most 20; the service itself names 100. */
  readonly addresses: readonly string[];
  /** Bounds of the window in UTC without an offset, for example `2026-03-02T00:00:00`. Graph refuses over 62 days. */
  readonly startDateTime: string;
  readonly endDateTime: string;
  /** Minutes of a slot of `availabilityView`, 5 to 1,440. Always sent: Graph has answered 500 to a null. */
  readonly intervalMinutes: number;
}

export interface GetScheduleInput extends RequestedSchedules {
  /** The mailbox that asks: its budget is spent, whosever schedules are asked for. Graph user id or address. */
  readonly mailbox: string;
}

/**
 * Free and busy times of many addresses. A failing address has an `error` in its row, and the answer as a whole is 200.
 * https://learn.microsoft.com/graph/api/calendar-getschedule
 */
export async function getSchedule(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, addresses, startDateTime, endDateTime, intervalMinutes }: GetScheduleInput,
  call: Call,
): Promise<readonly ScheduleInformation[]> {
  const { body } = await client.send<{ readonly value?: readonly ScheduleInformation[] } | undefined>(
    connection,
    {
      method: "POST",
      path: `${userPath(mailbox)}/calendar/getSchedule`,
      mailbox,
      isRead: true,
      body: {
        schedules: addresses,
        startTime: { dateTime: startDateTime, timeZone: "UTC" },
        endTime: { dateTime: endDateTime, timeZone: "UTC" },
        availabilityViewInterval: intervalMinutes,
      },
    },
    call,
  );
  // A broken answer must never pass for an empty list: it would look like a free calendar.
  if (!Array.isArray(body?.value))
    throw localGraphError("UnexpectedBody", "Graph answered schedules without their rows.");
  return body.value;
}
