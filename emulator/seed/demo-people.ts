import type { UserInput } from "../core/builder-inputs.js";
import type { Builders } from "../core/builders.js";
import type { Tenant, User } from "../core/directory.model.js";
import type { PlaceRow } from "../core/mailbox-parts.model.js";
import { DEMO_DOMAIN, DEMO_USERS, type DemoUserName } from "./demo-ids.js";

type Person = Pick<UserInput, "givenName" | "surname" | "jobTitle" | "department" | "officeLocation"> & {
  zone: string;
};

const person = (
  givenName: string,
  surname: string,
  jobTitle: string,
  department: string,
  officeLocation: string,
  zone: string,
): Person => ({ givenName, surname, jobTitle, department, officeLocation, zone });

const PEOPLE: Readonly<Partial<Record<DemoUserName, Person>>> = {
  ines: person("Ines", "Okafor", "Managing Director", "Management", "London", "GMT Standard Time"),
  tomasz: person("Tomasz", "Wrona", "Head of Engineering", "Engineering", "Warsaw", "Central European Standard Time"),
  mei: person("Mei", "Carter", "Product Lead", "Product", "London", "GMT Standard Time"),
  jonas: person("Jonas", "Lindqvist", "Software Engineer", "Engineering", "Stockholm", "W. Europe Standard Time"),
  priya: person("Priya", "Raman", "Software Engineer", "Engineering", "Bengaluru", "India Standard Time"),
  luca: person("Luca", "Ferri", "Product Designer", "Product", "Milan", "W. Europe Standard Time"),
  sofia: person("Sofia", "Almeida", "Account Manager", "Sales", "Lisbon", "GMT Standard Time"),
  daniel: person("Daniel", "Brooks", "Account Manager", "Sales", "New York", "Eastern Standard Time"),
  hana: person("Hana", "Sato", "Support Engineer", "Support", "Tokyo", "Tokyo Standard Time"),
  marcus: person("Marcus", "Reid", "Financial Controller", "Finance", "London", "GMT Standard Time"),
  amara: person("Amara", "Diallo", "People Partner", "People", "Paris", "Romance Standard Time"),
  oskar: person("Oskar", "Neumann", "IT Administrator", "IT", "Berlin", "W. Europe Standard Time"),
};

const MANAGERS: Readonly<Partial<Record<DemoUserName, DemoUserName>>> = {
  tomasz: "ines",
  mei: "ines",
  sofia: "ines",
  marcus: "ines",
  amara: "ines",
  oskar: "tomasz",
  jonas: "tomasz",
  priya: "tomasz",
  luca: "mei",
  daniel: "sofia",
  hana: "sofia",
  nora: "mei",
};

type RoomPlan = PlaceRow & { readonly displayName: string };

const room = (displayName: string, capacity: number, floorNumber: number, extra: PlaceRow = {}): RoomPlan => ({
  displayName,
  capacity,
  floorNumber,
  floorLabel: String(floorNumber),
  building: "Quay House",
  address: { street: "4 Quay Street", city: "London", postalCode: "SE1 0AA", countryOrRegion: "GB" },
  ...extra,
});

const ROOMS: Readonly<Partial<Record<DemoUserName, RoomPlan>>> = {
  harbour: room("Room Harbour", 12, 1, { videoDeviceName: "Wall camera", isWheelChairAccessible: true }),
  lighthouse: room("Room Lighthouse", 6, 3, { displayDeviceName: "Screen 65" }),
  attic: room("Room Attic", 4, 5),
};

/** Adds twelve people, three rooms and a user without a mailbox. */
export function addDemoPeople(builders: Builders, tenant: Tenant): ReadonlyMap<DemoUserName, User> {
  const users = new Map<DemoUserName, User>();
  const add = (name: DemoUserName, input: Omit<UserInput, "id" | "userPrincipalName">) => {
    const { id, address } = DEMO_USERS[name];
    const manager = MANAGERS[name];
    const managerId = manager === undefined ? {} : { managerId: DEMO_USERS[manager].id };
    users.set(name, builders.addUser(tenant, { id, userPrincipalName: address, ...managerId, ...input }));
  };
  for (const [name, { zone, ...facts }] of Object.entries(PEOPLE) as [DemoUserName, Person][]) {
    add(name, {
      ...facts,
      displayName: `${facts.givenName} ${facts.surname}`,
      mailbox: { timeZone: zone },
      directoryRoles: name === "oskar" ? ["GlobalAdministrator"] : [],
    });
  }
  for (const [name, place] of Object.entries(ROOMS) as [DemoUserName, RoomPlan][]) {
    const { displayName } = place;
    add(name, { displayName, mailbox: { timeZone: "GMT Standard Time", purpose: "room", place } });
  }
  builders.addRoomList(tenant, {
    displayName: "Quay House rooms",
    emailAddress: `rooms.quay-house@${DEMO_DOMAIN}`,
    rooms: [DEMO_USERS.harbour.address, DEMO_USERS.lighthouse.address, DEMO_USERS.attic.address],
  });
  add("nora", {
    displayName: "Nora Visser",
    givenName: "Nora",
    surname: "Visser",
    jobTitle: "Contractor",
    mailbox: false,
  });
  return users;
}
