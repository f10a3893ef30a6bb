import { constants, createDecipheriv, createHmac, privateDecrypt, X509Certificate } from "node:crypto";
import { jwtVerify } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, graphClient, type Json, START, tokenFor } from "./kit.js";
import { codeOf, type Office, startOffice } from "./meeting-kit.js";
import { selfSigned } from "./self-signed.kit.js";
import { startWebhook } from "./webhook.kit.js";

type Webhook = Awaited<ReturnType<typeof startWebhook>>;

const MINUTE = 60_000;
const { certificate, privateKey } = selfSigned();

let office: Office;
let hook: Webhook;
const opened: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  office = await startOffice();
  hook = await startWebhook();
  opened.push(office.emulator, hook);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const inMinutes = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();
const wish = (over: Record<string, unknown> = {}) => ({
  changeType: "created,updated,deleted",
  notificationUrl: `${hook.url}/changes`,
  resource: `${office.base("ann")}/events`,
  expirationDateTime: inMinutes(60),
  clientState: "a shared word",
  ...over,
});
const subscribe = (over: Record<string, unknown> = {}) => office.graph.post("/subscriptions", wish(over));
const addEvent = (over: Record<string, unknown> = {}) =>
  office.graph.post(`${office.base("ann")}/events`, eventBody(over));
/** What has arrived, once everything that is on its way has. */
const arrived = async (): Promise<Json[]> => {
  await office.emulator.settled();
  return hook.take();
};

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
    // A busy machine must not turn a wrong answer into a late one.
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

describe("notifications (statement 26)", () => {
  test("name the change with clientState, subscriptionId, tenantId, resource and the event's ETag", async () => {
    const { json: subscription } = await subscribe();
    hook.take();
    const { json: event } = await addEvent();
    const [item] = await arrived();
    const resource = `Users/${office.ann.id}/Events/${event.id}`;
    expect(item).toEqual({
      id: expect.any(String),
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: subscription.expirationDateTime,
      tenantId: office.tenant.id,
      clientState: "a shared word",
      changeType: "created",
      resource,
      resourceData: {
        "@odata.type": "#Microsoft.Graph.Event",
        "@odata.id": resource,
        "@odata.etag": event["@odata.etag"],
        id: event.id,
      },
    });
    await office.graph.patch(`${office.base("ann")}/events/${event.id}`, { subject: "Other" });
    await office.graph.delete(`${office.base("ann")}/events/${event.id}`);
    expect((await arrived()).map(({ changeType }) => changeType)).toEqual(["updated", "deleted"]);
  });

  test("come only for the changes, the mailbox and the calendar that were asked for", async () => {
    const { json: travel } = await office.graph.post(`${office.base("ann")}/calendars`, { name: "Travel" });
    await subscribe({ changeType: "deleted" });
    await subscribe({
      changeType: "created",
      resource: `${office.base("ann")}/calendars/${travel.id}/events`,
      clientState: "travel",
    });
    hook.take();
    await addEvent();
    await office.graph.post(`${office.base("bob")}/events`, eventBody());
    expect(await arrived()).toEqual([]);
    await office.graph.post(`${office.base("ann")}/calendars/${travel.id}/events`, eventBody());
    expect((await arrived()).map(({ clientState }) => clientState)).toEqual(["travel"]);
  });

  test("tell an attendee's copy and the organizer's about what others do", async () => {
    await subscribe({ clientState: "ann" });
    await subscribe({ resource: `${office.base("bob")}/events`, clientState: "bob" });
    hook.take();
    await office.invite(["bob"]);
    const seen = async () =>
      (await arrived()).map(({ clientState, changeType }) => `${clientState} ${changeType}`).sort();
    expect(await seen()).toEqual(["ann created", "bob created"]);
    await office.act("bob", (await office.eventsOf("bob"))[0].id, "accept");
    expect(await seen()).toEqual(["ann updated", "bob updated"]);
  });

  test("carry immutable ids when the subscription was made with them", async () => {
    await office.graph.post("/subscriptions", wish(), { Prefer: 'IdType="ImmutableId"' });
    hook.take();
    const { json: event } = await addEvent();
    const [item] = await arrived();
    const immutable = await office.graph.get(`${office.base("ann")}/events/${event.id}`, {
      Prefer: 'IdType="ImmutableId"',
    });
    expect(item.resourceData.id).toBe(immutable.json.id);
  });

  test("that failed come again with growing gaps; after four hours they are dropped and 'missed' is sent", async () => {
    await subscribe({ lifecycleNotificationUrl: `${hook.url}/life`, expirationDateTime: inMinutes(600) });
    hook.take();
    hook.plan.status = 503;
    await addEvent();
    const first = await arrived();
    const attempts = async (ms: number) => {
      office.emulator.clock.advance(ms);
      return (await arrived()).length;
    };
    expect([first.length, await attempts(9_999), await attempts(1), await attempts(19_999), await attempts(1)]).toEqual(
      [1, 0, 1, 0, 1],
    );
    hook.plan.status = 202;
    expect([await attempts(40_000), await attempts(4 * 3_600_000)]).toEqual([1, 0]);

    hook.plan.status = 500;
    const graph = graphClient(office.emulator, await tokenFor(office.emulator, office.tenant, office.app));
    await graph.post(`${office.base("ann")}/events`, eventBody());
    await arrived();
    office.emulator.clock.advance(4 * 3_600_000);
    await office.emulator.settled();
    const last = hook.received.at(-1);
    expect([last?.path, last?.body.value[0].lifecycleEvent]).toEqual(["/life", "missed"]);
    const statuses = office.emulator.deliveries.entries().filter(({ kind }) => kind === "change");
    expect(statuses.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, 503],
      [3, 503],
      [4, 202],
      [1, 500],
      [2, 500],
    ]);
  });

  test("wait as long as the switch says", async () => {
    await subscribe();
    hook.take();
    office.emulator.switches.notificationDelayMs = 5_000;
    await addEvent();
    expect(await arrived()).toEqual([]);
    office.emulator.clock.advance(5_000);
    expect(await arrived()).toHaveLength(1);
  });

  test("of the lifecycle go to their own URL; the control surface sends them; a removed subscription is gone", async () => {
    const { json } = await subscribe({ lifecycleNotificationUrl: `${hook.url}/life` });
    hook.take();
    const send = (id: string, event: string) =>
      fetch(`${office.emulator.url}/emulator/subscriptions/${id}/lifecycle`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ event }),
      });
    for (const event of ["reauthorizationRequired", "missed"]) expect((await send(json.id, event)).status).toBe(200);
    await office.emulator.settled();
    expect(
      hook.received.map(({ path, body }) => [path, body.value[0].lifecycleEvent, body.value[0].clientState]),
    ).toEqual([
      ["/life", "reauthorizationRequired", "a shared word"],
      ["/life", "missed", "a shared word"],
    ]);
    expect((await send(json.id, "nonsense")).status).toBe(400);
    await send(json.id, "subscriptionRemoved");
    expect((await arrived()).at(-1).lifecycleEvent).toBe("subscriptionRemoved");
    expect((await office.graph.get(`/subscriptions/${json.id}`)).status).toBe(404);
    expect((await send(json.id, "missed")).status).toBe(404);
    const log: Json = await (await fetch(`${office.emulator.url}/emulator/notifications`)).json();
    expect(JSON.stringify(log)).not.toContain("a shared word");
    expect(log.deliveries.at(-1)).toMatchObject({ kind: "lifecycle", status: 202, attempt: 1 });
  });
});

