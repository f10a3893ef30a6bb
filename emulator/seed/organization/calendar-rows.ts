import type { EventInput } from "../../core/builder-inputs.js";
import { newEventRow } from "../../core/builders.js";
import { IdMaker } from "../../core/id-maker.js";
import type { AttendeeRow, EmailAddress, EventRow, Mailbox, ResponseStatus } from "../../core/mailbox.model.js";
import { dayText, slotDays } from "../../core/recurrence.js";
import { occurrenceOn, withException, withoutSlot } from "../../core/series.js";
import { DEFAULT_SWITCHES } from "../../core/switches.js";
import { findZone, UTC, type Zone } from "../../core/time-zones.js";
import { zonedFromWall } from "../../core/zoned-time.js";
import { joinFacts } from "../../graph/events/online-meeting.js";
import { readRecurrence } from "../../graph/recurrence/recurrence-body.js";
import { startSeries } from "../../graph/recurrence/series-rules.js";
import type { Guest, MeetingPlan } from "./meeting.plan.js";
import type { OwnPlan } from "./own-time.plan.js";
import type { Party } from "./party.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What rows are made with: the seed, and the Monday they hang on as a day from 1 January 1970. */
export interface RowContext {
  readonly seed: number;
  readonly monday: number;
}

const zoneOf = ({ office }: Party): Zone => findZone(office.zone) ?? UTC;
const addressOf = ({ name, address }: Party): EmailAddress => ({ name, address });

/** Makes the rows of one party's calendar, with ids that depend on the seed and the party alone. */
export class CalendarRows {
  readonly #making: Parameters<typeof newEventRow>[0];

  constructor(
    readonly context: RowContext,
    readonly party: Party,
    readonly mailbox: Mailbox,
  ) {
    const writtenAt = (context.monday - 56) * DAY_MS;
    const ids = new IdMaker(`organization:${context.seed}:${party.id}`);
    this.#making = { ids, clock: { now: () => writtenAt } as Parameters<typeof newEventRow>[0]["clock"] };
  }

