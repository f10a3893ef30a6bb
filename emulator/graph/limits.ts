import type { World } from "../core/world.js";
import { type LimitName, LimitReached } from "./limit-reached.js";
import { UsageWindow } from "./usage-window.js";

const MAILBOX_WINDOW_MS = 600_000;
const UPLOAD_WINDOW_MS = 300_000;
const APP_WINDOW_MS = 10_000;

/** What the limits need to know of a request. */
export interface LimitedRequest {
  readonly appId: string;
  readonly tenantId: string;
  /** Decoded segments, the version first. */
  readonly segments: readonly string[];
}

/**
 * Outlook's limits, per app and mailbox, and Graph's own per app. Refused requests count too, but by a switch.
 * Source: Microsoft Graph service-specific throttling limits, "Outlook service limits" and "Open and schema extensions".
 */
export class RequestLimits {
  readonly #open = new Map<string, number>();
  readonly #windows = new Map<string, UsageWindow>();
  #peak = 0;

  constructor(readonly world: World) {}

  /** Most requests that were open on one app and mailbox at the same time. */
  get peakPerMailbox(): number {
    return this.#peak;
  }

  reset(): void {
    this.#windows.clear();
    this.#peak = 0;
  }

  /** Counts one request of an app where it is limited beyond a mailbox. Throws 429 `TooManyRequests` over a limit. */
  countForApp({ appId, tenantId, segments }: LimitedRequest): void {
    const { globalRequests, extensionRequests, subscriptionRequests } = this.world.switches;
    this.#use("AppRequests", appId, 1, globalRequests, APP_WINDOW_MS);
    const names = segments.slice(1).map((segment) => segment.toLowerCase());
    const key = `${appId}|${tenantId}`;
    if (names.includes("extensions")) this.#use("ExtensionRequests", key, 1, extensionRequests, APP_WINDOW_MS);
    if (names[0] === "subscriptions") this.#use("SubscriptionRequests", key, 1, subscriptionRequests, APP_WINDOW_MS);
  }

  /**
   * Takes a place for a request to a mailbox, which uploads so many bytes; call what it returns when the request ends.
   * Throws 429 `ApplicationThrottled` over a limit.
   */
  enter(appId: string, mailboxId: string, uploadBytes = 0): () => void {
    const { mailboxConcurrency, mailboxRequests, mailboxUploadBytes, concurrencyRetryAfterSeconds } =
      this.world.switches;
    const key = `${appId}|${mailboxId}`;
    this.#use("RequestRate", key, 1, mailboxRequests, MAILBOX_WINDOW_MS);
    if (uploadBytes > 0) this.#use("IncomingBytes", key, uploadBytes, mailboxUploadBytes, UPLOAD_WINDOW_MS);
    const open = this.#open.get(key) ?? 0;
    if (mailboxConcurrency !== undefined && open >= mailboxConcurrency) {
      throw new LimitReached(this.world, "MailboxConcurrency", concurrencyRetryAfterSeconds);
    }
    this.#open.set(key, open + 1);
    this.#peak = Math.max(this.#peak, open + 1);
    return () => {
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }

  #use(name: LimitName, key: string, amount: number, limit: number | undefined, windowMs: number): void {
    if (limit === undefined) return;
    const now = this.world.clock.now();
    const window = this.#windowOf(`${name}|${key}`, windowMs);
    const isOver = window.total(now) + amount > limit;
    if (!isOver || this.world.switches.refusedRequestsCount) window.add(now, amount);
    if (isOver) throw new LimitReached(this.world, name, window.secondsUntil(now, amount, limit));
  }

  #windowOf(key: string, windowMs: number): UsageWindow {
    const kind = this.world.switches.limitWindow;
    const known = this.#windows.get(key);
    if (known?.kind === kind) return known;
    const window = new UsageWindow(windowMs, kind);
    this.#windows.set(key, window);
    return window;
  }
}

/** The bytes that a request counts with against the upload limit: the bodies of writes. */
export function uploadBytesOf(request: {
  readonly method: string;
  readonly body: string;
  readonly bytes?: Buffer;
}): number {
  if (!["PATCH", "POST", "PUT"].includes(request.method)) return 0;
  return request.bytes?.length ?? Buffer.byteLength(request.body, "utf8");
}
