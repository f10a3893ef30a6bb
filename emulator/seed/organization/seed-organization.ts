import type { UserInput } from "../../core/builder-inputs.js";
import type { Builders } from "../../core/builders.js";
import type { Tenant } from "../../core/directory.model.js";
import { addGroup } from "../../core/groups.js";
import type { PlaceRow } from "../../core/mailbox-parts.model.js";
import { DAYS_OF_WEEK, dayOfWall } from "../../core/recurrence.js";
import { DEPARTMENTS } from "./departments.js";
import { OFFICES, type Office } from "./offices.js";
import { Organization, type OrganizationInput } from "./organization.js";
import type { Partner, Party, Person, Room } from "./party.js";

/** Most people of one organization. */
export const MOST_USERS = 10_000;

export interface OrganizationSeed {
  readonly seed: number;
  /** Number of people with mailboxes, at most 10,000; rooms and guests come on top. */
  readonly users: number;
}

/** Throws `RangeError` for a seed that is no whole number, and for a number of users that is none or too large. */
export function assertOrganization({ seed, users }: OrganizationSeed): void {
  if (!Number.isInteger(seed)) throw new RangeError("A seed is a whole number.");
  if (!Number.isInteger(users) || users < 1 || users > MOST_USERS) {
    throw new RangeError(`An organization has 1 to ${MOST_USERS} users, not ${users}.`);
  }
}

/** The Monday of the week that an instant lies in, by UTC, as a day from 1 January 1970, which was a Thursday. */
export function mondayOf(at: number): number {
  const today = dayOfWall(at);
  return today - ((today + 3) % 7);
}

/**
 * Adds an invented organization to a tenant, and the people it works with to another one. Heads of departments report
 * to `topManagerId`. Throws `RangeError` for what `assertOrganization` refuses.
 */
export function seedOrganization(
  builders: Builders,
  home: Tenant,
  partnerTenant: Tenant,
  { seed, users }: OrganizationSeed,
  topManagerId?: string,
): Organization {
  assertOrganization({ seed, users });
  const input: OrganizationInput = {
    seed,
    users,
    domain: home.domains[0] ?? "",
    partnerDomain: partnerTenant.domains[0] ?? "",
    taken: new Set([...localNames(home), ...localNames(partnerTenant)]),
    monday: mondayOf(builders.store.clock.now()),
  };
  const organization = new Organization(input);
  const { people, rooms, partners } = organization.staff;
  builders.store.rowSources.push(organization);
  const pending = ({ id }: Party) => organization.rowsFor(id) ?? (() => []);
  for (const person of people) {
    const manager = person.manager === undefined ? topManagerId : people[person.manager]?.id;
    builders.addUser(home, {
      ...personInput(person),
      mailbox: { ...mailboxOf(person), pending: pending(person) },
      ...(manager !== undefined && { managerId: manager }),
    });
  }
  for (const room of rooms)
    builders.addUser(home, {
      ...roomInput(room),
      mailbox: { ...mailboxOf(room), purpose: "room", place: placeOf(room), pending: pending(room) },
    });
  for (const partner of partners) {
    builders.addUser(partnerTenant, {
      ...nameOf(partner),
      id: partner.id,
      userPrincipalName: partner.address,
      mailbox: { ...mailboxOf(partner), pending: pending(partner) },
    });
    builders.addUser(home, guestInput(partner, home, partnerTenant));
  }
  addRoomLists(builders, home, rooms);
  addGroups(builders, home, people);
  return organization;
}

const localNames = ({ userIdsByName }: Tenant) => [...userIdsByName.keys()].map((name) => name.split("@")[0] ?? "");

const nameOf = ({ name, givenName, surname }: Person | Partner) => ({ displayName: name, givenName, surname });

function personInput(person: Person): Omit<UserInput, "mailbox"> {
  return {
    ...nameOf(person),
    id: person.id,
    userPrincipalName: person.address,
    jobTitle: person.jobTitle,
    department: person.department.name,
    officeLocation: person.office.city,
  };
}

function roomInput({ id, name, address, office }: Room): Omit<UserInput, "mailbox"> {
  return { id, displayName: name, userPrincipalName: address, officeLocation: office.city };
}

function guestInput(partner: Partner, home: Tenant, partnerTenant: Tenant): UserInput {
  return {
    ...nameOf(partner),
    id: partner.guestId,
    userPrincipalName: `${partner.address.replace("@", "_")}#EXT#@${home.domains.at(-1)}`,
    mail: partner.address,
    userType: "Guest",
    mailbox: false,
    home: { tenantId: partnerTenant.id, userId: partner.id },
  };
}

function mailboxOf({ office }: Party) {
  return { timeZone: office.zone, settings: { workingHours: workingHours(office) } };
}

function workingHours({ workdays, opens, closes, zone }: Office): Readonly<Record<string, unknown>> {
  const time = (hours: number) =>
    `${String(Math.floor(hours)).padStart(2, "0")}:${hours % 1 === 0 ? "00" : "30"}:00.0000000`;
  return {
    daysOfWeek: workdays.map((day) => DAYS_OF_WEEK[(day + 1) % 7]),
    startTime: time(opens),
    endTime: time(closes),
    timeZone: { name: zone },
  };
}

function placeOf({ office, capacity, floor, hasVideo, hasDisplay, isAccessible }: Room): PlaceRow {
  return {
    capacity,
    building: office.building,
    floorNumber: floor,
    floorLabel: String(floor),
    isWheelChairAccessible: isAccessible,
    ...(hasVideo ? { videoDeviceName: "Wall camera", audioDeviceName: "Table microphone" } : {}),
    ...(hasDisplay ? { displayDeviceName: "Screen 65" } : {}),
    address: { street: office.street, city: office.city, countryOrRegion: office.country },
  };
}

/** A distribution list for each department, and one of all of them. */
function addGroups({ store }: Builders, home: Tenant, people: readonly Person[]): void {
  const domain = home.domains[0];
  const lists = DEPARTMENTS.flatMap(({ name }) => {
    const members = people.filter(({ department }) => department.name === name).map(({ address }) => address);
    return members.length === 0 ? [] : [{ displayName: name, mail: `all.${name.toLowerCase()}@${domain}`, members }];
  });
  for (const list of lists) addGroup(store, home, list);
  addGroup(store, home, { displayName: "All", mail: `all@${domain}`, members: lists.map(({ mail }) => mail) });
}

function addRoomLists(builders: Builders, home: Tenant, rooms: readonly Room[]): void {
  for (const office of OFFICES) {
    const own = rooms.filter((room) => room.office === office);
    if (own.length === 0) continue;
    builders.addRoomList(home, {
      displayName: `${office.building} rooms`,
      emailAddress: `rooms.${office.city.toLowerCase().replaceAll(" ", "-")}@${home.domains[0]}`,
      rooms: own.map(({ address }) => address),
    });
  }
}
