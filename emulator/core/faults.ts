import { setTimeout as wait } from "node:timers/promises";
import { ConnectionCut, type HttpAnswer } from "./http-message.js";

/** Which requests a fault hits. What is left out matches everything; parts of a `$batch` are matched one by one. */
export interface FaultMatch {
  readonly service?: "entra" | "graph";
  readonly method?: string;
  /** Path without query, in any case; `*` stands for any text. */
  readonly path?: string;
  /** Object id, user principal name or address of the mailbox that the path names. */
  readonly mailbox?: string;
  /** Tenant GUID. */
  readonly tenantId?: string;
  /** Application (client) id. */
  readonly appId?: string;
}

/** What happens instead of, or before, the real answer. */
export type FaultAction =
  | {
      readonly kind: "error";
      readonly status: number;
      /** Graph's `error.code`, or the OAuth `error` of Entra. */
      readonly code?: string;
      readonly message?: string;
      /** Sent as it is given, so it may be decimal. */
      readonly retryAfterSeconds?: number;
      /** Number of the AADSTS code; Entra only. */
      readonly aadsts?: number;
    }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  | { readonly kind: "html"; readonly status?: number; readonly retryAfterSeconds?: number }
  | { readonly kind: "empty"; readonly status?: number };

export interface FaultInput {
  readonly match?: FaultMatch;
  /** How many requests it hits before it is spent; default 1. */
  readonly times?: number | "always";
  readonly action: FaultAction;
}

export interface FaultRule extends FaultInput {
  readonly id: number;
  /** Requests it has hit so far. */
  readonly hits: number;
}

/** What is known of a request when faults are looked up. */
export interface FaultSubject {
  readonly service: "entra" | "graph";
  readonly method: string;
  readonly path: string;
  readonly mailboxNames?: readonly string[];
  readonly tenantId?: string;
  readonly appId?: string;
}

/** Armed faults; the first that matches is taken. */
export class Faults {
  readonly #rules: { input: FaultInput; id: number; left: number; hits: number }[] = [];
  #count = 0;

  /** Arms a fault and returns its id. Throws `RangeError` when `times` is no positive number. */
  add(input: FaultInput): number {
    const left = input.times === "always" ? Number.POSITIVE_INFINITY : (input.times ?? 1);
    if (!(left > 0)) throw new RangeError("A fault must hit at least one request.");
    this.#count += 1;
    this.#rules.push({ input, id: this.#count, left, hits: 0 });
    return this.#count;
  }

  once(match: FaultMatch, action: FaultAction): number {
    return this.add({ match, action, times: 1 });
  }

  always(match: FaultMatch, action: FaultAction): number {
    return this.add({ match, action, times: "always" });
  }

  remove(id: number): boolean {
    const index = this.#rules.findIndex((rule) => rule.id === id);
    if (index >= 0) this.#rules.splice(index, 1);
    return index >= 0;
  }

  list(): readonly FaultRule[] {
    return this.#rules.map(({ input, id, hits }) => ({ ...input, id, hits }));
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** The action for this request, counted as used. */
  take(subject: FaultSubject): FaultAction | undefined {
    const rule = this.#rules.find(({ input }) => matches(input.match ?? {}, subject));
    if (rule === undefined) return undefined;
    rule.left -= 1;
    rule.hits += 1;
    if (rule.left <= 0) this.remove(rule.id);
    return rule.input.action;
  }
}

function matches(match: FaultMatch, subject: FaultSubject): boolean {
  const same = (wanted: string | undefined, actual: string | undefined) =>
    wanted === undefined || wanted.toLowerCase() === actual?.toLowerCase();
  return (
    same(match.service, subject.service) &&
    same(match.method, subject.method) &&
    same(match.tenantId, subject.tenantId) &&
    same(match.appId, subject.appId) &&
    (match.path === undefined || pathMatches(match.path, subject.path)) &&
    (match.mailbox === undefined || (subject.mailboxNames ?? []).some((name) => same(match.mailbox, name)))
  );
}

function pathMatches(pattern: string, path: string): boolean {
  const escaped = pattern.split("*").map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`, "i").test(path);
}

/** The part of an action that answers with an error body, which each service writes in its own form. */
export type ErrorAction = Extract<FaultAction, { kind: "error" }>;

/**
 * Carries an action out. Undefined: go on with the real answer. Rejects with `ConnectionCut` for a reset, and for a
 * hang once the caller has gone.
 */
export async function carryOut(
  action: FaultAction,
  signal: AbortSignal,
  toError: (action: ErrorAction) => HttpAnswer,
): Promise<HttpAnswer | undefined> {
  switch (action.kind) {
    case "error":
      return toError(action);
    case "delay":
      await wait(action.ms, undefined, { signal }).catch(() => cut());
      return undefined;
    case "hang":
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener("abort", () => resolve(), { once: true });
      });
      return cut();
    case "reset":
      return cut();
    case "html":
      return {
        status: action.status ?? 500,
        headers: { "Content-Type": "text/html", ...retryAfterHeader(action.retryAfterSeconds) },
        text: "<!DOCTYPE html><html><head><title>Service Unavailable</title></head><body><h2>Our services aren't available right now</h2></body></html>",
      };
    case "empty":
      return { status: action.status ?? 200, headers: { "Content-Type": "application/json" }, json: {} };
  }
}

export function retryAfterHeader(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { "Retry-After": String(seconds) };
}

function cut(): never {
  throw new ConnectionCut("A fault cut this connection.");
}
