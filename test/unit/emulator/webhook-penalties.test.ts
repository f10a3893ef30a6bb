import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { EndpointHealth } from "../../../emulator/graph/subscriptions/endpoint-health.js";
import { eventBody, graphClient, type Json, START, tokenFor } from "./kit.js";
import { type Office, startOffice } from "./meeting-kit.js";
import { startWebhook } from "./webhook.kit.js";

const MINUTE = 60_000;
const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

let office: Office;
let hook: Awaited<ReturnType<typeof startWebhook>>;
beforeEach(async () => {
  office = await startOffice();
  hook = await startWebhook();
  opened.push(office.emulator, hook);
});

const subscribe = async (over: Record<string, unknown> = {}) => {
  const { json } = await office.graph.post("/subscriptions", {
    changeType: "created",
    notificationUrl: `${hook.url}/changes`,
    lifecycleNotificationUrl: `${hook.url}/life`,
    resource: `${office.base("ann")}/events`,
    expirationDateTime: new Date(START + 600 * MINUTE).toISOString(),
    ...over,
  });
  hook.take();
  return json;
};
const addEvent = async () => {
  await office.graph.post(`${office.base("ann")}/events`, eventBody());
  await office.emulator.settled();
};
/** Paths that were called since the last look, after so much emulated time. */
const calls = async (advanceMs = 0) => {
  office.emulator.clock.advance(advanceMs);
  await office.emulator.settled();
  return hook.received.splice(0).map(({ path, body }) => [path, body.value[0].lifecycleEvent].join(" ").trim());
};
const log = () => office.emulator.deliveries.entries();

describe("section 7.5: what is no success is tried again", () => {
  test.each([302, 400, 404, 410, 429, 500, 503])("%i", async (status) => {
    await subscribe();
    hook.plan.status = status;
    await addEvent();
    expect([await calls(), await calls(9_999), await calls(1)]).toEqual([["/changes"], [], ["/changes"]]);
    hook.plan.status = 202;
    expect([await calls(20_000), await calls(4 * 3_600_000)]).toEqual([["/changes"], []]);
  });

  test("nor is an answer that comes too late", async () => {
    await subscribe();
    office.emulator.switches.webhookTimeoutMs = 15;
    hook.plan.delayMs = 2_000;
    await addEvent();
    expect(log().at(-1)).toMatchObject({ kind: "change", attempt: 1, status: undefined });
    expect(log().at(-1)?.tookMs).toBeGreaterThanOrEqual(10);
    hook.plan.delayMs = 0;
    office.emulator.switches.webhookTimeoutMs = 10_000;
    await calls(10_000);
    expect(log().at(-1)).toMatchObject({ kind: "change", attempt: 2, status: 202 });
  });

  test("for four hours or as long as the switch says", async () => {
    await subscribe();
    office.emulator.switches.notificationRetryMs = 25_000;
    hook.plan.status = 500;
    await addEvent();
    expect([await calls(), await calls(10_000)]).toEqual([["/changes"], ["/changes", "/life missed"]]);
    hook.plan.status = 202;
    expect([await calls(20_000), await calls(4 * 3_600_000)]).toEqual([["/life missed"], []]);
  });

  test("and a webhook that names a time is heard by a switch only", async () => {
    await subscribe();
    Object.assign(hook.plan, { status: 429, retryAfter: "120" });
    await addEvent();
    expect([await calls(), await calls(10_000)]).toEqual([["/changes"], ["/changes"]]);
    office.emulator.switches.webhookRetryAfter = "obey";
    expect([await calls(20_000), await calls(119_000), await calls(1_000)]).toEqual([["/changes"], [], ["/changes"]]);
    hook.plan.retryAfter = new Date(office.emulator.clock.now() + 600_000).toUTCString();
    expect([await calls(120_000), await calls(400_000), await calls(80_000)]).toEqual([["/changes"], [], ["/changes"]]);
  });
});

