import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { GraphConnection } from "../../../src/graph/index.js";
import { createGraphClient, readAll } from "../../../src/graph/index.js";
import { addPerson, startTenant } from "../emulator/kit.js";
import { get, newCall } from "./kit/graph-call.js";

let tenant: Awaited<ReturnType<typeof startTenant>>;
let connection: GraphConnection;
const people = Array.from({ length: 20 }, (_, i) => `p${i}`);

beforeAll(async () => {
  tenant = await startTenant({ latency: { graphMs: 4, jitterSigma: 0.4 } });
  for (const name of people) addPerson(tenant.emulator, tenant.tenant, name);
  connection = { id: "c1", graphUrl: tenant.emulator.graphUrl, accessToken: async () => tenant.token };
});
afterAll(() => tenant.emulator.close());

const address = (name: string) => `${name}@quarry.example`;

beforeEach(() => tenant.emulator.log.clear());

test("ten dashboards, an export of one mailbox and single reads at once are never refused", async () => {
  const client = createGraphClient();
  const dashboards = Array.from({ length: 10 }, () => {
    const call = newCall();
    return people.map((name) => client.send(connection, get(address(name), "/calendar"), call));
  });
  const exported = Array.from({ length: 40 }, (_, i) =>
    client.send(connection, get(address("ann"), `/calendars?$top=${i + 1}`), newCall({ client: "export" })),
  );
  const single = readAll(client, connection, get(address("ann"), "/events?$top=1"), newCall(), { maxItems: 10 });

  await Promise.all([...dashboards.flat(), ...exported, single]);
  await client.close();

  expect(tenant.emulator.peakPerMailbox()).toBeLessThanOrEqual(4);
  expect(tenant.emulator.log.count({ status: 429 })).toBe(0);
  expect(tenant.emulator.log.count({ pathEnd: "/calendar" })).toBe(people.length);
});

test("a mailbox of which strangers hold two places is served with the other two", async () => {
  const client = createGraphClient();
  tenant.emulator.switches.mailboxConcurrency = 2;
  const sent = Array.from({ length: 20 }, (_, i) =>
    client.send(connection, get(address("ann"), `/calendars?$top=${i + 1}`), newCall()),
  );
  const results = await Promise.allSettled(sent);
  tenant.emulator.switches.mailboxConcurrency = 4;

  expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(tenant.emulator.log.count({ status: 429 })).toBeLessThanOrEqual(4);
});

test("a refused mailbox repeats its own request only, and a dead one fails alone", async () => {
  const client = createGraphClient({ maxAttempts: 2 });
  const { faults, log } = tenant.emulator;
  faults.once({ mailbox: address("p3") }, { kind: "error", status: 429, retryAfterSeconds: 0.05 });
  const dead = faults.always({ mailbox: address("p7") }, { kind: "error", status: 500 });

  const sent = people.map((name) => client.send(connection, get(address(name), "/calendar"), newCall()));
  const results = await Promise.allSettled(sent);
  faults.remove(dead);

  expect(people.filter((_, index) => results[index]?.status === "rejected")).toEqual(["p7"]);
  expect(log.count({ pathEnd: "/calendar" })).toBe(people.length + 1);
  expect(log.count({ kind: "http" })).toBe(people.length / 4 + 1);
});
