import type { Builders } from "../core/builders.js";
import type { Tenant } from "../core/directory.model.js";
import { addGroup } from "../core/groups.js";
import { shareCalendar } from "../graph/sharing/shared-calendars.js";
import { DEMO_GROUP, DEMO_USERS } from "./demo-ids.js";

/** A distribution list, and a calendar that is shared: Tomasz may read Ines's. Neither takes an id from the others. */
export function addDemoSharing({ store }: Builders, tenant: Tenant): void {
  const { ines, tomasz } = DEMO_USERS;
  addGroup(store, tenant, {
    id: DEMO_GROUP.id,
    displayName: "Instruments",
    mail: DEMO_GROUP.address,
    members: [ines.address, tomasz.address],
  });
  const owner = tenant.users.get(ines.id)?.mailbox;
  if (owner !== undefined) shareCalendar(store, owner, { address: tomasz.address, role: "read" });
}
