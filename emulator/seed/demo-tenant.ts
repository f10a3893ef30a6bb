import type { Builders } from "../core/builders.js";
import type { Tenant } from "../core/directory.model.js";
import { zonedFromInstant } from "../core/zoned-time.js";
import {
  DEMO_DOMAIN,
  DEMO_REDIRECT_URIS,
  DEMO_TENANT_ID,
  DEMO_TENANT_NAME,
  DEMO_USERS,
  type DemoApp,
  DIRECTORY_APP,
  EXPIRED_APP,
  GATEWAY_APP,
  SCOPED_APP,
  SECOND_DOMAIN,
  SECOND_GATEWAY_APP,
  SECOND_TENANT_ID,
  SECOND_TENANT_INES,
  SECOND_TENANT_NAME,
  UNCONSENTED_APP,
} from "./demo-ids.js";
import { addDemoPeople } from "./demo-people.js";
import { addDemoSeries } from "./demo-series.js";
import { addDemoSharing } from "./demo-sharing.js";
import { addDemoSignIns } from "./demo-sign-ins.js";
import { addDemoWeeks } from "./demo-week.js";

const DAY_MS = 86_400_000;

/** Puts the demo tenants into an empty store: the same clock gives the same people, ids and events. */
export function seedDemo(builders: Builders): void {
  const home = builders.addTenant({
    id: DEMO_TENANT_ID,
    displayName: DEMO_TENANT_NAME,
    domains: [DEMO_DOMAIN, "larkfield.onmicrosoft.com"],
    regionScope: "EU",
  });
  addApps(builders, home);
  const people = addDemoPeople(builders, home);
  addDemoWeeks(builders, people);
  for (const name of ["ines", "tomasz"] as const) {
    const mailbox = home.users.get(DEMO_USERS[name].id)?.mailbox;
    if (mailbox !== undefined) builders.addCalendar(mailbox, { name: "Travel", color: "lightGreen" });
  }
  seedSecondTenant(builders);
  // Last, so that what was there before keeps its ids.
  addDemoSeries(builders, people);
  addDemoSignIns(builders, home);
  addDemoSharing(builders, home);
}

function addApps(builders: Builders, tenant: Tenant): void {
  const now = builders.store.clock.now();
  const register = (app: DemoApp, displayName: string, roles: readonly string[], endsAt = now + 365 * DAY_MS) => {
    const registered = builders.addApp(tenant, {
      appId: app.clientId,
      displayName,
      secrets: [{ value: app.clientSecret, startsAt: now - 400 * DAY_MS, endsAt }],
      redirectUris: Object.values(DEMO_REDIRECT_URIS),
      // What is granted is what was registered; the one that waits for consent waits for the usual.
      requiredPermissions: (roles.length > 0 ? roles : ["Calendars.ReadWrite"]).map((value) => ({
        kind: "Role",
        value,
      })),
    });
    return builders.consent(registered, tenant, roles);
  };
  register(GATEWAY_APP, "AddSync Gateway", ["Calendars.ReadWrite"]);
  register(DIRECTORY_APP, "Directory reader", [
    "Calendars.ReadWrite",
    "User.Read.All",
    "MailboxSettings.Read",
    "Place.Read.All",
  ]);
  register(UNCONSENTED_APP, "Waiting for consent", []);
  register(EXPIRED_APP, "Forgotten by IT", ["Calendars.ReadWrite"], now - 30 * DAY_MS);
  const scoped = register(SCOPED_APP, "Two mailboxes only", ["Calendars.ReadWrite"]);
  scoped.accessPolicy = {
    kind: "RestrictAccess",
    mailboxes: new Set([DEMO_USERS.ines.id, DEMO_USERS.tomasz.id]),
  };
}

function seedSecondTenant(builders: Builders): void {
  const tenant = builders.addTenant({
    id: SECOND_TENANT_ID,
    displayName: SECOND_TENANT_NAME,
    domains: [SECOND_DOMAIN],
    regionScope: "NA",
  });
  const app = builders.addApp(tenant, {
    appId: SECOND_GATEWAY_APP.clientId,
    displayName: "AddSync Gateway",
    secrets: [{ value: SECOND_GATEWAY_APP.clientSecret }],
    redirectUris: Object.values(DEMO_REDIRECT_URIS),
    requiredPermissions: [{ kind: "Role", value: "Calendars.ReadWrite" }],
  });
  builders.consent(app, tenant, ["Calendars.ReadWrite"]);
  const { mailbox } = builders.addUser(tenant, {
    id: SECOND_TENANT_INES.id,
    userPrincipalName: SECOND_TENANT_INES.address,
    displayName: "Ines Okafor (Brackwater)",
    mailbox: { timeZone: "Pacific Standard Time" },
  });
  if (mailbox === undefined) return;
  const hour = 3_600_000;
  const from = Math.ceil(builders.store.clock.now() / hour) * hour;
  builders.addEvent(mailbox, {
    subject: "Brackwater board call",
    start: zonedFromInstant(from),
    end: zonedFromInstant(from + hour),
  });
}
