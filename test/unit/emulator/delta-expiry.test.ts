import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { DEFAULT_SWITCHES } from "../../../emulator/core/switches.js";
import { trackedMailbox } from "./delta.kit.js";
import { eventBody, START, startTenant } from "./kit.js";

type Tracked = Awaited<ReturnType<typeof trackedMailbox>>;

let world: Awaited<ReturnType<typeof startTenant>>;
let tracked: Tracked;
beforeAll(async () => {
  world = await startTenant({ clock: createClock(() => START) });
});
afterAll(() => world.emulator.close());
beforeEach(async () => {
  Object.assign(world.emulator.switches, DEFAULT_SWITCHES);
  world.emulator.faults.clear();
  tracked = await trackedMailbox(world);
  for (const subject of ["one", "two", "three"]) await tracked.create(eventBody({ subject }));
});

const ask = async (link: string, headers?: Record<string, string>) => {
  const { status, json, headers: answered } = await world.graph.get(link, headers);
  return { status, code: json.error?.code, location: answered.get("location"), json };
};

describe("section 6.6: links that no longer work", () => {
  test("by the clock: a link works until the age that the switch names", async () => {
    world.emulator.switches.deltaTokenLifetimeSeconds = 600;
    const { link } = await tracked.round(tracked.first);
    world.emulator.clock.advance(599_000);
    expect((await ask(link)).status).toBe(200);
    world.emulator.clock.advance(1_000);
    const lost = await ask(link);
    expect([lost.status, lost.code]).toEqual([410, "SyncStateNotFound"]);
    const anew = await tracked.round(lost.location ?? "");
    expect(anew.items).toHaveLength(3);
  });

  test("by a fault: also in the middle of a round, and as often as it is armed for", async () => {
    const paged = { prefer: "odata.maxpagesize=1" };
    const first = await ask(tracked.first, paged);
    const next = first.json["@odata.nextLink"];
    world.emulator.faults.add({ times: 2, action: { kind: "deltaExpired" } });
    expect((await ask(tracked.first)).status).toBe(200);
    expect([(await ask(next, paged)).status, (await ask(next, paged)).status]).toEqual([410, 410]);
    expect((await ask(next, paged)).status).toBe(200);
  });

  test("by a fault of one mailbox only", async () => {
    const other = await trackedMailbox(world);
    const [mine, others] = [await tracked.round(tracked.first), await other.round(other.first)];
    const mailbox = tracked.base.split("/")[2] ?? "";
    world.emulator.faults.always({ mailbox }, { kind: "deltaExpired" });
    expect([(await ask(mine.link)).status, (await ask(others.link)).status]).toEqual([410, 200]);
    expect(world.emulator.log.entries({ faultKind: "deltaExpired" }).every((entry) => entry.status === 410)).toBe(true);
  });

  test.each([
    [410, "resyncRequired"],
    [404, "syncStateNotFound"],
    [400, "SyncStateNotFound"],
  ] as const)("answer %i %s by the switches", async (lostDeltaStatus, lostDeltaCode) => {
    const { link } = await tracked.round(tracked.first);
    Object.assign(world.emulator.switches, { lostDeltaStatus, lostDeltaCode, deltaTokenLifetimeSeconds: 0 });
    const lost = await ask(link);
    expect([lost.status, lost.code]).toEqual([lostDeltaStatus, lostDeltaCode]);
  });
});
