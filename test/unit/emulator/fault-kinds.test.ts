import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { FaultInput, FaultKind } from "../../../emulator/core/faults.js";
import { askToken, clientForm, eventBody, type Json, SECRET, START, startTenant } from "./kit.js";
import { startWebhook } from "./webhook.kit.js";

type Office = Awaited<ReturnType<typeof startTenant>> & {
  base: string;
  hook: Awaited<ReturnType<typeof startWebhook>>;
};

const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

let office: Office;
beforeEach(async () => {
  const hook = opened.length === 0 ? await startWebhook() : office.hook;
  if (opened.length === 0) {
    const started = await startTenant({ clock: createClock(() => START) });
    office = { ...started, base: `/users/${started.ann.id}`, hook };
    opened.push(started.emulator, hook);
  }
  office.emulator.faults.clear();
  office.emulator.log.clear();
  office.emulator.deliveries.clear();
  office.emulator.store.subscriptions.clear();
});

const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${office.emulator.url}/emulator${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Json };
};
/** Arms over HTTP, as any client would. */
const arm = async (fault: FaultInput) => {
  const { status, json } = await control("POST", "/faults", fault);
  expect([status, json]).toEqual([200, { id: expect.any(Number) }]);
};
const events = () => office.graph.get(`${office.base}/events`);
const rawEvents = (signal: AbortSignal | null = null) =>
  fetch(`${office.emulator.graphUrl}/v1.0${office.base}/events`, {
    headers: { authorization: `Bearer ${office.token}` },
    signal,
  });
const token = () => askToken(office.emulator, office.tenant.id, clientForm(office.app, SECRET));
const claimsOf = (jwt: string): Json => JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
/** The bytes of a body until it ends or breaks. */
const bytesOf = async (response: Response) => {
  let [bytes, broke] = [0, false];
  try {
    const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
    for await (const chunk of body) bytes += chunk.length;
  } catch {
    broke = true;
  }
  return { bytes, broke, declared: Number(response.headers.get("content-length")) };
};
const subscribe = async (over: Record<string, unknown> = {}) => {
  const { json } = await office.graph.post("/subscriptions", {
    changeType: "created,updated,deleted",
    notificationUrl: `${office.hook.url}/changes`,
    lifecycleNotificationUrl: `${office.hook.url}/life`,
    resource: `${office.base}/events`,
    expirationDateTime: new Date(START + 3_600_000).toISOString(),
    ...over,
  });
  office.hook.take();
  return json;
};
const addEvent = async (subject = "Planning"): Promise<Json> =>
  (await office.graph.post(`${office.base}/events`, eventBody({ subject }))).json;
const posts = async () => {
  await office.emulator.settled();
  return office.hook.received.splice(0).map(({ path, body }) => ({
    path,
    ids: body.value.map((item: Json) => item.resourceData?.id ?? item.lifecycleEvent),
  }));
};

