import { randomUUID } from "node:crypto";
import type { HttpAnswer } from "../../core/http-message.js";
import type { SubscriptionRow } from "../../core/subscription.model.js";
import type { GraphCall, OpenRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, type JsonObject, readJsonBody } from "../json-body.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { lapseSubscription, subscriptionSubject } from "./notification-faults.js";
import { planReauthorization } from "./reauthorization.js";
import { subscriptionType } from "./subscription.resource.js";
import {
  optionalMember,
  readCertificate,
  readChangeTypes,
  readClientState,
  readExpiry,
  readTlsVersion,
  textMember,
} from "./subscription-body.js";
import { readResource } from "./subscription-resource.js";
import { assertWebhookUrl, invalidRequest, validateWebhook } from "./webhook-client.js";

const PAGE = { defaultTop: 100, maxTop: 1_000 };

/** The caller's own subscriptions that are not past their time. */
function activeOnes({ world, caller }: GraphCall): SubscriptionRow[] {
  return activeOf(world).filter((row) => row.appId === caller.appId && row.tenantId === caller.tenant.id);
}

function activeOf(world: GraphCall["world"]): SubscriptionRow[] {
  return [...world.store.subscriptions.values()].filter(({ expiresAt }) => expiresAt > world.clock.now());
}

function subscriptionOfPath(call: GraphCall): SubscriptionRow {
  const id = (call.params.subscription ?? "").toLowerCase();
  const row = activeOnes(call).find((one) => one.id === id);
  if (row === undefined) throw notFound();
  const lapse = call.takeFault("lapseSubscription", subscriptionSubject(call.world, row));
  if (lapse === undefined) return row;
  lapseSubscription(call.world, row, lapse);
  throw notFound();
}

const notFound = () => new GraphFailure(404, "ResourceNotFound", "The object was not found.");

async function createSubscription(call: GraphCall): Promise<HttpAnswer> {
  const { world, caller } = call;
  const row = readNew(call, readJsonBody(call));
  assertRoom(call, row);
  await validate(call, row.notificationUrl);
  if (row.lifecycleNotificationUrl !== null) await validate(call, row.lifecycleNotificationUrl);
  world.store.subscriptions.set(row.id, row);
  planReauthorization(world, row);
  return entityAnswer(call, subscriptionType, row, "subscriptions", {
    status: 201,
    headers: { Location: `${world.origin()}/v1.0/subscriptions/${row.id}?tenant=${caller.tenant.id}` },
  });
}

function readNew(call: GraphCall, body: JsonObject): SubscriptionRow {
  const { world, caller } = call;
  for (const member of Object.keys(body)) {
    if (!Object.hasOwn(subscriptionType.members, member) && !member.includes("@odata.")) {
      throw bodyUnreadable(`The property '${member}' does not exist on type 'microsoft.graph.subscription'.`);
    }
  }
  const isRich = body.includeResourceData === true;
  const changeType = textMember(body, "changeType");
  const resource = textMember(body, "resource");
  const notificationUrl = textMember(body, "notificationUrl");
  const lifecycleNotificationUrl = optionalMember(body, "lifecycleNotificationUrl");
  const changeTypes = readChangeTypes(changeType);
  assertWebhookUrl(world, notificationUrl, "notificationUrl");
  if (lifecycleNotificationUrl !== null) assertWebhookUrl(world, lifecycleNotificationUrl, "lifecycleNotificationUrl");
  const { select = [], filter, ...watched } = readResource(call, resource, isRich);
  return {
    ...watched,
    id: world.store.ids.guid(),
    tenantId: caller.tenant.id,
    appId: caller.appId,
    creatorId: caller.delegated?.user.id ?? world.store.servicePrincipal(caller.tenant, caller.appId)?.objectId ?? "",
    changeType,
    changeTypes,
    resource,
    notificationUrl,
    lifecycleNotificationUrl,
    expiresAt: readExpiry(world, body, isRich),
    clientState: readClientState(body),
    resourceData: isRich ? { select, filter, ...readCertificate(body) } : undefined,
    tlsVersion: readTlsVersion(body),
    notificationUrlAppId: optionalMember(body, "notificationUrlAppId"),
    immutableIds: call.prefer.immutableIds,
  };
}

