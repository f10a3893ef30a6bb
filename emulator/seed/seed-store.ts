import type { Builders } from "../core/builders.js";
import { DEMO_TENANT_ID, DEMO_USERS, SECOND_TENANT_ID } from "./demo-ids.js";
import { seedDemo } from "./demo-tenant.js";
import { assertOrganization, type OrganizationSeed, seedOrganization } from "./organization/seed-organization.js";

/** What a store begins with: the demo tenants, nothing, or the demo tenants with an invented organization in the first. */
export type Seed = "demo" | "empty" | OrganizationSeed;

/** Throws `RangeError` for an organization that cannot be. */
export function assertSeed(seed: Seed): void {
  if (typeof seed !== "string") assertOrganization(seed);
}

/** Fills an empty store. Throws `RangeError` for an organization that cannot be. */
export function seedStore(builders: Builders, seed: Seed): void {
  if (seed === "empty") return;
  seedDemo(builders);
  if (seed === "demo") return;
  const home = builders.store.tenants.get(DEMO_TENANT_ID);
  const partners = builders.store.tenants.get(SECOND_TENANT_ID);
  if (home === undefined || partners === undefined) throw new Error("The demo tenants must be there first.");
  seedOrganization(builders, home, partners, seed, DEMO_USERS.ines.id);
}
