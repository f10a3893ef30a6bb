import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, graphClient, START, tokenFor } from "./kit.js";
import { codeOf } from "./meeting-kit.js";
import { certificate, inMinutes, type Subscriber, startSubscriber } from "./subscriptions.kit.js";

const MINUTE = 60_000;

let office: Subscriber["office"];
let hook: Subscriber["hook"];
let wish: Subscriber["wish"];
let subscribe: Subscriber["subscribe"];
let addEvent: Subscriber["addEvent"];
let arrived: Subscriber["arrived"];
const opened: Subscriber[] = [];
beforeEach(async () => {
  const subscriber = await startSubscriber();
  opened.push(subscriber);
  ({ office, hook, wish, subscribe, addEvent, arrived } = subscriber);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

describe("creating a subscription (statement 25)", () => {
  test("validates each URL with a decoded token as text/plain, and answers 201 with the whole subscription", async () => {
    const reply = await subscribe({
      notificationUrl: `${hook.url}/changes?key=1`,
      lifecycleNotificationUrl: `${hook.url}/changes?key=1`,
    });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      resource: `${office.base("ann")}/events`,
      changeType: "created,updated,deleted",
      applicationId: office.app.appId,
      clientState: "a shared word",
      includeResourceData: false,
      latestSupportedTlsVersion: "v1_2",
      expirationDateTime: "2026-03-02T09:00:00.0000000Z",
    });
    expect(hook.received).toHaveLength(2);
    for (const { query, contentType } of hook.received) {
      expect(contentType).toMatch(/^text\/plain/);
      expect([query.get("key"), query.get("validationToken")?.startsWith("Validation: ")]).toEqual(["1", true]);
    }
    const kinds = office.emulator.deliveries.entries().map(({ kind, url }) => [kind, url]);
    expect(kinds).toEqual(new Array(2).fill(["validation", `${hook.url}/changes`]));
  });

  test.each([
    ["fail", "ValidationError"],
    ["encoded", "ValidationError"],
    ["json", "ValidationError"],
    ["hang", "InvalidRequest"],
  ] as const)("an endpoint that answers the handshake like '%s' is 400 %s", async (handshake, code) => {
    hook.plan.handshake = handshake;
    if (handshake === "hang") office.emulator.switches.webhookTimeoutMs = 40;
    expect(codeOf(await subscribe())).toEqual([400, code]);
    expect((await office.graph.get("/subscriptions")).json.value).toEqual([]);
  });

  test("a life above 10,080 minutes is refused, with resource data above 1,440; below 45 it is raised to 45", async () => {
    expect((await subscribe({ expirationDateTime: inMinutes(10_080) })).status).toBe(201);
    expect((await subscribe({ expirationDateTime: inMinutes(10_081) })).status).toBe(400);
    const short = await subscribe({ expirationDateTime: inMinutes(5), changeType: "created" });
    expect(short.json.expirationDateTime).toBe("2026-03-02T08:45:00.0000000Z");
    const rich = {
      includeResourceData: true,
      encryptionCertificate: certificate,
      encryptionCertificateId: "c1",
      resource: `${office.base("ann")}/events?$select=subject`,
    };
    expect((await subscribe({ ...rich, expirationDateTime: inMinutes(1_441) })).status).toBe(400);
    expect((await subscribe({ ...rich, expirationDateTime: inMinutes(1_440) })).status).toBe(201);
  });

  test("only loopback URLs are called, and only HTTPS ones when the switch is off", async () => {
    for (const notificationUrl of ["https://example.com/x", "http://10.0.0.1/x", "ftp://127.0.0.1/x", "nonsense"]) {
      expect(codeOf(await subscribe({ notificationUrl }))).toEqual([400, "InvalidRequest"]);
      expect(codeOf(await subscribe({ lifecycleNotificationUrl: notificationUrl }))).toEqual([400, "InvalidRequest"]);
    }
    office.emulator.switches.plainHttpWebhooks = false;
    expect((await subscribe()).status).toBe(400);
    expect(hook.received).toEqual([]);
  });

  test("bad members are 400 and nobody is called", async () => {
    const id = (await addEvent()).json.id;
    const bad = [
      { changeType: undefined },
      { changeType: "changed" },
      { resource: "users" },
      { resource: `${office.base("ann")}/events/${id}` },
      { resource: `${office.base("ann")}/messages` },
      { resource: "me/events" },
      { notificationUrl: undefined },
      { expirationDateTime: undefined },
      { expirationDateTime: "tomorrow" },
      { expirationDateTime: inMinutes(-1) },
      { clientState: "x".repeat(129) },
      { latestSupportedTlsVersion: "v9" },
      { nonsense: 1 },
      { includeResourceData: true },
      { includeResourceData: true, resource: `${office.base("ann")}/events?$select=subject` },
      {
        includeResourceData: true,
        resource: `${office.base("ann")}/events?$select=subject`,
        encryptionCertificate: "bm9uc2Vuc2U=",
        encryptionCertificateId: "c",
      },
      {
        includeResourceData: true,
        resource: `${office.base("ann")}/events?$select=body`,
        encryptionCertificate: certificate,
        encryptionCertificateId: "c",
      },
    ];
    for (const over of bad) expect((await subscribe(over)).status).toBe(400);
    expect(hook.received).toEqual([]);
  });

  test("the mailbox has to exist and be in reach: 404 or 403", async () => {
    const { emulator, tenant } = office;
    expect((await subscribe({ resource: "users/nobody/events" })).status).toBe(404);
    const guest = emulator.add.addUser(tenant, { userPrincipalName: "guest@quarry.example", mailbox: false });
    expect(codeOf(await subscribe({ resource: `users/${guest.id}/events` }))).toEqual([
      404,
      "MailboxNotEnabledForRESTAPI",
    ]);
    const app = emulator.add.addApp(tenant, { secrets: [{ value: "basic" }] });
    emulator.add.consent(app, tenant, ["Calendars.ReadBasic"]);
    const basic = graphClient(emulator, await tokenFor(emulator, tenant, app, "basic"));
    expect(codeOf(await basic.post("/subscriptions", wish()))).toEqual([403, "ErrorAccessDenied"]);
  });

  test("a delegated token subscribes to its user's own mailbox only, as me/events too", async () => {
    const { emulator, tenant, app, ann } = office;
    const seconds = START / 1000;
    const token = await emulator.signingKey.sign({
      aud: "https://graph.microsoft.com",
      tid: tenant.id,
      oid: ann.id,
      appid: app.appId,
      scp: "Calendars.Read",
      nbf: seconds,
      exp: seconds + 3_600,
    });
    const delegated = graphClient(emulator, token);
    const made = await delegated.post("/subscriptions", wish({ resource: "me/events" }));
    expect([made.status, made.json.creatorId]).toEqual([201, ann.id]);
    hook.take();
    await addEvent();
    expect((await arrived())[0].resource).toContain(ann.id);
    const other = await delegated.post("/subscriptions", wish({ resource: `${office.base("bob")}/events` }));
    expect(codeOf(other)).toEqual([403, "ErrorAccessDenied"]);
  });

  test("a twin is 409 or by the switch 201, and the mailbox's quota is 403", async () => {
    expect((await subscribe()).status).toBe(201);
    expect((await subscribe({ changeType: "deleted,updated,created" })).status).toBe(409);
    office.emulator.switches.duplicateSubscription = 201;
    expect((await subscribe()).status).toBe(201);
    office.emulator.switches.subscriptionsPerMailbox = 2;
    expect((await subscribe({ changeType: "created" })).status).toBe(403);
    expect((await subscribe({ resource: `${office.base("bob")}/events` })).status).toBe(201);
  });
});

