import type { Builders } from "../core/builders.js";
import type { Tenant } from "../core/directory.model.js";
import { addGroup } from "../core/groups.js";
import type { Store } from "../core/store.js";
import { shareCalendar } from "../graph/sharing/shared-calendars.js";
import { DEMO_GROUP, DEMO_TEAMS, DEMO_USERS } from "./demo-ids.js";

/** A distribution list, and a calendar that is shared: Tomasz may read Ines's. Neither takes an id from the others. */
export function addDemoSharing({ store }: Builders, tenant: Tenant): void {
  const { ines, tomasz } = DEMO_USERS;
  addGroup(store, tenant, {
    id: DEMO_GROUP.id,
    displayName: "Instruments",
    mail: DEMO_GROUP.address,
    members: [ines.address, tomasz.address],
  });
  addTeams(store, tenant);
  const owner = tenant.users.get(ines.id)?.mailbox;
  if (owner !== undefined) shareCalendar(store, owner, { address: tomasz.address, role: "read" });
}

/** Two teams, one with somebody who has no mailbox, and a list that has both teams within it. */
function addTeams(store: Store, tenant: Tenant): void {
  const { ines, tomasz, jonas, priya, mei, luca, nora } = DEMO_USERS;
  const { engineering, product, builders } = DEMO_TEAMS;
  const team = (at: { id: string; address: string }, displayName: string, members: readonly string[]) =>
    addGroup(store, tenant, { id: at.id, mail: at.address, displayName, kind: "microsoft365", members });
  team(engineering, "Engineering", [tomasz.address, jonas.address, priya.address]);
  team(product, "Product", [mei.address, luca.address, nora.address]);
  addGroup(store, tenant, {
    id: builders.id,
    mail: builders.address,
    displayName: "Builders",
    description: "Everybody who makes the product",
    kind: "mailEnabledSecurity",
    members: [engineering.address, product.address, ines.address],
  });
}
