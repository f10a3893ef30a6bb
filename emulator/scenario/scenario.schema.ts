import { z } from "zod";
import { SettingsBody } from "../control/control-bodies.js";
import { FaultBody } from "../control/fault-body.js";
import { CALENDAR_COLORS } from "../core/mailbox.model.js";
import { CALENDAR_ROLES } from "../core/mailbox-parts.model.js";
import { DAYS_OF_WEEK } from "../core/recurrence.js";
import { MOST_USERS } from "../seed/organization/seed-organization.js";
import { EventEntry } from "./event.schema.js";
import { address, clockTime, domain, guid, instant, permission, text, zone } from "./leaf.schema.js";

const permissions = z.strictObject({ application: z.array(permission), delegated: z.array(permission) }).partial();

const mailboxes = z.array(address).min(1);

const Person = z.strictObject({
  id: guid.optional(),
  name: text,
  address,
  givenName: text.optional(),
  surname: text.optional(),
  jobTitle: text.optional(),
  department: text.optional(),
  office: text.optional(),
  manager: address.describe("Address of somebody of the same tenant.").optional(),
  roles: z
    .array(
      z.enum([
        "GlobalAdministrator",
        "PrivilegedRoleAdministrator",
        "CloudApplicationAdministrator",
        "ApplicationAdministrator",
      ]),
    )
    .optional(),
  enabled: z.boolean().optional(),
  mailbox: z.boolean().describe("False for somebody without a licence for Exchange; default true.").optional(),
  guestFrom: domain.describe("Tenant in which a guest is at home, under the same address.").optional(),
  timeZone: zone.optional(),
  workingHours: z
    .strictObject({ days: z.array(z.enum(DAYS_OF_WEEK)), start: clockTime, end: clockTime })
    .partial()
    .optional(),
  calendars: z.array(z.strictObject({ name: text, color: z.enum(CALENDAR_COLORS).optional() })).optional(),
  sharing: z
    .array(
      z.strictObject({
        with: z.union([address, z.literal("organization")]).describe('An address, or "organization" for everybody.'),
        role: z.enum(CALENDAR_ROLES),
        calendar: text.describe("Default: the default calendar.").optional(),
      }),
    )
    .optional(),
  events: z.array(EventEntry).optional(),
});
export type PersonEntry = z.infer<typeof Person>;

const Room = z.strictObject({
  id: guid.optional(),
  name: text,
  address,
  timeZone: zone.optional(),
  capacity: z.int().positive().optional(),
  building: text.optional(),
  floorNumber: z.int().optional(),
  isWheelChairAccessible: z.boolean().optional(),
  audioDeviceName: text.optional(),
  videoDeviceName: text.optional(),
  displayDeviceName: text.optional(),
  tags: z.array(text).optional(),
});

const Tenant = z.strictObject({
  id: guid.optional(),
  name: text.optional(),
  domains: z.array(domain).min(1, "A tenant has at least one domain."),
  region: text.optional(),
  userConsent: z.enum(["recommended", "all", "none"]).optional(),
  adminConsentWorkflow: z.boolean().optional(),
  people: z.array(Person).optional(),
  rooms: z.array(Room).optional(),
  groups: z
    .array(z.strictObject({ name: text, address, members: z.array(address) }))
    .describe("Distribution lists; members may be people, rooms, other groups and people outside.")
    .optional(),
  roomLists: z.array(z.strictObject({ name: text, address, rooms: z.array(address) })).optional(),
});
export type TenantEntry = z.infer<typeof Tenant>;

const Application = z.strictObject({
  id: guid.optional(),
  name: text,
  tenant: domain.describe("A domain of the tenant in which it is registered."),
  audience: z
    .enum(["AzureADMyOrg", "AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount"])
    .optional(),
  secrets: z
    .array(
      z.strictObject({
        value: text,
        name: text.optional(),
        startsAt: instant.optional(),
        endsAt: instant.describe("Default: a year after the start.").optional(),
      }),
    )
    .optional(),
  redirectUris: z
    .array(z.strictObject({ uri: text, platform: z.enum(["web", "spa", "publicClient"]).default("web") }))
    .optional(),
  permissions: permissions.describe("What is registered; consent is given under `access`.").optional(),
  access: z
    .array(
      z.strictObject({
        tenant: domain,
        ...permissions.shape,
        enabled: z.boolean().optional(),
        blockedByPolicy: z.boolean().optional(),
        only: mailboxes.describe("The mailboxes that it reaches.").optional(),
        allBut: mailboxes.describe("The mailboxes that it does not reach.").optional(),
      }),
    )
    .describe("What administrators have consented to, by tenant.")
    .optional(),
});
export type ApplicationEntry = z.infer<typeof Application>;

/** A whole emulated world, as a file describes it. */
export const ScenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1, "This emulator reads scenarios of version 1."),
  clock: instant.describe("Emulated time at start; default now.").optional(),
  seed: z
    .union([z.enum(["demo", "empty"]), z.strictObject({ seed: z.int(), users: z.int().min(1).max(MOST_USERS) })])
    .describe("What there is besides the tenants below; default empty.")
    .optional(),
  switches: SettingsBody.shape.switches,
  latency: SettingsBody.shape.latency,
  faults: z.array(FaultBody).optional(),
  tenants: z.array(Tenant).optional(),
  applications: z.array(Application).optional(),
});
export type Scenario = z.infer<typeof ScenarioSchema>;
