import type { EventInput } from "../core/builder-inputs.js";
import type { Builders } from "../core/builders.js";
import type { User } from "../core/directory.model.js";
import type { Mailbox } from "../core/mailbox.model.js";
import { createRandom } from "../core/seeded-random.js";
import { findZone, UTC, wallOf } from "../core/time-zones.js";
import { zonedFromWall } from "../core/zoned-time.js";
import { joinFacts } from "../graph/events/online-meeting.js";
import type { DemoUserName } from "./demo-ids.js";
import { addMeeting, type Invitee } from "./meeting.builder.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Weeks that are filled, relative to the clock's own. */
const WEEKS = [-1, 0, 1, 2];

const FOCUS = ["Deep work", "Inbox zero", "Documentation", "Review queue", "Planning notes", "Prototype"];

/** Days count from Monday, times are in the organizer's own zone. */
interface MeetingPlan {
  readonly subject: string;
  readonly organizer: DemoUserName;
  readonly guests: readonly DemoUserName[];
  readonly days: readonly number[];
  readonly at: string;
  readonly minutes: number;
  readonly online?: boolean;
  readonly undecided?: DemoUserName;
  readonly extra?: Partial<EventInput>;
}

const MEETINGS: readonly MeetingPlan[] = [
  {
    subject: "Engineering stand-up",
    organizer: "tomasz",
    guests: ["jonas", "priya", "oskar"],
    days: [0, 1, 2, 3, 4],
    at: "09:30",
    minutes: 15,
    online: true,
  },
  {
    subject: "Leadership meeting",
    organizer: "ines",
    guests: ["tomasz", "mei", "marcus", "amara", "harbour"],
    days: [0],
    at: "14:00",
    minutes: 60,
    extra: { importance: "high", categories: ["Management"] },
  },
  {
    subject: "Product review",
    organizer: "mei",
    guests: ["luca", "tomasz", "jonas", "lighthouse"],
    days: [2],
    at: "10:00",
    minutes: 60,
    online: true,
    undecided: "luca",
  },
  {
    subject: "Design critique",
    organizer: "luca",
    guests: ["mei", "priya"],
    days: [3],
    at: "11:00",
    minutes: 45,
    online: true,
  },
  {
    subject: "Sales pipeline",
    organizer: "sofia",
    guests: ["daniel", "ines"],
    days: [1],
    at: "15:00",
    minutes: 45,
    online: true,
    undecided: "ines",
  },
  {
    subject: "Customer hand-over",
    organizer: "daniel",
    guests: ["sofia", "hana"],
    days: [3],
    at: "09:00",
    minutes: 30,
    online: true,
  },
  {
    subject: "Budget check",
    organizer: "marcus",
    guests: ["ines", "attic"],
    days: [4],
    at: "11:30",
    minutes: 30,
    extra: { sensitivity: "confidential" },
  },
  {
    subject: "One-to-one",
    organizer: "amara",
    guests: ["oskar"],
    days: [1],
    at: "13:30",
    minutes: 30,
    extra: { sensitivity: "private" },
  },
];

/** Fills the weeks around the clock's now with what an office does, in working hours of each person's zone. */
export function addDemoWeeks(builders: Builders, users: ReadonlyMap<DemoUserName, User>): void {
  const mailboxOf = (name: DemoUserName): Mailbox => {
    const mailbox = users.get(name)?.mailbox;
    if (mailbox === undefined) throw new Error(`The demo tenant has no mailbox for "${name}".`);
    return mailbox;
  };
  for (const week of WEEKS) {
    for (const plan of MEETINGS) for (const day of plan.days) addPlanned(builders, mailboxOf, plan, week * 7 + day);
    let number = 0;
    for (const { mailbox } of users.values()) {
      number += 1;
      if (mailbox?.purpose === "user") addOwnTime(builders, mailbox, week, number * 101 + week);
    }
  }
  const cancelled = slot(builders, mailboxOf("hana"), 2, "16:00", 30);
  builders.addEvent(mailboxOf("hana"), {
    ...cancelled,
    subject: "Canceled: Vendor call",
    isCancelled: true,
    isOrganizer: false,
    organizer: mailboxOf("daniel").owner,
    responseStatus: { response: "accepted", at: builders.store.clock.now() },
    attendees: [
      { emailAddress: mailboxOf("hana").owner, type: "required", status: { response: "accepted", at: undefined } },
    ],
    showAs: "free",
  });
  builders.addEvent(mailboxOf("jonas"), {
    ...wholeDays(builders, mailboxOf("jonas"), 4, 1),
    subject: "Leave",
    showAs: "oof",
  });
  builders.addEvent(mailboxOf("ines"), {
    ...wholeDays(builders, mailboxOf("ines"), 8, 3),
    subject: "Instrument fair",
    showAs: "workingElsewhere",
    locations: [{ displayName: "Fair ground, hall 4" }],
  });
  builders.addEvent(mailboxOf("sofia"), {
    ...slot(builders, mailboxOf("sofia"), 2, "08:30", 60),
    subject: "Dentist",
    sensitivity: "private",
    showAs: "oof",
  });
}

