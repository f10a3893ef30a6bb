import { instantOfIso } from "../core/zoned-time.js";
import { DEMO_DOMAIN, SECOND_DOMAIN } from "../seed/demo-ids.js";
import { mondayOf } from "../seed/organization/seed-organization.js";
import type { ApplicationEntry, PersonEntry, Scenario, TenantEntry } from "./scenario.schema.js";
import type { ScenarioFault, ScenarioPath } from "./scenario-error.js";
import { seriesFaults } from "./scenario-series.js";
import { eventTimes } from "./scenario-times.js";

/** What names refer to. */
interface Known {
  readonly tenants: ReadonlyMap<string, TenantEntry | undefined>;
  readonly report: (path: ScenarioPath, message: string) => void;
  /** Of the clock's week, as a day from 1 January 1970. */
  readonly monday: number;
}

const lower = (text: string) => text.toLowerCase();

/** Faults of a scenario whose parts are legal by themselves: names that lead nowhere, and things that are there twice. */
export function referenceFaults(scenario: Scenario): readonly ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  const report = (path: ScenarioPath, message: string) => faults.push({ path, message });
  const tenants = new Map<string, TenantEntry | undefined>();
  if (scenario.seed !== undefined && scenario.seed !== "empty") {
    for (const name of [DEMO_DOMAIN, SECOND_DOMAIN]) tenants.set(name, undefined);
  }
  const ids = new Set<string>();
  const once = (path: ScenarioPath, id: string | undefined, what: string) => {
    if (id === undefined) return;
    if (ids.has(lower(id))) report(path, `"${id}" is the id of another ${what} already.`);
    ids.add(lower(id));
  };
  for (const [index, tenant] of (scenario.tenants ?? []).entries()) {
    once(["tenants", index, "id"], tenant.id, "tenant");
    for (const [place, name] of tenant.domains.entries()) {
      if (tenants.has(lower(name))) {
        report(["tenants", index, "domains", place], `"${name}" belongs to another tenant already.`);
      } else {
        tenants.set(lower(name), tenant);
      }
    }
  }
  const at = scenario.clock === undefined ? Date.now() : (instantOfIso(scenario.clock) ?? Date.now());
  const known = { tenants, report, monday: mondayOf(at) };
  for (const [index, tenant] of (scenario.tenants ?? []).entries()) checkTenant(tenant, ["tenants", index], known);
  for (const [index, app] of (scenario.applications ?? []).entries()) {
    once(["applications", index, "id"], app.id, "application");
    checkApplication(app, ["applications", index], known);
  }
  return faults;
}

function checkTenant(tenant: TenantEntry, path: ScenarioPath, known: Known): void {
  const people = tenant.people ?? [];
  const rooms = tenant.rooms ?? [];
  const taken = new Set<string>();
  for (const [list, entries] of [
    ["people", people],
    ["rooms", rooms],
  ] as const) {
    for (const [index, { address }] of entries.entries()) {
      if (taken.has(lower(address))) {
        known.report([...path, list, index, "address"], `"${address}" is the address of somebody else already.`);
      }
      taken.add(lower(address));
    }
  }
  const isPerson = (address: string) => people.some((person) => lower(person.address) === lower(address));
  const isRoom = (address: string) => rooms.some((room) => lower(room.address) === lower(address));
  for (const [index, person] of people.entries()) {
    const at = [...path, "people", index];
    if (person.manager !== undefined && !isPerson(person.manager)) {
      known.report([...at, "manager"], `There is nobody with the address "${person.manager}" in this tenant.`);
    }
    checkPerson(person, at, isRoom, known);
  }
  for (const [index, list] of (tenant.roomLists ?? []).entries()) {
    for (const [place, address] of list.rooms.entries()) {
      if (isRoom(address)) continue;
      known.report([...path, "roomLists", index, "rooms", place], `There is no room "${address}" in this tenant.`);
    }
  }
}

function checkPerson(
  person: PersonEntry,
  path: ScenarioPath,
  isRoom: (address: string) => boolean,
  { tenants, report, monday }: Known,
): void {
  if (person.guestFrom !== undefined) {
    const home = tenants.get(lower(person.guestFrom));
    const isAtHome = home?.people?.some(({ address }) => lower(address) === lower(person.address)) === true;
    if (!isAtHome) {
      report([...path, "guestFrom"], `"${person.address}" is nobody of a tenant of this file with that domain.`);
    }
  }
  const hasMailbox = person.mailbox !== false && person.guestFrom === undefined;
  const calendars = new Set((person.calendars ?? []).map(({ name }) => name));
  for (const list of ["calendars", "events", "sharing"] as const) {
    if (!hasMailbox && (person[list]?.length ?? 0) > 0) {
      report(
        [...path, list],
        "Without a mailbox there are no calendars; remove this, or `mailbox: false` or `guestFrom`.",
      );
    }
  }
  for (const list of ["events", "sharing"] as const) {
    for (const [index, { calendar }] of (person[list] ?? []).entries()) {
      if (calendar === undefined || calendars.has(calendar)) continue;
      report([...path, list, index, "calendar"], `"${calendar}" is not in this person's \`calendars\`.`);
    }
  }
  for (const [index, event] of (person.events ?? []).entries()) {
    const at = [...path, "events", index];
    if (event.room !== undefined && !isRoom(event.room)) {
      report([...at, "room"], `There is no room "${event.room}" in this tenant.`);
    }
    const times = eventTimes(event, event.timeZone ?? person.timeZone ?? "UTC", monday);
    for (const fault of seriesFaults(event, times)) report([...at, ...fault.path], fault.message);
  }
}

function checkApplication(app: ApplicationEntry, path: ScenarioPath, { tenants, report }: Known): void {
  if (!tenants.has(lower(app.tenant)))
    report([...path, "tenant"], `There is no tenant with the domain "${app.tenant}".`);
  for (const [index, access] of (app.access ?? []).entries()) {
    const at = [...path, "access", index];
    const tenant = tenants.get(lower(access.tenant));
    if (!tenants.has(lower(access.tenant))) {
      report([...at, "tenant"], `There is no tenant with the domain "${access.tenant}".`);
    }
    if (access.only !== undefined && access.allBut !== undefined) report(at, "Use `only` or `allBut`, not both.");
    for (const list of ["only", "allBut"] as const) {
      for (const [place, address] of (access[list] ?? []).entries()) {
        const all = [...(tenant?.people ?? []), ...(tenant?.rooms ?? [])];
        // Who is in the demo is not written in the file.
        if (tenant === undefined || all.some((entry) => lower(entry.address) === lower(address))) continue;
        report([...at, list, place], `There is nobody with the address "${address}" in ${access.tenant}.`);
      }
    }
  }
  for (const [index, { startsAt, endsAt }] of (app.secrets ?? []).entries()) {
    if (startsAt !== undefined && endsAt !== undefined && Date.parse(endsAt) <= Date.parse(startsAt)) {
      report([...path, "secrets", index, "endsAt"], "A secret has to end after its start.");
    }
  }
}
