import { applySettings } from "../control/control-bodies.js";
import type { UserInput } from "../core/builder-inputs.js";
import type { Builders } from "../core/builders.js";
import type { Tenant } from "../core/directory.model.js";
import type { FaultInput } from "../core/faults.js";
import { addGroup } from "../core/groups.js";
import type { World } from "../core/world.js";
import { mondayOf } from "../seed/organization/seed-organization.js";
import { seedStore } from "../seed/seed-store.js";
import { addApplication } from "./add-applications.js";
import { addCalendars, addEvent } from "./add-calendars.js";
import type { PersonEntry, Scenario, TenantEntry } from "./scenario.schema.js";

/** Sets clock, switches, latency and faults as the scenario has them. */
export function applyScenarioSettings(world: World, { clock, switches, latency, faults }: Scenario): void {
  if (clock !== undefined) world.clock.set(clock);
  applySettings({ switches, latency }, world);
  for (const fault of faults ?? []) world.faults.add(fault as FaultInput);
}

/** Fills an empty store with what the scenario describes. */
export function seedScenario(builders: Builders, scenario: Scenario): void {
  const { store } = builders;
  seedStore(builders, scenario.seed ?? "empty");
  const tenants = (scenario.tenants ?? []).map((entry) => ({ entry, tenant: addTenant(builders, entry) }));
  for (const { entry, tenant } of tenants) addPeople(builders, tenant, entry);
  // Guests come when everybody is at home.
  for (const { entry, tenant } of tenants) addGuests(builders, tenant, entry);
  for (const application of scenario.applications ?? []) addApplication(builders, application);
  const monday = mondayOf(store.clock.now());
  // Meetings come last, when everybody who may be invited is there.
  for (const { entry, tenant } of tenants) {
    for (const person of entry.people ?? []) {
      const mailbox = store.userByMail(tenant, person.address)?.mailbox;
      if (mailbox === undefined) continue;
      addCalendars(builders, tenant, mailbox, person);
      for (const event of person.events ?? []) addEvent(builders, tenant, mailbox, event, monday);
    }
  }
}

function addTenant(builders: Builders, entry: TenantEntry): Tenant {
  return builders.addTenant({
    domains: entry.domains,
    displayName: entry.name ?? entry.domains[0] ?? "",
    ...(entry.id && { id: entry.id }),
    ...(entry.region && { regionScope: entry.region }),
    ...(entry.userConsent && { userConsent: entry.userConsent }),
    ...(entry.adminConsentWorkflow !== undefined && { adminConsentWorkflow: entry.adminConsentWorkflow }),
  });
}

function addPeople(
  builders: Builders,
  tenant: Tenant,
  { people = [], rooms = [], roomLists = [], groups = [] }: TenantEntry,
): void {
  for (const person of people) if (person.guestFrom === undefined) builders.addUser(tenant, memberInput(person));
  for (const person of people) {
    const manager = person.manager && builders.store.userByMail(tenant, person.manager);
    const user = builders.store.userByMail(tenant, person.address);
    if (manager && user) user.managerId = manager.id;
  }
  for (const { id, name, address, timeZone, ...place } of rooms) {
    builders.addUser(tenant, {
      ...(id && { id }),
      displayName: name,
      userPrincipalName: address,
      mailbox: { purpose: "room", timeZone: timeZone ?? "UTC", place: { displayName: name, ...place } },
    });
  }
  for (const { name, address, members } of groups) {
    addGroup(builders.store, tenant, { displayName: name, mail: address, members });
  }
  for (const { name, address, rooms: listed } of roomLists) {
    builders.addRoomList(tenant, { displayName: name, emailAddress: address, rooms: listed });
  }
}

function addGuests(builders: Builders, tenant: Tenant, { people = [] }: TenantEntry): void {
  for (const person of people) {
    const home = person.guestFrom && builders.store.tenant(person.guestFrom);
    const known = home && builders.store.userByMail(home, person.address);
    if (!home || !known) continue;
    builders.addUser(tenant, {
      ...profileOf(person),
      userPrincipalName: `${person.address.replace("@", "_")}#EXT#@${tenant.domains.at(-1)}`,
      mail: person.address,
      userType: "Guest",
      mailbox: false,
      home: { tenantId: home.id, userId: known.id },
    });
  }
}

function profileOf(person: PersonEntry): Omit<UserInput, "userPrincipalName"> {
  const [first, ...rest] = person.name.split(" ");
  const surname = person.surname ?? rest.join(" ");
  return {
    ...(person.id && { id: person.id }),
    displayName: person.name,
    givenName: person.givenName ?? first ?? person.name,
    ...(surname !== "" && { surname }),
    ...(person.jobTitle && { jobTitle: person.jobTitle }),
    ...(person.department && { department: person.department }),
    ...(person.office && { officeLocation: person.office }),
    accountEnabled: person.enabled ?? true,
    directoryRoles: person.roles ?? [],
  };
}

function memberInput(person: PersonEntry): UserInput {
  const timeZone = person.timeZone ?? "UTC";
  return {
    ...profileOf(person),
    userPrincipalName: person.address,
    mailbox: person.mailbox === false ? false : { timeZone, ...workingHours(person, timeZone) },
  };
}

function workingHours({ workingHours: hours }: PersonEntry, zone: string): object {
  if (hours === undefined) return {};
  const time = (text: string) => `${text}:00.0000000`;
  return {
    settings: {
      workingHours: {
        daysOfWeek: hours.days ?? ["monday", "tuesday", "wednesday", "thursday", "friday"],
        startTime: time(hours.start ?? "08:00"),
        endTime: time(hours.end ?? "17:00"),
        timeZone: { name: zone },
      },
    },
  };
}
