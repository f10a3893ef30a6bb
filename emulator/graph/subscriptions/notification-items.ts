import { randomUUID } from "node:crypto";
import type { EventChange } from "../../core/change-feed.js";
import type { EventRow } from "../../core/mailbox.model.js";
import type { ChangeType, LifecycleEvent, SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { utcText } from "../../core/zoned-time.js";
import { eventType } from "../events/event.resource.js";
import { renderEntity } from "../odata/entity-type.js";
import { readPreferences } from "../odata/preferences.js";
import { encryptedContent } from "./resource-data.js";

export function changeTypeOf({ before, after }: EventChange): ChangeType {
  if (before === undefined) return "created";
  return after === undefined ? "deleted" : "updated";
}

/** Whether the subscription is about what changed. */
export function isAbout(row: SubscriptionRow, change: EventChange): boolean {
  const { mailbox } = change;
  if (row.userId !== mailbox.userId || row.tenantId !== mailbox.tenantId) return false;
  const calendarId = row.calendarId ?? mailbox.defaultCalendarId;
  return row.changeTypes.has(changeTypeOf(change)) && (change.after ?? change.before)?.calendarId === calendarId;
}

/** The notification of a change, one member of a POST's `value`. */
export function changeItem(world: World, row: SubscriptionRow, change: EventChange): Record<string, unknown> {
  const event = (change.after ?? change.before) as EventRow;
  const id = row.immutableIds ? event.immutableId : event.id;
  const resource = `Users/${row.userId}/Events/${id}`;
  return {
    id: randomUUID(),
    ...commonMembers(row),
    changeType: changeTypeOf(change),
    resource,
    resourceData: {
      "@odata.type": "#Microsoft.Graph.Event",
      "@odata.id": resource,
      "@odata.etag": eventType.etag?.(event),
      id,
    },
    ...richPart(world, row, change.after),
  };
}

export function lifecycleItem(row: SubscriptionRow, lifecycleEvent: LifecycleEvent): Record<string, unknown> {
  return { ...commonMembers(row), resource: row.resource, lifecycleEvent };
}

function commonMembers(row: SubscriptionRow): Record<string, unknown> {
  return {
    subscriptionId: row.id,
    subscriptionExpirationDateTime: utcText(row.expiresAt, true),
    tenantId: row.tenantId,
    ...(row.clientState === null ? {} : { clientState: row.clientState }),
  };
}

/** What is gone has no content to send. */
function richPart(world: World, row: SubscriptionRow, event: EventRow | undefined): Record<string, unknown> {
  if (row.resourceData === undefined || event === undefined) return {};
  const prefer = { ...readPreferences(undefined), immutableIds: row.immutableIds };
  const view = { prefer, switches: world.switches, basic: false };
  const members = renderEntity(eventType, event, view, row.resourceData.select);
  return {
    encryptedContent: encryptedContent({ "@odata.type": "#microsoft.graph.event", ...members }, row.resourceData),
  };
}
