import { DAYS_OF_WEEK } from "../../core/recurrence.js";
import { type Guest, type MeetingPlan, meeting } from "./meeting.plan.js";
import type { Party, Person, Team } from "./party.js";
import type { RoomBook } from "./room-book.js";
import { chance, oneOf, randomFor } from "./seeded-choice.js";

/** Weeks before the Monday in which series began. */
const WEEKS_OF_HISTORY = 8;
const SLOT_MINUTES = 30;

/** Graph counts weekdays from Sunday, plans from Monday. */
const nameOf = (weekday: number) => DAYS_OF_WEEK[(weekday + 1) % 7] ?? "monday";

const accepted = (party: Party): Guest => ({ party, type: "required", response: "accepted" });

/** Stand-up, a ritual of the department, and the lead's one-to-ones: all of them series. */
export function teamMeetings(seed: number, team: Team, book: RoomBook): readonly MeetingPlan[] {
  const [lead, ...members] = team.people;
  if (lead === undefined || members.length === 0) return [];
  return [
    standUp(seed, team, lead, members),
    ritual(seed, team, lead, members, book),
    ...oneToOnes(seed, lead, members),
  ];
}

function standUp(seed: number, team: Team, lead: Person, members: readonly Person[]): MeetingPlan {
  const random = randomFor(seed, "stand-up", team.number);
  const { office } = lead;
  const moved = 1 + random.integer(4);
  return meeting({
    key: `stand-up:${team.number}`,
    subject: `${team.name} stand-up`,
    organizer: lead,
    guests: members.map(accepted),
    at: office.opens * 60 + SLOT_MINUTES * random.integer(3),
    minutes: 15,
    day: (office.workdays[0] ?? 0) - 7 * WEEKS_OF_HISTORY,
    series: {
      pattern: weekly(1, office.workdays),
      moved,
      cancelled: moved + 1 + random.integer(3),
    },
  });
}

function ritual(seed: number, team: Team, lead: Person, members: readonly Person[], book: RoomBook): MeetingPlan {
  const random = randomFor(seed, "ritual", team.number);
  const weekday = oneOf(random, lead.office.workdays);
  const at = 13 * 60 + SLOT_MINUTES * random.integer(6);
  const minutes = 60;
  const present = team.people.filter(({ office }) => office === lead.office).length;
  const interval = chance(random, 0.5) ? 2 : 1;
  return meeting({
    key: `ritual:${team.number}`,
    subject: `${team.name}: ${oneOf(random, team.department.meetings).toLowerCase()}`,
    organizer: lead,
    guests: members.map((party) => ({
      party,
      type: chance(random, 0.15) ? "optional" : "required",
      response: chance(random, 0.12) ? "tentativelyAccepted" : "accepted",
    })),
    room: book.take(lead.office, present, { from: at, until: at + minutes }, { weekday }),
    at,
    minutes,
    day: weekday - 7 * WEEKS_OF_HISTORY,
    series: { pattern: weekly(interval, [weekday]), moved: undefined, cancelled: undefined },
    extra: { categories: [team.department.name] },
  });
}

/** One after the other on the lead's day for it, more of them in weeks that alternate. */
function oneToOnes(seed: number, lead: Person, members: readonly Person[]): readonly MeetingPlan[] {
  const random = randomFor(seed, "one-to-one", lead.number);
  const weekday = oneOf(random, lead.office.workdays);
  return members.map((member, index) =>
    meeting({
      key: `one-to-one:${lead.number}:${member.number}`,
      subject: `${lead.givenName} / ${member.givenName}`,
      body: "<p>Notes are in our shared page.</p>",
      organizer: lead,
      guests: [{ party: member, type: "required", response: chance(random, 0.9) ? "accepted" : "notResponded" }],
      at: (lead.office.opens + 2) * 60 + SLOT_MINUTES * Math.floor(index / 2),
      minutes: SLOT_MINUTES,
      day: weekday - 7 * (WEEKS_OF_HISTORY - (index % 2)),
      series: { pattern: weekly(2, [weekday]), moved: undefined, cancelled: undefined },
      extra: chance(random, 0.3) ? { sensitivity: "private" } : {},
    }),
  );
}

function weekly(interval: number, weekdays: readonly number[]): Record<string, unknown> {
  return { type: "weekly", interval, daysOfWeek: weekdays.map(nameOf), firstDayOfWeek: "monday" };
}
