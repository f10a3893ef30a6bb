import type { Delivery } from "../../core/delivery-log.js";
import type { FaultKind } from "../../core/faults.js";
import type { SubscriptionRow } from "../../core/subscription.model.js";
import type { World } from "../../core/world.js";
import { validationToken } from "./resource-data.js";
import type { WebhookAnswer } from "./webhook-client.js";

/** The first and the largest gap between attempts, in emulated time. */
const FIRST_GAP_MS = 10_000;
const LARGEST_GAP_MS = 1_800_000;

/** One notification. */
export interface Item {
  readonly row: SubscriptionRow;
  readonly json: Record<string, unknown>;
  /** What struck it on its way. */
  readonly faults: readonly FaultKind[];
}

/** Several notifications for one URL, which travel and are tried again together. */
export interface Parcel {
  readonly url: string;
  readonly kind: Extract<Delivery["kind"], "change" | "lifecycle">;
  readonly items: readonly Item[];
  /** Emulated time of the first attempt. */
  readonly firstAt: number;
  readonly attempt: number;
  /** How many notifications had been handed over for the URL when it was packed. */
  readonly newest: number;
}

export function subscriptionIdsOf({ items }: Parcel): readonly string[] {
  return [...new Set(items.map(({ row }) => row.id))];
}

/** The body of the POST. Rich notifications come with a token per app and tenant. */
export async function parcelBody(world: World, { items }: Parcel): Promise<string> {
  const rich = items.filter(({ row }) => row.resourceData !== undefined);
  const pairs = new Map(rich.map(({ row }) => [`${row.appId}|${row.tenantId}`, row]));
  const tokens = await Promise.all([...pairs.values()].map((row) => validationToken(world, row.appId, row.tenantId)));
  return JSON.stringify({
    value: items.map(({ json }) => json),
    ...(tokens.length === 0 ? {} : { validationTokens: tokens }),
  });
}

/** Emulated milliseconds until the next attempt: growing gaps, and by a switch no less than the webhook asks for. */
export function gapAfter(world: World, { attempt }: Parcel, answer: WebhookAnswer | undefined): number {
  const gapMs = Math.min(LARGEST_GAP_MS, FIRST_GAP_MS * 2 ** (attempt - 1));
  if (world.switches.webhookRetryAfter === "ignore") return gapMs;
  return Math.max(gapMs, waitAskedFor(answer?.retryAfter, world.clock.now()));
}

/** `Retry-After` in milliseconds, as seconds or as a date; 0 for none or an unreadable one. */
function waitAskedFor(text: string | null | undefined, now: number): number {
  if (text === null || text === undefined) return 0;
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text.trim())) return Number(text) * 1000;
  const until = Date.parse(text);
  return Number.isNaN(until) ? 0 : Math.max(0, until - now);
}
