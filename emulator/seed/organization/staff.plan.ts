import { IdMaker } from "../../core/id-maker.js";
import { DEPARTMENTS, type Department } from "./departments.js";
import { GIVEN_NAMES, ROOM_NAMES, SURNAMES } from "./names.js";
import { OFFICES, type Office } from "./offices.js";
import type { Partner, Person, Room, Staff, Team } from "./party.js";
import { chance, oneOf, randomFor, weighted } from "./seeded-choice.js";

const PEOPLE_PER_TEAM = 8;
/** Leads that report to one of them, who reports to the head of the department. */
const LEADS_PER_DIRECTOR = 8;
const PEOPLE_PER_ROOM = 12;
const PEOPLE_PER_PARTNER = 25;
const CAPACITIES = [4, 4, 6, 6, 8, 10, 12, 16, 24, 40];
/** How likely somebody sits where the team is at home. */
const SAME_OFFICE = 0.7;

export interface StaffInput {
  readonly seed: number;
  /** Number of people with mailboxes; rooms and partners come on top. */
  readonly users: number;
  readonly domain: string;
  readonly partnerDomain: string;
  /** Names before the `@` that are not free, in lower case. */
  readonly taken: ReadonlySet<string>;
}

/** Plans people, teams, rooms and partners: the same input gives the same ones. */
export function planStaff(input: StaffInput): Staff {
  const names = new NameMaker(input.seed, input.taken);
  const ids = new IdMaker(`organization:${input.seed}`);
  const teams = planTeams(input, names, ids);
  const people = teams.flatMap((team) => team.people);
  const rooms = planRooms(input, people, ids);
  return {
    seed: input.seed,
    people,
    rooms,
    partners: planPartners(input, names, ids, people.length + rooms.length),
    teams,
  };
}

/** Gives nobody the name of somebody else. */
class NameMaker {
  readonly #random;
  readonly #taken: Set<string>;

  constructor(seed: number, taken: ReadonlySet<string>) {
    this.#random = randomFor(seed, "names");
    this.#taken = new Set(taken);
  }

  next(): { readonly givenName: string; readonly surname: string; readonly local: string } {
    const givenName = oneOf(this.#random, GIVEN_NAMES);
    const surname = oneOf(this.#random, SURNAMES);
    const plain = `${givenName}.${surname}`.toLowerCase();
    let local = plain;
    for (let count = 2; this.#taken.has(local); count++) local = `${plain}${count}`;
    this.#taken.add(local);
    return { givenName, surname, local };
  }
}

function planTeams({ seed, users, domain }: StaffInput, names: NameMaker, ids: IdMaker): readonly Team[] {
  const count = Math.max(1, Math.round(users / PEOPLE_PER_TEAM));
  const random = randomFor(seed, "teams");
  const leadsOf = new Map<Department, number[]>();
  const teams: Team[] = [];
  let number = 0;
  for (let index = 0; index < count; index++) {
    const department = departmentOf(index);
    const office = weighted(random, OFFICES);
    const leads = leadsOf.get(department) ?? [];
    leadsOf.set(department, leads);
    const size = Math.floor(users / count) + (index < users % count ? 1 : 0);
    const first = number;
    const people = Array.from({ length: size }, (_, place): Person => {
      const { local, ...name } = names.next();
      const isLead = place === 0;
      return {
        kind: "person",
        number: number++,
        id: ids.guid(),
        ...name,
        name: `${name.givenName} ${name.surname}`,
        address: `${local}@${domain}`,
        office: isLead || chance(random, SAME_OFFICE) ? office : weighted(random, OFFICES),
        department,
        jobTitle: isLead ? leadTitle(department, leads.length) : oneOf(random, department.titles),
        manager: isLead ? managerOfLead(leads) : first,
      };
    });
    leads.push(first);
    teams.push({ number: index, name: teamName(department, leads.length - 1), department, office, people });
  }
  return teams;
}

/** Every department gets its share early, so that small organizations have more than engineers. */
function departmentOf(index: number): Department {
  const total = DEPARTMENTS.reduce((sum, { weight }) => sum + weight, 0);
  // A step that shares no factor with the total visits every share once in a round.
  let left = (index * 17) % total;
  for (const department of DEPARTMENTS) {
    left -= department.weight;
    if (left < 0) return department;
  }
  throw new RangeError("The shares of the departments do not add up.");
}

function managerOfLead(leads: readonly number[]): number | undefined {
  if (leads.length === 0) return undefined;
  return leads[Math.floor(leads.length / LEADS_PER_DIRECTOR) * LEADS_PER_DIRECTOR] ?? leads[0];
}

function leadTitle(department: Department, place: number): string {
  if (place === 0) return department.head;
  return place % LEADS_PER_DIRECTOR === 0 ? `Director ${department.name}` : department.lead;
}

function teamName({ teams }: Department, place: number): string {
  const round = Math.floor(place / teams.length);
  return `${teams[place % teams.length]}${round === 0 ? "" : ` ${round + 1}`}`;
}

function planRooms({ seed, domain }: StaffInput, people: readonly Person[], ids: IdMaker): readonly Room[] {
  const heads = new Map<Office, number>();
  for (const { office } of people) heads.set(office, (heads.get(office) ?? 0) + 1);
  let number = people.length;
  return OFFICES.flatMap((office) => {
    const present = heads.get(office) ?? 0;
    const random = randomFor(seed, "rooms", office.city);
    const names = random.shuffle(ROOM_NAMES);
    return Array.from({ length: Math.ceil(present / PEOPLE_PER_ROOM) }, (_, index): Room => {
      const round = Math.floor(index / names.length);
      const name = `${names[index % names.length]}${round === 0 ? "" : ` ${round + 1}`}`;
      const capacity = oneOf(random, CAPACITIES);
      const local = `room.${office.city}.${name}`.toLowerCase().replaceAll(" ", "-");
      return {
        kind: "room",
        number: number++,
        id: ids.guid(),
        name: `Room ${name}, ${office.city}`,
        address: `${local}@${domain}`,
        office,
        capacity,
        floor: 1 + random.integer(6),
        hasVideo: capacity >= 6 && chance(random, 0.8),
        hasDisplay: chance(random, 0.7),
        isAccessible: chance(random, 0.8),
      };
    });
  });
}

function planPartners(
  { seed, users, partnerDomain }: StaffInput,
  names: NameMaker,
  ids: IdMaker,
  firstNumber: number,
): readonly Partner[] {
  const random = randomFor(seed, "partners");
  return Array.from({ length: Math.min(100, Math.ceil(users / PEOPLE_PER_PARTNER)) }, (_, index): Partner => {
    const { local, ...name } = names.next();
    return {
      kind: "partner",
      number: firstNumber + index,
      id: ids.guid(),
      guestId: ids.guid(),
      ...name,
      name: `${name.givenName} ${name.surname}`,
      address: `${local}@${partnerDomain}`,
      office: weighted(random, OFFICES),
    };
  });
}