/** Each kind: armed over HTTP, and its effect as a client sees it. */
const effects: Record<FaultKind, () => Promise<void>> = {
  error: async () => {
    await arm({ match: { mailbox: office.ann.id }, action: { kind: "error", status: 429, retryAfterSeconds: 2.128 } });
    const { status, json, headers } = await events();
    expect([status, json.error.code, headers.get("retry-after")]).toEqual([429, "ApplicationThrottled", "2.128"]);
    await arm({ action: { kind: "error", status: 503, retryAfterSeconds: 90, retryAfterForm: "httpDate" } });
    expect((await events()).headers.get("retry-after")).toBe(new Date(START + 90_000).toUTCString());
    await arm({ action: { kind: "error", status: 504 } });
    expect((await events()).headers.get("retry-after")).toBeNull();
  },
  html: async () => {
    await arm({ action: { kind: "html", status: 503, retryAfterSeconds: 5 } });
    const { status, json, headers } = await events();
    expect([status, headers.get("content-type"), headers.get("retry-after")]).toEqual([503, "text/html", "5"]);
    expect(json).toMatch(/^<!DOCTYPE html>/);
  },
  empty: async () => {
    await arm({ match: { service: "entra" }, action: { kind: "empty" } });
    const { status, json } = await token();
    expect([status, json]).toEqual([200, {}]);
  },
  claimsChallenge: async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    await arm({ match: { service: "graph" }, action: { kind: "claimsChallenge", claims } });
    const { status, headers } = await events();
    expect(status).toBe(401);
    const challenge = headers.get("www-authenticate") ?? "";
    expect(challenge).toContain('error="insufficient_claims"');
    const sent = /claims="([^"]+)"/.exec(challenge)?.[1] ?? "";
    expect(Buffer.from(sent, "base64").toString()).toBe(claims);
    await arm({ match: { service: "entra" }, action: { kind: "claimsChallenge", claims } });
    expect((await token()).json).toMatchObject({ error: "interaction_required", suberror: "basic_action", claims });
  },
  delay: async () => {
    await arm({ action: { kind: "delay", ms: 40 } });
    expect((await events()).status).toBe(200);
    const [entry] = office.emulator.log.entries({ faultKind: "delay" });
    expect(entry?.tookMs).toBeGreaterThanOrEqual(35);
  },
  hang: async () => {
    await arm({ action: { kind: "hang" } });
    await expect(rawEvents(AbortSignal.timeout(40))).rejects.toThrow(/timeout/i);
    await expect.poll(() => office.emulator.log.count({ faultKind: "hang" })).toBe(1);
  },
  reset: async () => {
    await arm({ action: { kind: "reset" } });
    await expect(rawEvents()).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
    });
  },
  resetAfterHeaders: async () => {
    await arm({ action: { kind: "resetAfterHeaders" } });
    const response = await rawEvents();
    expect(response.status).toBe(200);
    expect(await bytesOf(response)).toMatchObject({ bytes: 0, broke: true });
  },
  slowBody: async () => {
    await arm({ action: { kind: "slowBody", bytes: 60, intervalMs: 10 } });
    const started = performance.now();
    const { bytes, broke, declared } = await bytesOf(await rawEvents());
    expect([bytes, broke]).toEqual([declared, false]);
    const pauses = Math.ceil(declared / 60) - 1;
    // Timers may be a little early.
    expect([pauses > 0, performance.now() - started >= pauses * 9]).toEqual([true, true]);
  },
  halfBody: async () => {
    await arm({ action: { kind: "halfBody", share: 0.25 } });
    const { bytes, broke, declared } = await bytesOf(await rawEvents());
    expect([bytes, broke]).toEqual([Math.floor(declared / 4), true]);
  },
  deltaExpired: async () => {
    await arm({ action: { kind: "deltaExpired" } });
    const first = `${office.base}/calendarView/delta?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z`;
    const { json } = await office.graph.get(first, { prefer: "odata.maxpagesize=100" });
    const lost = await office.graph.get(json["@odata.deltaLink"]);
    expect([lost.status, lost.json.error.code]).toEqual([410, "SyncStateNotFound"]);
    const anew = await office.graph.get(lost.headers.get("location") ?? "");
    expect(anew.json.value.length).toBe(json.value.length);
    await arm({ action: { kind: "deltaExpired", status: 400, code: "resyncRequired", location: false } });
    const again = await office.graph.get(json["@odata.deltaLink"]);
    expect([again.status, again.json.error.code, again.headers.get("location")]).toEqual([400, "resyncRequired", null]);
    expect((await office.graph.get(json["@odata.deltaLink"])).status).toBe(200);
  },
  lapseSubscription: async () => {
    const silent = await subscribe();
    await arm({ action: { kind: "lapseSubscription" } });
    expect((await office.graph.patch(`/subscriptions/${silent.id}`, {})).status).toBe(404);
    await subscribe();
    await arm({ match: { mailbox: "ann@quarry.example" }, action: { kind: "lapseSubscription", notice: true } });
    await addEvent();
    expect(await posts()).toEqual([{ path: "/life", ids: ["subscriptionRemoved"] }]);
    expect((await office.graph.get("/subscriptions")).json.value).toEqual([]);
  },
  loseNotification: async () => {
    await subscribe();
    await arm({ action: { kind: "loseNotification" } });
    await addEvent();
    expect(await posts()).toEqual([]);
    expect(office.emulator.deliveries.entries().at(-1)).toMatchObject({
      kind: "change",
      kept: "lost",
      status: undefined,
    });
    await arm({ match: { path: "/changes" }, action: { kind: "loseNotification", notice: true } });
    await addEvent();
    expect(await posts()).toEqual([{ path: "/life", ids: ["missed"] }]);
    const { id } = await addEvent();
    expect(await posts()).toEqual([{ path: "/changes", ids: [id] }]);
  },
  duplicateNotification: async () => {
    await subscribe();
    await arm({ action: { kind: "duplicateNotification", copies: 2, afterMs: 5_000 } });
    const { id } = await addEvent();
    expect(await posts()).toEqual([{ path: "/changes", ids: [id] }]);
    office.emulator.clock.advance(5_000);
    expect(await posts()).toEqual([{ path: "/changes", ids: [id, id] }]);
  },
  reorderNotification: async () => {
    await subscribe();
    await arm({ action: { kind: "reorderNotification" } });
    const [early, late] = [await addEvent("early"), await addEvent("late")];
    expect((await posts()).map(({ ids }) => ids)).toEqual([[late.id], [early.id]]);
    await arm({ action: { kind: "reorderNotification", withinMs: 20_000 } });
    const { id } = await addEvent("alone");
    expect(await posts()).toEqual([]);
    office.emulator.clock.advance(20_000);
    expect((await posts()).map(({ ids }) => ids)).toEqual([[id]]);
  },
  delayNotification: async () => {
    await subscribe();
    await arm({ action: { kind: "delayNotification", ms: 60_000 } });
    await addEvent();
    office.emulator.clock.advance(59_999);
    expect(await posts()).toEqual([]);
    office.emulator.clock.advance(1);
    expect(await posts()).toHaveLength(1);
  },
  secretNotReplicated: async () => {
    await arm({
      match: { appId: office.app.appId },
      forSeconds: 60,
      every: 2,
      action: { kind: "secretNotReplicated" },
    });
    const codes = async (count: number) => {
      const found: unknown[] = [];
      for (let call = 0; call < count; call++) found.push((await token()).json.error_codes?.[0]);
      return found;
    };
    expect(await codes(4)).toEqual([7000215, undefined, 7000215, undefined]);
    office.emulator.clock.advance(60_000);
    expect(await codes(2)).toEqual([undefined, undefined]);
  },
  consentNotReplicated: async () => {
    await arm({ action: { kind: "consentNotReplicated" } });
    const [early, late] = [await token(), await token()];
    expect([early.status, claimsOf(early.json.access_token)]).toEqual([
      200,
      expect.not.objectContaining({ roles: expect.anything() }),
    ]);
    expect(claimsOf(late.json.access_token).roles).toContain("Calendars.ReadWrite");
  },
  appNotReplicated: async () => {
    await arm({ action: { kind: "appNotReplicated" } });
    expect((await token()).json).toMatchObject({ error: "unauthorized_client", error_codes: [700016] });
  },
  principalNotReplicated: async () => {
    await arm({ action: { kind: "principalNotReplicated" } });
    const { status, json } = await token();
    expect([status, json.error, json.error_codes]).toEqual([401, "invalid_client", [7000229]]);
  },
  refreshIn: async () => {
    await arm({ action: { kind: "refreshIn" } });
    await arm({ action: { kind: "refreshIn", seconds: 60 } });
    const answers = [await token(), await token(), await token()];
    expect(answers.map(({ json }) => json.refresh_in)).toEqual([1799, 60, undefined]);
  },
};

