import { type Client, PageIterator } from "@microsoft/microsoft-graph-client";
import type { Group, User } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_TEAMS, DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { graphClient, graphErrorOf, type Page } from "./kit/clients.js";
import { emulatedTenant, isRealTenant, NEEDS_EMULATOR } from "./kit/target.js";

describe.skipIf(isRealTenant)(`microsoft-graph-client: groups of the directory ${NEEDS_EMULATOR}`, () => {
  let target: Awaited<ReturnType<typeof emulatedTenant>>;
  let client: Client;
  beforeAll(async () => {
    target = await emulatedTenant();
    const { store, add } = target.emulator;
    add.consent(store.app(DIRECTORY_APP.clientId)!, store.tenant(target.tenantId)!, ["GroupMember.Read.All"]);
    client = graphClient(target);
  });
  afterAll(() => target.close());

  test("are found by $search and walked page by page", async () => {
    const found: Page<Group> = await client
      .api("/groups")
      .header("ConsistencyLevel", "eventual")
      .search('"displayName:builders" OR "mail:builders"')
      .count(true)
      .select("id,displayName,mail,groupTypes,mailEnabled,securityEnabled")
      .get();
    expect(found.value).toMatchObject([{ id: DEMO_TEAMS.builders.id, mailEnabled: true, securityEnabled: true }]);

    const names: string[] = [];
    const first: Page<Group> = await client.api("/groups").top(2).select("displayName").get();
    await new PageIterator(client, first, (group: Group) => names.push(String(group.displayName)) > 0).iterate();
    expect(names).toEqual(expect.arrayContaining(["Builders", "Engineering", "Instruments", "Product"]));
    expect(new Set(names).size).toBe(names.length);
  });

  test("show their people with those of groups within by a cast, and refuse it without the header", async () => {
    const path = `/groups/${DEMO_TEAMS.builders.id}/transitiveMembers/microsoft.graph.user`;
    const people: Page<User> = await client
      .api(path)
      .header("ConsistencyLevel", "eventual")
      .count(true)
      .select("id,mail,proxyAddresses,assignedPlans")
      .get();
    expect(people.value.map(({ id }) => id)).toContain(DEMO_USERS.jonas.id);
    const ines = people.value.find(({ id }) => id === DEMO_USERS.ines.id);
    expect(ines?.proxyAddresses).toEqual([`SMTP:${DEMO_USERS.ines.address}`]);
    expect(ines?.assignedPlans?.[0]).toMatchObject({ service: "exchange", capabilityStatus: "Enabled" });
    const { code, statusCode } = await graphErrorOf(client.api(path).get());
    expect([statusCode, code]).toEqual([400, "Request_UnsupportedQuery"]);
  });
});
