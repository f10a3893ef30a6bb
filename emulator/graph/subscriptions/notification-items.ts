import { randomUUID } from "node:crypto";
import type { EventChange } from "../../core/change-feed.js";
import type { EventRow } from "../../core/mailbox.model.js";
import type { ChangeType, LifecycleEvent, SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { utcText } from "../../core/zoned-time.js";
import { eventType } from "../events/event.resource.js";
import { filterItems, renderEntity } from "../odata/entity-type.js";
import { readPreferences } from "../odata/preferences.js";
import type { View } from "../odata/view.js";
import { encryptedContent } from "./resource-data.js";

/**
 * The change as the subscription sees it, undefined for one that it is not about. What enters the calendar or the
 * `$filter` that it watches is created for it, what leaves is deleted.
 */
export function seenBy(world: World, row: SubscriptionRow, change: EventChange): SeenChange | undefined {
  const { mailbox, before, after } = change;
  if (row.userId !== mailbox.userId || row.tenantId !== mailbox.tenantId) return undefined;
  const isWatched = (event: EventRow) =>
    event.calendarId === (row.calendarId ?? mailbox.defaultCalendarId) && passesFilter(world, row, event);
  const [was, is] = [before, after].map((event) => (event !== undefined && isWatched(event) ? event : undefined));
  const event = is ?? after ?? before;
  if (event === undefined || (was === undefined && is === undefined)) return undefined;
  const changeType = was === undefined ? "created" : is === undefined ? "deleted" : "updated";
  return row.changeTypes.has(changeType) ? { changeType, event } : undefined;
}

export interface SeenChange {
  readonly changeType: ChangeType;
  readonly event: EventRow;
}

function passesFilter(world: World, row: SubscriptionRow, event: EventRow): boolean {
  const filter = row.resourceData?.filter;
  return filter === undefined || filterItems(eventType, [event], filter, viewFor(world, row)).length > 0;
}

/** The notification of a change, one member of a POST's `value`. */
export function changeItem(
  world: World,
  row: SubscriptionRow,
  { changeType, event }: SeenChange,
): Record<string, unknown> {
  const id = row.immutableIds ? event.immutableId : event.id;
  const resource = `Users/${row.userId}/Events/${id}`;
  return {
    id: randomUUID(),
    ...commonMembers(row),
    changeType,
    resource,
    resourceData: {
      "@odata.type": "#Microsoft.Graph.Event",
      "@odata.id": resource,
      "@odata.etag": eventType.etag?.(event),
      id,
    },
    // What is gone has no content to send.
    ...(changeType === "deleted" ? {} : richPart(world, row, event)),
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

function richPart(world: World, row: SubscriptionRow, event: EventRow): Record<string, unknown> {
  if (row.resourceData === undefined) return {};
  const members = renderEntity(eventType, event, viewFor(world, row), row.resourceData.select);
  return {
    encryptedContent: encryptedContent({ "@odata.type": "#microsoft.graph.event", ...members }, row.resourceData),
  };
}

function viewFor(world: World, row: SubscriptionRow): View {
  const prefer = { ...readPreferences(undefined), immutableIds: row.immutableIds };
  return { prefer, switches: world.switches, basic: false };
}