describe("every kind of fault (section 10.10), armed over HTTP", () => {
  test.each(Object.entries(effects))("%s has its effect, and the log names it", async (kind, seesEffect) => {
    await seesEffect();
    expect((await control("GET", "/faults")).json.faults).toEqual([]);
    const { struckByFault } = (await control("GET", "/log/counts")).json;
    expect(struckByFault[kind]).toBeGreaterThan(0);
  });

  test("the control surface lists exactly these, each with a schema and an example that it accepts", async () => {
    const { json } = await control("GET", "/faults/kinds");
    expect(json.kinds.map(({ kind }: Json) => kind).sort()).toEqual(Object.keys(effects).sort());
    for (const { kind, purpose, action, example } of json.kinds) {
      expect([action.type, action.properties.kind.const]).toEqual(["object", kind]);
      expect(purpose).not.toBe("");
      await arm(example);
    }
    expect((await control("GET", "/faults")).json.faults).toHaveLength(json.kinds.length);
    expect(Object.keys(json.fault.properties)).toEqual(["match", "times", "skip", "every", "forSeconds"]);
  });

  test.each([
    [{ action: { kind: "explode" } }, /'explode' is no kind of fault\. Kinds: error, html/],
    [{ action: { kind: "slowBody", bytes: 0, intervalMs: 5 } }, /kind 'slowBody'.*bytes/s],
    [{ action: { kind: "error" } }, /kind 'error'.*status/s],
    [{ action: { kind: "reset", ms: 5 } }, /kind 'reset'.*ms/s],
    [{ match: { service: "graph" }, action: { kind: "refreshIn" } }, /'refreshIn' never strikes 'graph', only 'entra'/],
    [{ match: { mailbx: "ann" }, action: { kind: "hang" } }, /mailbx/],
    [{ action: { kind: "hang" }, every: 0 }, /every/],
    [{ action: "hang" }, /action/],
    [[], /object/],
  ])("%j is refused with a sentence", async (fault, message) => {
    const { status, json } = await control("POST", "/faults", fault);
    expect(status).toBe(400);
    expect(json.error).toMatch(message);
    expect((await control("GET", "/faults")).json.faults).toEqual([]);
  });
});

