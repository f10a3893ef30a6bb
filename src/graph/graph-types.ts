import type { Event } from "@microsoft/microsoft-graph-types";
import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { Sleep } from "../lib/sleep.js";
import type { BodySink } from "./body-sink.js";
import type { Budgets, RequestBudget } from "./budgets.js";
import type { CircuitLimits } from "./circuit-breaker.js";
import type { Transport } from "./transport.js";

/** One connection's access to Graph. The key of every budget is its `id` together with a mailbox. */
export interface GraphConnection {
  readonly id: string;
  /** Root without version and without a trailing slash, for example `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  /**
   * Whose rights the tokens carry, where a connection has tokens of several people; default: the application's own.
   * Requests of two identities never share an envelope or an answer.
   */
  readonly identity?: string;
  /**
   * The user whose token it is, where it is a person's: paths of this user leave as `/me`, the one form that work and
   * personal accounts both have. Budgets are still kept by the user.
   */
  readonly ownUser?: string;
  /** A bearer token for `graphUrl`. With `fresh`, one that was not used before: Graph refused the last one. */
  accessToken(call: Call, options?: { readonly fresh?: boolean }): Promise<string>;
  /**
   * What took the place of an event's id that Graph answers 404 for; undefined where nothing is known to have. The request
   * is then sent once more, at that id. Never asked before Graph has answered so; `isGone` says whether it can have meant
   * the event alone, and nothing on it. Absent: no id has a successor.
   */
  readonly successorOf?: (eventId: string, isGone: boolean, call: Call) => Promise<string | undefined>;
  /** Whether `onEvents` wants the events of lists whose ids are handed out: they select more for it. */
  readonly remembersListed?: boolean;
  /** Told of events that were answered singly, or in lists with what joins copies of one meeting; returns at once. */
  readonly onEvents?: (events: readonly Event[]) => void;
  /** Awaited before a request leaves that takes an event out of the mailbox: from then on nothing stands in for its id. */
  readonly beforeRemoval?: (eventId: string) => Promise<void>;
}

export interface GraphRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Percent-encoded path below `/v1.0`, starting with `/`; or an absolute `@odata.nextLink` of the same root. */
  readonly path: string;
  /** Whose budget the request spends: a user id or address. Null for requests that reach no mailbox. */
  readonly mailbox: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are, in place of `body`. The request then leaves alone. */
  readonly bytes?: Buffer;
  /**
   * True when `path` is a whole address that holds its own right, as that of an upload session: no token goes there. The
   * request takes its mailbox's place and budget, and leaves alone. The address is a secret.
   */
  readonly isPreauthenticated?: boolean;
  /** True for a write that takes its event out of the mailbox: what was removed is not looked for. */
  readonly isRemoval?: boolean;
  /** Takes the answer's body as it comes, whatever it is; the request then leaves alone and is shared with nobody. */
  readonly into?: BodySink;
  /** True for a write that is safe to send twice, for example one with a `transactionId`. A GET always is. */
  readonly repeatable?: boolean;
  /**
   * True for a POST that changes nothing, as `getSchedule`: identical ones in flight get the same answer, and it may be
   * sent twice. A GET always is.
   */
  readonly isRead?: boolean;
  /**
   * True when further requests wait for this one's answer. It then leaves alone: a batch answers when the slowest of
   * its parts does. Costs an HTTP request; no place and no budget.
   */
  readonly isAwaited?: boolean;
  /**
   * As how many requests it counts in the budgets, a whole number from 1 to 1,000; default 1. Outlook counts requests;
   * other services of Graph count some reads double or fivefold.
   */
  readonly cost?: number;
}

export interface GraphResponse<T> {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
  /** Graph's own id of the exchange, which Microsoft's support asks for; empty when it sent none. */
  readonly requestId: string;
}

/** The way to Microsoft Graph. One per process: the budgets of a mailbox are only kept inside one client. */
export interface GraphClient {
  /**
   * Sends one request, alone or in a batch with others of the same turn. Identical reads that are in flight at once
   * get the same answer: treat it as read-only.
   * Rejects with a `GraphError` on any answer but 2xx, and with the signal's reason when the call is aborted.
   */
  send<T>(connection: GraphConnection, request: GraphRequest, call: Call): Promise<GraphResponse<T>>;
  /** Refuses further requests, waits for those under way and closes the transport. */
  close(): Promise<void>;
}

export interface GraphClientOptions {
  /**
   * Requests in one `$batch`, 1 to 4; default 4. Graph runs four Outlook parts of a batch at a time
   * (https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits), so wider ones only take longer.
   */
  readonly batchWidth?: number;
  /** Requests open at once per connection and mailbox; default 4, Outlook's own limit (same page). */
  readonly perMailboxConcurrency?: number;
  /** Milliseconds that one HTTP exchange may take, its body included; default 30,000. */
  readonly requestTimeoutMs?: number;
  /** How often a request is sent at most, the first time included; default 3. */
  readonly maxAttempts?: number;
  /**
   * Milliseconds that one request may be held back in all: by waits that Graph asked for, by pauses between attempts
   * and by budgets; default 30,000. Longer waits fail at once, with the wait in the error. Waiting for a place behind
   * requests under way does not count.
   */
  readonly maxWaitMs?: number;
  /**
   * Requests to one mailbox in any span of `windowMs`; default 10,000 in 600,000 ms, Outlook's own limit (page above).
   * A quarter may be spent at once, the rest flows in evenly. Null: not limited.
   */
  readonly mailboxBudget?: RequestBudget | null;
  /**
   * Requests of this process to one Graph root; default 130,000 in 10,000 ms, Graph's limit for an application over
   * all tenants (https://learn.microsoft.com/graph/throttling-limits). Null: not limited.
   */
  readonly appBudget?: RequestBudget | null;
  /** Budgets of another kind, for example shared by several processes; takes the place of the two above. */
  readonly budgets?: Budgets;
  /**
   * When a connection or host that only fails (5xx, timeouts, broken connections) is left alone: default after 5
   * failures in a row from 3 mailboxes (or, for a host, 2 connections), for 5,000 ms, doubling up to 60,000 ms with
   * each probe that fails. Null: never.
   */
  readonly circuitBreaker?: CircuitLimits | null;
  /** Called when a write has ended, whichever way: what was read before may not show it. */
  readonly onWritten?: () => void;
  readonly clock?: Clock;
  readonly sleep?: Sleep;
  /** Numbers in [0, 1) for jitter; default `Math.random`. */
  readonly random?: () => number;
  readonly log?: Logger;
  /** What carries HTTP; default `createTransport()`. It is closed with the client. */
  readonly transport?: Transport;
}