function addPlanned(
  builders: Builders,
  mailboxOf: (name: DemoUserName) => Mailbox,
  plan: MeetingPlan,
  day: number,
): void {
  const organizer = mailboxOf(plan.organizer);
  const invitees = plan.guests.map(
    (name): Invitee => ({
      mailbox: mailboxOf(name),
      response: name === plan.undecided ? "notResponded" : "accepted",
    }),
  );
  const room = invitees.find(({ mailbox }) => mailbox?.purpose === "room")?.mailbox?.owner;
  const iCalUId = builders.store.ids.iCalUId();
  addMeeting(builders, organizer, invitees, {
    ...slot(builders, organizer, day, plan.at, plan.minutes),
    subject: plan.subject,
    body: { contentType: "html", content: `<p>Agenda for <b>${plan.subject}</b>: news, decisions, next steps.</p>` },
    iCalUId,
    locations:
      room === undefined
        ? []
        : [{ displayName: room.name, locationEmailAddress: room.address, locationType: "conferenceRoom" }],
    ...(plan.online
      ? { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness", onlineMeeting: joinFacts(iCalUId) }
      : {}),
    ...plan.extra,
  });
}

/** Lunch on every working day, and two blocks of own work. */
function addOwnTime(builders: Builders, mailbox: Mailbox, week: number, seed: number): void {
  const random = createRandom(seed);
  for (let day = 0; day < 5; day++) {
    builders.addEvent(mailbox, {
      ...slot(builders, mailbox, week * 7 + day, "12:15", 45),
      subject: "Lunch",
      showAs: "free",
      isReminderOn: false,
    });
  }
  for (let block = 0; block < 2; block++) {
    const day = week * 7 + random.integer(5);
    const hour = 8 + random.integer(8);
    builders.addEvent(mailbox, {
      ...slot(builders, mailbox, day, `${String(hour).padStart(2, "0")}:00`, 60 + 30 * random.integer(3)),
      subject: FOCUS[random.integer(FOCUS.length)] ?? "Deep work",
      categories: ["Focus"],
    });
  }
}

/** Midnight of the Monday of the clock's week, as wall time in the mailbox's zone. */
function mondayOf(builders: Builders, mailbox: Mailbox): { wall: number; zone: typeof UTC } {
  const zone = findZone(mailbox.timeZone) ?? UTC;
  const today = Math.floor(wallOf(builders.store.clock.now(), zone) / DAY_MS);
  // The first of January 1970 was a Thursday.
  return { wall: (today - ((today + 3) % 7)) * DAY_MS, zone };
}

function slot(
  builders: Builders,
  mailbox: Mailbox,
  day: number,
  at: string,
  minutes: number,
): Pick<EventInput, "start" | "end"> {
  const { wall, zone } = mondayOf(builders, mailbox);
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  const from = wall + day * DAY_MS + (hour * 60 + minute) * MINUTE_MS;
  return { start: zonedFromWall(from, zone), end: zonedFromWall(from + minutes * MINUTE_MS, zone) };
}

function wholeDays(
  builders: Builders,
  mailbox: Mailbox,
  day: number,
  days: number,
): Pick<EventInput, "start" | "end" | "isAllDay"> {
  const { wall, zone } = mondayOf(builders, mailbox);
  const from = wall + day * DAY_MS;
  return { start: zonedFromWall(from, zone), end: zonedFromWall(from + days * DAY_MS, zone), isAllDay: true };
}
