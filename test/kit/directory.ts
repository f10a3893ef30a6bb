import { DEMO_TENANT_ID, DEMO_USERS, type DemoApp } from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "./gateway.js";
import { VerifyConnectionDocument } from "./generated/operations.js";
import { makeOrganization, type TestOrganization } from "./organization.js";

/** An application of the demo tenant with these application permissions. */
export function appWith({ emulator }: TestGateway, roles: readonly string[]): DemoApp {
  const tenant = emulator.store.tenant(DEMO_TENANT_ID)!;
  const app = emulator.add.addApp(tenant, { secrets: [{ value: "good" }] });
  emulator.add.consent(app, tenant, ["Calendars.ReadWrite", ...roles]);
  return { clientId: app.appId, clientSecret: "good" };
}

/** An organization whose connection works and has these permissions besides that of calendars. */
export async function makeVerified(
  gateway: TestGateway,
  roles: readonly string[],
  addresses: readonly string[] = [DEMO_USERS.oskar.address],
): Promise<TestOrganization> {
  const organization = await makeOrganization(gateway, { app: appWith(gateway, roles), addresses });
  await organization.admin.data(VerifyConnectionDocument, { input: { id: organization.connectionId } });
  return organization;
}
