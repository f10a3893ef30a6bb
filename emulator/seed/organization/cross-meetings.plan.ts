import type { SeededRandom } from "../../core/seeded-random.js";
import { DEPARTMENTS } from "./departments.js";
import { type Guest, type MeetingPlan, meeting } from "./meeting.plan.js";
import type { Party, Person, Staff } from "./party.js";
import type { RoomBook } from "./room-book.js";
import { chance, oneOf, randomFor } from "./seeded-choice.js";

/** Most people at a department's monthly meeting. */
const ALL_HANDS_LIMIT = 40;
const MEETINGS_PER_PERSON = 0.4;
const PARTNER_MEETINGS_PER_PERSON = 0.06;
/** Days around the Monday that are filled. */
const FIRST_DAY = -14;
const DAYS = 49;
const CANCELLED_EVERY = 15;

const SUBJECTS = [
  "Kick-off",
  "Design review",
  "Customer visit",
  "Road map",
  "Launch plan",
  "Interview",
  "Hand-over",
  "Risk review",
  "Supplier audit",
  "Field test",
  "Release readiness",
  "Price list",
];
const PARTNER_SUBJECTS = ["Joint planning", "Contract talk", "Integration workshop", "Delivery status", "Site survey"];
const MINUTES = [30, 30, 45, 60, 60, 90];

/** Monthly meetings of departments, single meetings across teams, and meetings with people of another organization. */
export function crossMeetings(staff: Staff, book: RoomBook): readonly MeetingPlan[] {
  const { people, partners } = staff;
  if (people.length < 2) return [];
  const across = Array.from({ length: Math.ceil(people.length * MEETINGS_PER_PERSON) }, (_, index) =>
    acrossTeams(staff, index, book),
  );
  const outside = Array.from(
    { length: partners.length === 0 ? 0 : Math.ceil(people.length * PARTNER_MEETINGS_PER_PERSON) },
    (_, index) => withPartners(staff, index),
  );
  return [...allHands(staff), ...across, ...outside];
}

function allHands({ seed, teams }: Staff): readonly MeetingPlan[] {
  return DEPARTMENTS.flatMap((department) => {
    const own = teams.filter((team) => team.department === department);
    const [head, ...others] = [
      ...own.flatMap(({ people }) => people.slice(0, 1)),
      ...own.flatMap(({ people }) => people.slice(1)),
    ];
    if (head === undefined || others.length === 0) return [];
    const random = randomFor(seed, "all-hands", department.name);
    return meeting({
      key: `all-hands:${department.name}`,
      subject: `${department.name} all hands`,
      organizer: head,
      guests: others.slice(0, ALL_HANDS_LIMIT).map((party) => ({ party, type: "required", response: mixed(random) })),
      at: 15 * 60,
      minutes: 45,
      day: -28,
      series: {
        pattern: { type: "relativeMonthly", interval: 1, daysOfWeek: ["thursday"], index: "first" },
        moved: undefined,
        cancelled: undefined,
      },
      extra: { importance: "high" },
    });
  });
}

function acrossTeams({ seed, people }: Staff, index: number, book: RoomBook): MeetingPlan {
  const random = randomFor(seed, "across", index);
  const organizer = oneOf(random, people);
  const guests = distinct(people, organizer, 1 + random.integer(Math.min(7, people.length - 1)), random);
  const day = workdayOf(organizer, random);
  const minutes = oneOf(random, MINUTES);
  const at = timeOf(organizer, minutes, random);
  const present = 1 + guests.filter(({ office }) => office === organizer.office).length;
  const isCancelled = index % CANCELLED_EVERY === 1;
  // A cancelled meeting has given its room back.
  const wantsRoom = present > 1 && !isCancelled;
  const stretch = { from: at, until: at + minutes };
  return meeting({
    key: `across:${index}`,
    subject: oneOf(random, SUBJECTS),
    organizer,
    guests: guests.map(
      (party): Guest => ({ party, type: chance(random, 0.2) ? "optional" : "required", response: mixed(random) }),
    ),
    room: wantsRoom ? book.take(organizer.office, present, stretch, { day }) : undefined,
    at,
    minutes,
    day,
    isOnline: present <= guests.length,
    isCancelled,
    extra: chance(random, 0.08) ? { sensitivity: "confidential" } : {},
  });
}

function withPartners({ seed, people, partners }: Staff, index: number): MeetingPlan {
  const random = randomFor(seed, "partners", index);
  const local = oneOf(random, people);
  const partner = oneOf(random, partners);
  const isHost = chance(random, 0.7);
  const organizer: Party = isHost ? local : partner;
  const colleague = distinct(people, local, Math.min(1, people.length - 1), random);
  const minutes = oneOf(random, MINUTES);
  return meeting({
    key: `partner:${index}`,
    subject: oneOf(random, PARTNER_SUBJECTS),
    organizer,
    guests: [isHost ? partner : local, ...colleague].map((party) => ({
      party,
      type: "required",
      response: mixed(random),
    })),
    at: timeOf(organizer, minutes, random),
    minutes,
    day: workdayOf(organizer, random),
  });
}

function mixed(random: SeededRandom): Guest["response"] {
  const draw = random.next();
  if (draw < 0.62) return "accepted";
  if (draw < 0.77) return "tentativelyAccepted";
  return draw < 0.87 ? "declined" : "notResponded";
}

function distinct(
  people: readonly Person[],
  organizer: Person,
  count: number,
  random: SeededRandom,
): readonly Person[] {
  const chosen = new Set<Person>();
  while (chosen.size < count) {
    const person = oneOf(random, people);
    if (person !== organizer) chosen.add(person);
  }
  return [...chosen];
}

function workdayOf({ office }: Party, random: SeededRandom): number {
  return FIRST_DAY + 7 * random.integer(DAYS / 7) + oneOf(random, office.workdays);
}

/** A start on a half hour that lets the meeting end within the office's hours. */
function timeOf({ office }: Party, minutes: number, random: SeededRandom): number {
  const slots = Math.floor(((office.closes - office.opens) * 60 - minutes) / 30);
  return office.opens * 60 + 30 * random.integer(slots + 1);
}
