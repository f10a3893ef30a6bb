import { constants, createDecipheriv, createHmac, privateDecrypt, X509Certificate } from "node:crypto";
import { jwtVerify } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, graphClient, type Json, START, tokenFor } from "./kit.js";
import { certificate, inMinutes, privateKey, type Subscriber, startSubscriber } from "./subscriptions.kit.js";

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
