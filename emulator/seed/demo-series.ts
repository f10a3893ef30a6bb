import type { EventInput } from "../core/builder-inputs.js";
import type { Builders } from "../core/builders.js";
import type { User } from "../core/directory.model.js";
import type { EventRow, Mailbox } from "../core/mailbox.model.js";
import { dayOfWall, dayText, slotDays } from "../core/recurrence.js";
import { occurrenceOn } from "../core/series.js";
import { DEFAULT_SWITCHES } from "../core/switches.js";
import { findZone, UTC, wallOf } from "../core/time-zones.js";
import { zonedFromWall } from "../core/zoned-time.js";
import { readRecurrence } from "../graph/recurrence/recurrence-body.js";
import { startSeries } from "../graph/recurrence/series-rules.js";
import type { DemoUserName } from "./demo-ids.js";
import { addMeeting, type Invitee } from "./meeting.builder.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Weeks before the clock's own in which the series began. */
const STARTED_WEEKS_AGO = 4;

interface SeriesPlan {
  readonly subject: string;
  readonly organizer: DemoUserName;
  readonly guests: readonly DemoUserName[];
  readonly at: string;
  readonly minutes: number;
  readonly pattern: Record<string, unknown>;
  readonly extra?: Partial<EventInput>;
}

const SERIES: readonly SeriesPlan[] = [
  {
    subject: "Support stand-up",
    organizer: "hana",
    guests: ["oskar", "priya"],
    at: "17:00",
    minutes: 15,
    pattern: { type: "weekly", interval: 1, daysOfWeek: ["monday", "wednesday"], firstDayOfWeek: "monday" },
  },
  {
    subject: "Board meeting",
    organizer: "ines",
    guests: ["marcus", "amara"],
    at: "16:00",
    minutes: 90,
    pattern: { type: "relativeMonthly", interval: 1, daysOfWeek: ["tuesday"], index: "second" },
    extra: { importance: "high", categories: ["Management"] },
  },
  {
    subject: "Retrospective",
    organizer: "tomasz",
    guests: ["jonas"],
    at: "16:30",
    minutes: 60,
    pattern: { type: "weekly", interval: 2, daysOfWeek: ["friday"], firstDayOfWeek: "monday" },
  },
];

/**
 * Three series without end, none of which takes a room: rooms are free beyond the weeks around now. In each copy of the
 * stand-up one occurrence is an hour later, and one was cancelled.
 */
export function addDemoSeries(builders: Builders, users: ReadonlyMap<DemoUserName, User>): void {
  const mailboxOf = (name: DemoUserName): Mailbox => {
    const mailbox = users.get(name)?.mailbox;
    if (mailbox === undefined) throw new Error(`The demo tenant has no mailbox for "${name}".`);
    return mailbox;
  };
  for (const plan of SERIES) {
    const organizer = mailboxOf(plan.organizer);
    const invitees = plan.guests.map((name): Invitee => ({ mailbox: mailboxOf(name) }));
    const master = addMeeting(builders, organizer, invitees, seriesInput(builders, organizer, plan));
    if (plan.subject !== "Support stand-up") continue;
    for (const name of [plan.organizer, ...plan.guests]) changeTwo(builders, mailboxOf(name), master.iCalUId);
  }
}

function seriesInput(builders: Builders, organizer: Mailbox, plan: SeriesPlan): EventInput {
  const zone = findZone(organizer.timeZone) ?? UTC;
  const today = dayOfWall(wallOf(builders.store.clock.now(), zone));
  // The first of January 1970 was a Thursday.
  const monday = today - ((today + 3) % 7) - 7 * STARTED_WEEKS_AGO;
  const [hour = 0, minute = 0] = plan.at.split(":").map(Number);
  const from = monday * DAY_MS + (hour * 60 + minute) * MINUTE_MS;
  const times = { start: zonedFromWall(from, zone), end: zonedFromWall(from + plan.minutes * MINUTE_MS, zone) };
  const range = { type: "noEnd", startDate: dayText(monday) };
  const recurrence = readRecurrence({ pattern: plan.pattern, range }, DEFAULT_SWITCHES);
  return {
    ...startSeries(recurrence, times, DEFAULT_SWITCHES),
    type: "seriesMaster",
    subject: plan.subject,
    body: { contentType: "html", content: `<p>${plan.subject}: news, decisions, next steps.</p>` },
    ...plan.extra,
  };
}

/** Moves the first occurrence after now to an hour later, and cancels the one after it. */
function changeTwo(builders: Builders, mailbox: Mailbox, iCalUId: string): void {
  const { store } = builders;
  const master = [...mailbox.events.values()].find((event) => event.iCalUId === iCalUId);
  if (master?.series === undefined) return;
  const today = dayOfWall(store.clock.now());
  const upcoming: EventRow[] = [];
  for (const day of slotDays(master.series.recurrence, today + 1)) {
    const row = occurrenceOn(master, day);
    if (row !== undefined) upcoming.push(row);
    if (upcoming.length === 2) break;
  }
  const [later, cancelled] = upcoming;
  if (later === undefined || cancelled === undefined) return;
  const hour = 60 * MINUTE_MS;
  store.putEvent(mailbox, {
    ...later,
    start: zonedFromWall(later.start.wall + hour, later.start.zone),
    end: zonedFromWall(later.end.wall + hour, later.end.zone),
    changeKey: store.ids.changeKey(),
  });
  store.removeEvent(mailbox, cancelled);
}