  own(plan: OwnPlan): EventRow {
    const zone = zoneOf(this.party);
    const from = (this.context.monday + plan.day) * DAY_MS + (plan.at ?? 0) * MINUTE_MS;
    const until = from + plan.length * (plan.at === undefined ? DAY_MS : MINUTE_MS);
    return newEventRow(this.#making, this.mailbox, {
      start: zonedFromWall(from, zone),
      end: zonedFromWall(until, zone),
      isAllDay: plan.at === undefined,
      subject: plan.subject,
      ...plan.extra,
    });
  }

  /** This party's copy; undefined where it has none, because it declined. */
  meeting(plan: MeetingPlan): EventRow | undefined {
    const isOrganizer = plan.organizer === this.party;
    const guest = plan.guests.find(({ party }) => party === this.party);
    if (guest?.response === "declined") return undefined;
    const master = newEventRow(this.#making, this.mailbox, {
      ...this.#content(plan),
      ...(isOrganizer ? {} : this.#asGuest(plan, guest)),
      attendees: this.#attendees(plan, isOrganizer),
    });
    return this.#changed(plan, master);
  }

  #content(plan: MeetingPlan): EventInput {
    const { context } = this;
    const zone = zoneOf(plan.organizer);
    const from = (context.monday + plan.day) * DAY_MS + plan.at * MINUTE_MS;
    const times = { start: zonedFromWall(from, zone), end: zonedFromWall(from + plan.minutes * MINUTE_MS, zone) };
    const iCalUId = new IdMaker(`organization:${context.seed}:${plan.key}`).iCalUId();
    return {
      ...times,
      ...this.#series(plan, times),
      iCalUId,
      subject: plan.isCancelled ? `Canceled: ${plan.subject}` : plan.subject,
      body: { contentType: "html", content: plan.body },
      isCancelled: plan.isCancelled,
      locations: plan.room === undefined ? [] : [roomLocation(plan.room)],
      ...(plan.isOnline
        ? { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness", onlineMeeting: joinFacts(iCalUId) }
        : {}),
      ...plan.extra,
      ...(plan.isCancelled ? { showAs: "free" } : {}),
    };
  }

  #series({ series, day }: MeetingPlan, times: Pick<EventRow, "start" | "end">): Partial<EventRow> {
    if (series === undefined) return {};
    const range = { type: "noEnd", startDate: dayText(this.context.monday + day) };
    const recurrence = readRecurrence({ pattern: series.pattern, range }, DEFAULT_SWITCHES);
    return { ...startSeries(recurrence, times, DEFAULT_SWITCHES), type: "seriesMaster" };
  }

  #asGuest(plan: MeetingPlan, guest: Guest | undefined): Partial<EventRow> {
    const responseStatus = this.#statusOf(guest?.response ?? "accepted");
    const intended = plan.isCancelled ? "free" : (plan.extra.showAs ?? "busy");
    const isOpen = responseStatus.response === "notResponded" || responseStatus.response === "tentativelyAccepted";
    return {
      isOrganizer: false,
      organizer: addressOf(plan.organizer),
      responseStatus,
      intendedShowAs: intended,
      showAs: isOpen && intended !== "free" ? "tentative" : intended,
    };
  }

  /** Answers are known to the organizer; everybody else sees the own one only. */
  #attendees(plan: MeetingPlan, isOrganizer: boolean): AttendeeRow[] {
    const listed = plan.guests.map(({ party, type, response }): AttendeeRow => {
      const isOwn = party === this.party;
      const seen = isOwn ? response : isOrganizer && response !== "notResponded" ? response : "none";
      return { emailAddress: addressOf(party), type, status: this.#statusOf(seen) };
    });
    if (plan.room === undefined) return listed;
    const seen = isOrganizer || plan.room === this.party ? "accepted" : "none";
    return [...listed, { emailAddress: addressOf(plan.room), type: "resource", status: this.#statusOf(seen) }];
  }

  #statusOf(response: ResponseStatus["response"]): ResponseStatus {
    const isOpen = response === "none" || response === "notResponded";
    return { response, at: isOpen ? undefined : this.#making.clock.now() + HOUR_MS };
  }

  /** The series with the occurrence that was moved and without the one that was cancelled. */
  #changed({ series: plan }: MeetingPlan, master: EventRow): EventRow {
    if (plan === undefined || master.series === undefined) return master;
    const days = upcoming(master, this.context.monday, Math.max(plan.moved ?? 0, plan.cancelled ?? 0) + 1);
    let { series } = master;
    const movedDay = plan.moved === undefined ? undefined : days[plan.moved];
    const cancelledDay = plan.cancelled === undefined ? undefined : days[plan.cancelled];
    const row = movedDay === undefined ? undefined : occurrenceOn(master, movedDay);
    if (row !== undefined && movedDay !== undefined) {
      const moved = {
        start: zonedFromWall(row.start.wall + HOUR_MS, row.start.zone),
        end: zonedFromWall(row.end.wall + HOUR_MS, row.end.zone),
        changeKey: this.#making.ids.changeKey(),
      };
      series = withException(master, series, movedDay, { ...row, ...moved });
    }
    return { ...master, series: cancelledDay === undefined ? series : withoutSlot(series, cancelledDay) };
  }
}

function upcoming({ series }: EventRow, from: number, count: number): readonly number[] {
  if (series === undefined) return [];
  const days: number[] = [];
  for (const day of slotDays(series.recurrence, from)) {
    days.push(day);
    if (days.length === count) break;
  }
  return days;
}

function roomLocation({ name, address }: Party): EventRow["locations"][number] {
  return { displayName: name, locationEmailAddress: address, locationUri: address, locationType: "conferenceRoom" };
}
