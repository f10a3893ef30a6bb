import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { DEMO_DOMAIN, DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../../emulator/seed/demo-ids.js";
import { controlOf } from "./control.kit.js";
import { askToken, graphClient, START } from "./kit.js";

describe("the counts of the log and the seed, over the control surface", () => {
  let emulator: Emulator;
  let control: ReturnType<typeof controlOf>;
  beforeAll(async () => {
    emulator = await createEmulator({ clock: createClock(() => START) });
    control = controlOf(emulator);
  });
  afterAll(() => emulator.close());

  const reader = async () => {
    const { json } = await askToken(emulator, DEMO_DOMAIN, {
      grant_type: "client_credentials",
      client_id: GATEWAY_APP.clientId,
      client_secret: GATEWAY_APP.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    });
    return graphClient(emulator, json.access_token);
  };

  test("requests are counted by route, in which ids and addresses are alike, and by status", async () => {
    const graph = await reader();
    const { json } = await graph.get(`/users/${DEMO_USERS.ines.id}/events?$top=2`);
    for (const { id } of json.value) await graph.get(`/users/${DEMO_USERS.ines.address}/events/${id}`);
    await graph.get(`/users/${DEMO_USERS.mei.address}/events/nonsense`);
    await graph.batch([{ id: "1", method: "GET", url: `/users/${DEMO_USERS.mei.id}/calendar` }]);
    const counts = (await control("GET", "/log/counts")).json;
    expect(counts.count).toBe(7);
    expect(counts.groups).toContainEqual({ route: "GET /v1.0/users/{id}/events/{id}", status: 200, count: 2 });
    expect(counts.groups).toContainEqual({ route: "POST /{tenant}/oauth2/v2.0/token", status: 200, count: 1 });
    const byMailbox = (await control("GET", "/log/counts?by=mailbox,client&service=graph&kind=part")).json;
    expect(byMailbox.groups).toEqual([{ mailbox: DEMO_USERS.mei.address, client: GATEWAY_APP.clientId, count: 1 }]);
    const refused = await control("GET", "/log/counts?by=route,moon");
    expect([refused.status, refused.json.error]).toEqual([400, expect.stringContaining("moon")]);
  });

  test("a seed replaces tenants and calendars, keeps settings and the demo's credentials, and is gone after a reset", async () => {
    await control("PATCH", "/settings", { switches: { defaultTop: 3 } });
    const seeded = await control("POST", "/seed", { seed: 5, users: 30 });
    const home = seeded.json.tenants.find(({ id }: { id: string }) => id === DEMO_TENANT_ID);
    expect(home.users).toBeGreaterThan(45);
    expect((await (await reader()).get(`/users/${DEMO_USERS.ines.id}/events`)).json.value).toHaveLength(3);
    const { json: state } = await control("GET", "/state");
    const unseen = state.tenants[0].users.filter(({ events }: { events: number | null }) => events === null);
    expect(unseen.length).toBeGreaterThanOrEqual(30);
    await control("POST", "/seed", { seed: "empty" });
    expect(emulator.store.tenants.size).toBe(0);
    await control("POST", "/reset");
    expect(emulator.store.tenants.get(DEMO_TENANT_ID)?.users.size).toBeLessThan(20);
  });

  test.each([{ seed: 1, users: 0 }, { seed: 1, users: 10_001 }, { seed: "other" }, { seed: 1.5, users: 3 }, {}])(
    "the seed %j is refused and changes nothing",
    async (body) => {
      const before = emulator.store.tenants.size;
      expect((await control("POST", "/seed", body)).status).toBe(400);
      expect(emulator.store.tenants.size).toBe(before);
    },
  );
});