describe("rich notifications (statement 27)", () => {
  test("HMAC over the encrypted bytes checks, RSA-OAEP-SHA1 unwraps the key, AES-256-CBC with IV from the key opens it", async () => {
    await subscribe({
      includeResourceData: true,
      encryptionCertificate: certificate,
      encryptionCertificateId: "cert-1",
      resource: `users('${office.ann.id}')/events?$select=subject,start`,
    });
    hook.take();
    await addEvent({ subject: "Secret plan" });
    await office.emulator.settled();
    const body: Json = hook.received[0]?.body;
    const { encryptedContent: content } = body.value[0];
    const key = privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" },
      Buffer.from(content.dataKey, "base64"),
    );
    const data = Buffer.from(content.data, "base64");
    expect(createHmac("sha256", key).update(data).digest("base64")).toBe(content.dataSignature);
    const opened = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16));
    const resource = JSON.parse(Buffer.concat([opened.update(data), opened.final()]).toString("utf8"));
    expect(resource).toMatchObject({ "@odata.type": "#microsoft.graph.event", subject: "Secret plan" });
    expect(Object.keys(resource).sort()).toEqual(["@odata.etag", "@odata.type", "id", "start", "subject"]);
    expect(content.encryptionCertificateId).toBe("cert-1");
    const { fingerprint } = new X509Certificate(Buffer.from(certificate, "base64"));
    expect(content.encryptionCertificateThumbprint).toBe(fingerprint.replaceAll(":", ""));
    expect(JSON.stringify(body)).not.toContain("Secret plan");

    const [token] = body.validationTokens;
    const { payload } = await jwtVerify(token, office.emulator.signingKey.publicKey, {
      audience: office.app.appId,
      issuer: `https://sts.windows.net/${office.tenant.id}/`,
      currentDate: new Date(START),
    });
    expect(payload.appid).toBe("0bf30f3b-4a52-48df-9a82-234910c4a086");
  });

  test("what enters or leaves the $filter of the resource is created or deleted", async () => {
    const rich = { includeResourceData: true, encryptionCertificate: certificate, encryptionCertificateId: "cert-1" };
    const resource = (filter: string) => `${office.base("ann")}/events?$select=subject&$filter=${filter}`;
    expect((await subscribe({ ...rich, resource: resource("subject eq") })).status).toBe(400);
    await subscribe({ ...rich, resource: resource("importance eq 'high'") });
    hook.take();
    const { json } = await addEvent();
    const change = async (importance: string, subject: string) => {
      await office.graph.patch(`${office.base("ann")}/events/${json.id}`, { importance, subject });
      return (await arrived()).map(({ changeType }) => changeType);
    };
    expect(await arrived()).toEqual([]);
    expect(await change("high", "a")).toEqual(["created"]);
    expect(await change("high", "b")).toEqual(["updated"]);
    expect(await change("low", "c")).toEqual(["deleted"]);
    expect(await change("low", "d")).toEqual([]);
  });

  test("what is deleted has no content, and two changes of a moment share a POST and its token", async () => {
    await subscribe({
      includeResourceData: true,
      encryptionCertificate: certificate,
      encryptionCertificateId: "cert-1",
      resource: `${office.base("ann")}/events?$select=subject`,
    });
    const { json } = await addEvent();
    await arrived();
    const { store } = office.emulator;
    const row = office.ann.mailbox.events.get(json.id);
    if (row === undefined) throw new Error("The event is not in the store.");
    store.putEvent(office.ann.mailbox, { ...row, subject: "Changed" });
    store.removeEvent(office.ann.mailbox, row);
    await office.emulator.settled();
    expect(hook.received).toHaveLength(1);
    const { value, validationTokens } = hook.received[0]?.body ?? {};
    expect(value.map((item: Json) => [item.changeType, "encryptedContent" in item])).toEqual([
      ["updated", true],
      ["deleted", false],
    ]);
    expect(validationTokens).toHaveLength(1);
  });
});
