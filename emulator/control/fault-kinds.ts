import { z } from "zod";
import type { FaultInput, FaultKind } from "../core/faults.js";

/** A kind of fault: what it does, where, what its action has, and a whole example to arm it with. */
export interface FaultKindEntry {
  readonly purpose: string;
  /** Services that it can strike. */
  readonly services: readonly ("entra" | "graph")[];
  readonly action: z.ZodType;
  readonly example: FaultInput;
}

const status = z.int().min(200).max(599);
const ms = z.number().nonnegative().max(3_600_000);
const emulatedMs = z.number().nonnegative();
const retryAfter = {
  retryAfterSeconds: z.number().nonnegative().max(1e9).optional(),
  retryAfterForm: z.enum(["seconds", "httpDate"]).optional(),
};
const when = { when: z.enum(["before", "after"]).optional() };
const kind = <K extends FaultKind>(name: K) => ({ kind: z.literal(name) });
const BOTH = ["entra", "graph"] as const;
const VIEW = { service: "graph", path: "*/calendarView" } as const;
const TOKEN = { service: "entra", path: "*/oauth2/v2.0/token" } as const;

/** Every kind of fault. `when: "after"` lets the service carry the request out and spoils only its answer. */
export const FAULT_KINDS: Readonly<Record<FaultKind, FaultKindEntry>> = {
  error: {
    purpose: "An error in the service's own form, with or without Retry-After.",
    services: BOTH,
    action: z.strictObject({
      ...kind("error"),
      status,
      code: z.string().optional(),
      message: z.string().optional(),
      aadsts: z.int().positive().optional(),
      ...retryAfter,
      ...when,
    }),
    example: { match: VIEW, times: 2, action: { kind: "error", status: 429, retryAfterSeconds: 2.128 } },
  },
  html: {
    purpose: "A proxy's page in place of JSON.",
    services: BOTH,
    action: z.strictObject({ ...kind("html"), status: status.optional(), ...retryAfter, ...when }),
    example: { match: VIEW, action: { kind: "html", status: 502 } },
  },
  empty: {
    purpose: "An empty JSON object, by default with status 200.",
    services: BOTH,
    action: z.strictObject({ ...kind("empty"), status: status.optional(), ...when }),
    example: { match: TOKEN, action: { kind: "empty" } },
  },
  claimsChallenge: {
    purpose: "Asks for another token: Graph 401 insufficient_claims, Entra 400 interaction_required with claims.",
    services: BOTH,
    action: z.strictObject({ ...kind("claimsChallenge"), claims: z.string().optional(), ...when }),
    example: { match: VIEW, action: { kind: "claimsChallenge" } },
  },
  delay: {
    purpose: "The answer comes so many real milliseconds later.",
    services: BOTH,
    action: z.strictObject({ ...kind("delay"), ms, ...when }),
    example: { match: VIEW, action: { kind: "delay", ms: 250 } },
  },
  hang: {
    purpose: "No answer until the caller goes away.",
    services: BOTH,
    action: z.strictObject({ ...kind("hang"), ...when }),
    example: { match: VIEW, action: { kind: "hang" } },
  },
  reset: {
    purpose: "The connection is reset before any byte of the answer; in a batch that of the whole batch.",
    services: BOTH,
    action: z.strictObject({ ...kind("reset"), ...when }),
    example: { match: { service: "graph", method: "POST" }, action: { kind: "reset", when: "after" } },
  },
  resetAfterHeaders: {
    purpose: "The connection is reset after the headers of the real answer; answers without a body are spared.",
    services: BOTH,
    action: z.strictObject(kind("resetAfterHeaders")),
    example: { match: VIEW, action: { kind: "resetAfterHeaders" } },
  },
  slowBody: {
    purpose: "The body of the real answer trickles: so many bytes, then so many real milliseconds of silence.",
    services: BOTH,
    action: z.strictObject({ ...kind("slowBody"), bytes: z.int().positive(), intervalMs: ms }),
    example: { match: VIEW, action: { kind: "slowBody", bytes: 64, intervalMs: 20 } },
  },
  halfBody: {
    purpose: "The whole length is declared, a share of the body sent (default 0.5), and the connection closed.",
    services: BOTH,
    action: z.strictObject({ ...kind("halfBody"), share: z.number().min(0).lt(1).optional() }),
    example: { match: VIEW, action: { kind: "halfBody" } },
  },
  deltaExpired: {
    purpose: "A link of change tracking has lost its state: 410 SyncStateNotFound with Location, or as given.",
    services: ["graph"],
    action: z.strictObject({
      ...kind("deltaExpired"),
      status: z.union([z.literal(400), z.literal(404), z.literal(410)]).optional(),
      code: z.enum(["SyncStateNotFound", "syncStateNotFound", "resyncRequired"]).optional(),
      location: z.boolean().optional(),
    }),
    example: { action: { kind: "deltaExpired", code: "resyncRequired" } },
  },
  lapseSubscription: {
    purpose:
      "A subscription is gone when a change would be told or it is asked for by id; notice: subscriptionRemoved.",
    services: ["graph"],
    action: z.strictObject({ ...kind("lapseSubscription"), notice: z.boolean().optional() }),
    example: { action: { kind: "lapseSubscription", notice: true } },
  },
  loseNotification: {
    purpose: "A change notification is never sent; with notice, the lifecycle event missed tells of it.",
    services: ["graph"],
    action: z.strictObject({ ...kind("loseNotification"), notice: z.boolean().optional() }),
    example: { times: 3, action: { kind: "loseNotification" } },
  },
  duplicateNotification: {
    purpose: "A change notification comes so many times more (default 1), so many emulated milliseconds later.",
    services: ["graph"],
    action: z.strictObject({
      ...kind("duplicateNotification"),
      copies: z.int().min(1).max(100).optional(),
      afterMs: emulatedMs.optional(),
    }),
    example: { action: { kind: "duplicateNotification", copies: 2 } },
  },
  reorderNotification: {
    purpose: "A change notification is held until a later one for the same URL has gone out, at most withinMs.",
    services: ["graph"],
    action: z.strictObject({ ...kind("reorderNotification"), withinMs: z.number().positive().optional() }),
    example: { action: { kind: "reorderNotification", withinMs: 30_000 } },
  },
  delayNotification: {
    purpose: "A change notification is sent so many emulated milliseconds later.",
    services: ["graph"],
    action: z.strictObject({ ...kind("delayNotification"), ms: emulatedMs }),
    example: { action: { kind: "delayNotification", ms: 180_000 } },
  },
  secretNotReplicated: {
    purpose: "The secret of a token request is not known yet: AADSTS7000215. every: 2 makes replicas flap.",
    services: ["entra"],
    action: z.strictObject(kind("secretNotReplicated")),
    example: { forSeconds: 60, every: 2, action: { kind: "secretNotReplicated" } },
  },
  consentNotReplicated: {
    purpose: "An app-only token comes without roles.",
    services: ["entra"],
    action: z.strictObject(kind("consentNotReplicated")),
    example: { forSeconds: 120, action: { kind: "consentNotReplicated" } },
  },
  appNotReplicated: {
    purpose: "The registration is not known yet: AADSTS700016.",
    services: ["entra"],
    action: z.strictObject(kind("appNotReplicated")),
    example: { action: { kind: "appNotReplicated" } },
  },
  principalNotReplicated: {
    purpose: "The service principal is not known yet: AADSTS7000229.",
    services: ["entra"],
    action: z.strictObject(kind("principalNotReplicated")),
    example: { action: { kind: "principalNotReplicated" } },
  },
  refreshIn: {
    purpose: "A token answer has refresh_in, by itself half of the token's life.",
    services: ["entra"],
    action: z.strictObject({ ...kind("refreshIn"), seconds: z.int().nonnegative().optional() }),
    example: { action: { kind: "refreshIn", seconds: 600 } },
  },
};