describe("the life of a subscription", () => {
  test("it is read, listed, renewed, reauthorized and deleted by its own app only", async () => {
    const { json } = await subscribe();
    const path = `/subscriptions/${json.id}`;
    expect((await office.graph.get(path)).json.id).toBe(json.id);
    const renewed = await office.graph.patch(path, { expirationDateTime: inMinutes(120) });
    expect([renewed.status, renewed.json.expirationDateTime]).toEqual([200, "2026-03-02T10:00:00.0000000Z"]);
    const again = await office.graph.post(`${path}/reauthorize`, {});
    expect([again.status, (await office.graph.get(path)).json.expirationDateTime]).toEqual([
      204,
      "2026-03-02T10:00:00.0000000Z",
    ]);
    expect((await office.graph.patch(path, { lifecycleNotificationUrl: hook.url })).status).toBe(400);
    expect((await office.graph.patch(path, { expirationDateTime: inMinutes(20_000) })).status).toBe(400);
    const { emulator, tenant } = office;
    const app = emulator.add.addApp(tenant, { secrets: [{ value: "other" }] });
    emulator.add.consent(app, tenant, ["Calendars.ReadWrite"]);
    const other = graphClient(emulator, await tokenFor(emulator, tenant, app, "other"));
    expect((await other.get("/subscriptions")).json.value).toEqual([]);
    expect((await other.delete(path)).status).toBe(404);
    expect((await office.graph.delete(path)).status).toBe(204);
    expect((await office.graph.get(path)).status).toBe(404);
  });

  test("another URL has to pass the handshake before it is taken", async () => {
    const { json } = await subscribe();
    const path = `/subscriptions/${json.id}`;
    hook.plan.handshake = "fail";
    expect(codeOf(await office.graph.patch(path, { notificationUrl: `${hook.url}/other` }))).toEqual([
      400,
      "ValidationError",
    ]);
    expect((await office.graph.get(path)).json.notificationUrl).toBe(`${hook.url}/changes`);
    hook.plan.handshake = "good";
    expect((await office.graph.patch(path, { notificationUrl: `${hook.url}/other` })).status).toBe(200);
    hook.take();
    await addEvent();
    await office.emulator.settled();
    expect(hook.received.map(({ path: to }) => to)).toEqual(["/other"]);
  });

  test("past its time it is gone: PATCH is 404 and nothing is sent", async () => {
    const { json } = await subscribe();
    hook.take();
    office.emulator.clock.advance(60 * MINUTE);
    const graph = graphClient(office.emulator, await tokenFor(office.emulator, office.tenant, office.app));
    expect((await graph.patch(`/subscriptions/${json.id}`, { expirationDateTime: inMinutes(300) })).status).toBe(404);
    await graph.post(`${office.base("ann")}/events`, eventBody());
    expect(await arrived()).toEqual([]);
  });
});
