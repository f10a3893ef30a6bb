import type { Client } from "@microsoft/microsoft-graph-client";
import type { Event } from "@microsoft/microsoft-graph-types";
import type { GraphServiceClient } from "@microsoft/msgraph-sdk";
import type { Subscription } from "@microsoft/msgraph-sdk/models/index.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient } from "./kit/clients.js";
import { eventually } from "./kit/eventually.js";
import { graphSdk, odataErrorOf } from "./kit/graph-sdk.js";
import { openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { canBeNotified, openWebhook, type Webhook } from "./kit/webhook.js";
import { meeting, newSubject } from "./kit/week.js";

const HOUR_MS = 3_600_000;

describe.skipIf(!canBeNotified)("msgraph-sdk-subscriptions (needs an address that the tenant reaches)", () => {
  const tidy = new Tidy();
  const clientState = newSubject("state");
  let target: Target;
  let sdk: GraphServiceClient;
  let client: Client;
  let webhook: Webhook;
  beforeAll(async () => {
    target = await openTarget();
    sdk = graphSdk(target);
    client = graphClient(target);
    webhook = await openWebhook();
  });
  afterAll(async () => {
    await tidy.run(client);
    await webhook.close();
    await target.close();
  });

  const inHours = (hours: number) => new Date(Math.ceil(Date.now() / 1000) * 1000 + hours * HOUR_MS);
  const subscribe = async (over: Subscription = {}): Promise<Subscription> => {
    const made = await sdk.subscriptions.post({
      changeType: "created,updated,deleted",
      notificationUrl: webhook.url,
      resource: `users/${target.mailbox}/events`,
      expirationDateTime: inHours(2),
      clientState,
      ...over,
    });
    if (made?.id == null) throw new Error("The SDK got no subscription.");
    tidy.later(`/subscriptions/${made.id}`);
    return made;
  };
  /** The first notification to a subscription that says this of an event. */
  const notice = (subscription: Subscription, changeType: string, event: Event) =>
    eventually(async () =>
      webhook.received.find(
        (item) =>
          item.subscriptionId === subscription.id &&
          item.changeType === changeType &&
          (item.resourceData as { id?: string } | undefined)?.id === event.id,
      ),
    );

  test("a subscription is made after a handshake, and tells of a new, a changed and a deleted event", async () => {
    const before = webhook.handshakes;
    const subscription = await subscribe();
    const path = `/users/${target.mailbox}/events`;

    const event: Event = await client.api(path).post(meeting(newSubject("notified"), {}, 90));
    tidy.later(`${path}/${event.id}`);
    const created = await notice(subscription, "created", event);
    await client.api(`${path}/${event.id}`).patch({ showAs: "free" });
    await notice(subscription, "updated", event);
    await client.api(`${path}/${event.id}`).delete();
    await notice(subscription, "deleted", event);

    expect(webhook.handshakes).toBe(before + 1);
    expect(created).toMatchObject({ clientState, tenantId: target.tenantId });
    expect(created.resource).toMatch(/^users\/[^/]+\/events\//i);
    expect(created.resourceData).toMatchObject({ "@odata.type": "#Microsoft.Graph.Event" });
    expect(Date.parse(String(created.subscriptionExpirationDateTime))).toBeGreaterThan(Date.now());
    await sdk.subscriptions.bySubscriptionId(String(subscription.id)).delete();
  });

  test("a subscription is read, renewed and deleted; then it tells nothing more", async () => {
    const subscription = await subscribe({ changeType: "created" });
    const one = sdk.subscriptions.bySubscriptionId(String(subscription.id));
    const later = inHours(5);

    const renewed = await one.patch({ expirationDateTime: later });
    const listed = await sdk.subscriptions.get();
    await one.delete();

    expect(renewed?.expirationDateTime?.getTime()).toBe(later.getTime());
    expect(listed?.value?.map(({ id }) => id)).toContain(subscription.id);
    expect((await odataErrorOf(one.get())).status).toBe(404);
  });

  test("a subscription is refused when it would live for a month", async () => {
    const error = await odataErrorOf(subscribe({ expirationDateTime: inHours(24 * 30) }));

    expect(error.status).toBe(400);
  });

  test("a subscription is refused when its address does not take part in the handshake", async () => {
    webhook.isReady = false;
    const error = await odataErrorOf(subscribe({ changeType: "updated" }));
    webhook.isReady = true;

    expect(error).toMatchObject({ status: 400, code: "ValidationError" });
  });
});