/** Throws 403 over the mailbox's quota, and 409 for a subscription that the app has already. */
function assertRoom(call: GraphCall, row: SubscriptionRow): void {
  const { switches } = call.world;
  const onMailbox = activeOf(call.world).filter(({ userId }) => userId === row.userId);
  if (onMailbox.length >= switches.subscriptionsPerMailbox) {
    throw new GraphFailure(403, "quotaLimitReached", "The mailbox has as many subscriptions as it can have.");
  }
  const isTwin = (other: SubscriptionRow) =>
    other.appId === row.appId &&
    other.resource.toLowerCase() === row.resource.toLowerCase() &&
    other.notificationUrl === row.notificationUrl &&
    [...other.changeTypes].sort().join() === [...row.changeTypes].sort().join();
  if (switches.duplicateSubscription === 409 && onMailbox.some(isTwin)) {
    throw new GraphFailure(409, "Conflict", "A subscription with the same resource, changes and URL exists.");
  }
}

/** Renews, or moves to another URL, which has to pass the handshake. A lifecycle URL cannot be added later. */
async function updateSubscription(call: GraphCall): Promise<HttpAnswer> {
  const { world } = call;
  const before = subscriptionOfPath(call);
  const body = readJsonBody(call);
  if (optionalMember(body, "lifecycleNotificationUrl") !== null) {
    throw invalidRequest("'lifecycleNotificationUrl' can only be set when the subscription is made.");
  }
  let after = before;
  if (body.expirationDateTime !== undefined) {
    const expiresAt = readExpiry(world, body, before.resourceData !== undefined);
    after = { ...after, expiresAt, isReauthorized: false };
  }
  if (body.encryptionCertificate !== undefined && before.resourceData !== undefined) {
    after = { ...after, resourceData: { ...before.resourceData, ...readCertificate(body) } };
  }
  const notificationUrl = optionalMember(body, "notificationUrl");
  if (notificationUrl !== null) {
    assertWebhookUrl(world, notificationUrl, "notificationUrl");
    await validate(call, notificationUrl);
    after = { ...after, notificationUrl };
  }
  world.store.subscriptions.set(after.id, after);
  if (after.expiresAt !== before.expiresAt) planReauthorization(world, after);
  return entityAnswer(call, subscriptionType, after, "subscriptions");
}

function validate(call: GraphCall, url: string): Promise<void> {
  return validateWebhook(call.world, url, randomUUID(), call.request.signal);
}

/** Proves once more that the app may read the resource; it does not make the subscription live longer. */
function reauthorize(call: GraphCall): HttpAnswer {
  const row = subscriptionOfPath(call);
  readResource(call, row.resource, row.resourceData !== undefined);
  call.world.store.subscriptions.set(row.id, { ...row, isReauthorized: true });
  return { status: 204, headers: {} };
}

function deleteSubscription(call: GraphCall): HttpAnswer {
  call.world.store.subscriptions.delete(subscriptionOfPath(call).id);
  return { status: 204, headers: {} };
}

const LIST = "/subscriptions";
const ONE = `${LIST}/{subscription}`;

export const subscriptionRoutes: readonly OpenRoute[] = [
  {
    kind: "open",
    method: "GET",
    path: LIST,
    handle: (call) => pageAnswer(call, subscriptionType, activeOnes(call), "subscriptions", PAGE),
  },
  { kind: "open", method: "POST", path: LIST, handle: createSubscription },
  {
    kind: "open",
    method: "GET",
    path: ONE,
    handle: (call) => entityAnswer(call, subscriptionType, subscriptionOfPath(call), "subscriptions"),
  },
  { kind: "open", method: "PATCH", path: ONE, handle: updateSubscription },
  { kind: "open", method: "DELETE", path: ONE, handle: deleteSubscription },
  { kind: "open", method: "POST", path: `${ONE}/reauthorize`, handle: reauthorize },
];