describe("section 7.5: slow endpoints", () => {
  /** So many answers within the ten minutes before now, of which so many are slow. */
  const answered = async (slow: number, of: number) => {
    const { switches } = office.emulator;
    switches.webhookSampleSize = of;
    for (let index = 0; index < of; index++) {
      switches.webhookSlowMs = index < slow ? 0.001 : 60_000;
      await addEvent();
    }
    switches.webhookSlowMs = 60_000;
    hook.received.splice(0);
  };

  test("over 10 % of slow answers in ten minutes: later notifications come 10 seconds later", async () => {
    await subscribe();
    await answered(1, 8);
    await addEvent();
    expect([await calls(), await calls(9_999), await calls(1)]).toEqual([[], [], ["/changes"]]);
    office.emulator.clock.advance(10 * MINUTE);
    await addEvent();
    expect(await calls()).toEqual(["/changes"]);
  });

  test("over 15 %: notifications are dropped for ten minutes, then 'missed' tells of it once", async () => {
    await subscribe();
    await answered(2, 10);
    await addEvent();
    await addEvent();
    expect([await calls(), await calls(9 * MINUTE)]).toEqual([[], []]);
    expect(log().slice(-2)).toMatchObject([
      { kept: "dropped", kind: "change", status: undefined },
      { kept: "dropped" },
    ]);
    expect(await calls(MINUTE)).toEqual(["/life missed"]);
    await addEvent();
    expect(await calls()).toEqual(["/changes"]);
  });

  test("few answers say nothing about an endpoint, and another URL is not hit", async () => {
    const { emulator } = office;
    const health = new EndpointHealth(emulator.world);
    for (let answer = 0; answer < 9; answer++) health.note("http://127.0.0.1/a", 20_000);
    expect(health.state("http://127.0.0.1/a")).toBe("good");
    health.note("http://127.0.0.1/a", 20_000);
    expect([health.state("http://127.0.0.1/a"), health.state("http://127.0.0.1/b")]).toEqual(["dropping", "good"]);
    emulator.clock.advance(10 * MINUTE);
    expect(health.state("http://127.0.0.1/a")).toBe("good");
  });

  test("a drop ends as soon as slow answers that are ten minutes old no longer count", async () => {
    const { emulator } = office;
    const health = new EndpointHealth(emulator.world);
    const note = (count: number, tookMs: number) => {
      for (let answer = 0; answer < count; answer++) health.note("a", tookMs);
    };
    note(4, 20_000);
    emulator.clock.advance(6 * MINUTE);
    note(12, 5);
    expect([health.state("a"), health.dropsUntil("a")]).toEqual(["dropping", emulator.clock.now() + 4 * MINUTE]);
    emulator.clock.advance(4 * MINUTE - 1);
    expect(health.state("a")).toBe("dropping");
    emulator.clock.advance(1);
    expect(health.state("a")).toBe("good");
  });

  test("exactly 10 % and 15 % are not over them", async () => {
    const health = new EndpointHealth(office.emulator.world);
    const stateAfter = (url: string, slow: number, of: number) => {
      for (let answer = 0; answer < of; answer++) health.note(url, answer < slow ? 3_000 : 2_999);
      return health.state(url);
    };
    expect(stateAfter("a", 2, 20)).toBe("good");
    expect(stateAfter("b", 3, 20)).toBe("slow");
    expect(stateAfter("c", 4, 20)).toBe("dropping");
  });
});

describe("section 7.6: lifecycle notifications", () => {
  test("reauthorizationRequired comes by a switch before the end of a subscription's life, unless it was renewed or reauthorized", async () => {
    office.emulator.switches.reauthorizationLeadMinutes = 15;
    const life = (minutes: number) => new Date(office.emulator.clock.now() + minutes * MINUTE).toISOString();
    const lifecycle = async (advanceMs: number) => (await calls(advanceMs)).filter((call) => call.startsWith("/life"));
    const { id } = await subscribe({ expirationDateTime: life(60) });
    expect([await lifecycle(44 * MINUTE), await lifecycle(MINUTE)]).toEqual([[], ["/life reauthorizationRequired"]]);
    await office.graph.patch(`/subscriptions/${id}`, { expirationDateTime: life(60) });
    expect(await lifecycle(44 * MINUTE)).toEqual([]);
    const { emulator, tenant, app } = office;
    const later = graphClient(emulator, await tokenFor(emulator, tenant, app));
    expect((await later.post(`/subscriptions/${id}/reauthorize`, {})).status).toBe(204);
    expect(await lifecycle(MINUTE)).toEqual([]);
    const before: Json = (await later.get(`/subscriptions/${id}`)).json;
    expect(Date.parse(before.expirationDateTime)).toBe(office.emulator.clock.now() + 15 * MINUTE);
  });
});