describe("when a fault strikes", () => {
  test("after: a write is carried out although its caller sees the connection cut, an error or an empty answer", async () => {
    const subjects = async () =>
      (await office.graph.get(`${office.base}/events?$top=100&$select=subject`)).json.value.map(
        ({ subject }: Json) => subject,
      );
    const post = (subject: string) => office.graph.post(`${office.base}/events`, eventBody({ subject }));
    await arm({ match: { method: "POST", path: "*/events" }, action: { kind: "reset", when: "after" } });
    await expect(post("cut")).rejects.toThrow();
    await arm({ match: { method: "POST", path: "*/events" }, action: { kind: "error", status: 504, when: "after" } });
    expect((await post("timed out")).status).toBe(504);
    await arm({ match: { method: "POST", path: "*/events" }, action: { kind: "error", status: 504 } });
    expect((await post("never there")).status).toBe(504);
    const found = await subjects();
    expect(found).toEqual(expect.arrayContaining(["cut", "timed out"]));
    expect(found).not.toContain("never there");
  });

  test("in a part of a batch, what it does to the connection hits the whole batch", async () => {
    await arm({ match: { mailbox: office.ann.id }, action: { kind: "halfBody" } });
    const response = await fetch(`${office.emulator.graphUrl}/v1.0/$batch`, {
      method: "POST",
      headers: { authorization: `Bearer ${office.token}`, "content-type": "application/json" },
      body: JSON.stringify({ requests: [{ id: "1", method: "GET", url: `${office.base}/calendar` }] }),
    });
    const { bytes, broke, declared } = await bytesOf(response);
    expect([bytes, broke]).toEqual([Math.floor(declared / 2), true]);
    expect(office.emulator.log.entries({ kind: "part" })).toMatchObject([{ status: 200, fault: { kind: "halfBody" } }]);
  });

  test("answers without a body cannot be cut, and refusals can", async () => {
    const { id } = await addEvent();
    await arm({ match: { method: "DELETE" }, action: { kind: "halfBody" } });
    expect((await office.graph.delete(`${office.base}/events/${id}`)).status).toBe(204);
    await arm({ action: { kind: "halfBody" } });
    const response = await fetch(`${office.emulator.graphUrl}/v1.0/nowhere`, {
      headers: { authorization: `Bearer ${office.token}` },
    });
    expect([response.status, (await bytesOf(response)).broke]).toEqual([400, true]);
  });
});

test("DELETE /emulator/subscriptions/{id} makes a subscription vanish without a word", async () => {
  const { id } = await subscribe();
  expect((await control("DELETE", `/subscriptions/${id}`)).status).toBe(200);
  expect((await office.graph.get(`/subscriptions/${id}`)).status).toBe(404);
  expect((await control("DELETE", `/subscriptions/${id}`)).status).toBe(404);
  await addEvent();
  expect(await posts()).toEqual([]);
});
