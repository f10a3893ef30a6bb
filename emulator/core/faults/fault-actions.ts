/**
 * When a fault strikes: `before` the request reaches the service, which is the default, or `after` the service has
 * carried it out, so that a write has worked although its caller sees a failure.
 */
export type FaultMoment = "before" | "after";

/** The wait that an answer names; left out, there is no `Retry-After`. */
export interface RetryAfterWish {
  /** Sent as it is given, so it may be decimal. */
  readonly retryAfterSeconds?: number;
  /** `httpDate` names the instant, by the emulated clock. Default: `seconds`. */
  readonly retryAfterForm?: "seconds" | "httpDate";
}

/** Another answer in place of the real one. */
export type AnswerFault =
  | ({
      readonly kind: "error";
      readonly status: number;
      /** Graph's `error.code`, or the OAuth `error` of Entra. */
      readonly code?: string;
      readonly message?: string;
      /** Number of the AADSTS code; Entra only. */
      readonly aadsts?: number;
      readonly when?: FaultMoment;
    } & RetryAfterWish)
  | ({ readonly kind: "html"; readonly status?: number; readonly when?: FaultMoment } & RetryAfterWish)
  | { readonly kind: "empty"; readonly status?: number; readonly when?: FaultMoment }
  /** Graph: 401 `insufficient_claims`; Entra: 400 `interaction_required`. `claims` is JSON text. */
  | { readonly kind: "claimsChallenge"; readonly claims?: string; readonly when?: FaultMoment };

/** What the network does to a request or to its answer. */
export type ConnectionFault =
  | { readonly kind: "delay"; readonly ms: number; readonly when?: FaultMoment }
  | { readonly kind: "hang"; readonly when?: FaultMoment }
  | { readonly kind: "reset"; readonly when?: FaultMoment }
  | BodyFault;

/** What becomes of the real answer on its way out. */
export type BodyFault =
  | { readonly kind: "resetAfterHeaders" }
  /** So many bytes of the body at a time, with so many milliseconds between them. */
  | { readonly kind: "slowBody"; readonly bytes: number; readonly intervalMs: number }
  /** The length is declared and only this share of the body sent (default 0.5) before the connection is closed. */
  | { readonly kind: "halfBody"; readonly share?: number };

/** A link of change tracking that no longer works; requests without a token are not hit. */
export interface DeltaFault {
  readonly kind: "deltaExpired";
  readonly status?: 400 | 404 | 410;
  readonly code?: "SyncStateNotFound" | "syncStateNotFound" | "resyncRequired";
  /** Whether the answer says where to begin anew; default true. */
  readonly location?: boolean;
}

/** What happens to subscriptions and to their change notifications; `path` matches the path of the webhook's URL. */
export type NotificationFault =
  /** The subscription is gone when a change would be told, or when it is asked for by its id. */
  | { readonly kind: "lapseSubscription"; readonly notice?: boolean }
  /** Never sent; `missed` tells of it where `notice` is true. */
  | { readonly kind: "loseNotification"; readonly notice?: boolean }
  /** So many more copies (default 1) after so many emulated milliseconds (default 0). */
  | { readonly kind: "duplicateNotification"; readonly copies?: number; readonly afterMs?: number }
  /** Held until a later one for the same URL has gone out, at most so many emulated milliseconds (default 60,000). */
  | { readonly kind: "reorderNotification"; readonly withinMs?: number }
  /** Sent so many emulated milliseconds later. */
  | { readonly kind: "delayNotification"; readonly ms: number };

/** A token request that reaches a replica which does not know the newest changes, or gets an uncommon answer. */
export type TokenFault =
  /** A secret that is sent is unknown: AADSTS7000215. */
  | { readonly kind: "secretNotReplicated" }
  /** The app-only token comes without `roles`. */
  | { readonly kind: "consentNotReplicated" }
  /** The registration is unknown: AADSTS700016. */
  | { readonly kind: "appNotReplicated" }
  /** The service principal is unknown: AADSTS7000229. */
  | { readonly kind: "principalNotReplicated" }
  /** The answer has `refresh_in`; default half of the token's life. */
  | { readonly kind: "refreshIn"; readonly seconds?: number };

/** What strikes any request, in the order in which the service looks for it. */
export type RequestFault = AnswerFault | ConnectionFault;

export type FaultAction = RequestFault | DeltaFault | NotificationFault | TokenFault;
export type FaultKind = FaultAction["kind"];
export type ActionOf<K extends FaultKind> = Extract<FaultAction, { kind: K }>;

/** The part of an action that answers with an error body, which each service writes in its own form. */
export type ErrorAction = ActionOf<"error">;

const REQUEST_KINDS: ReadonlySet<FaultKind> = new Set<RequestFault["kind"]>([
  "error",
  "html",
  "empty",
  "claimsChallenge",
  "delay",
  "hang",
  "reset",
  "resetAfterHeaders",
  "slowBody",
  "halfBody",
]);

/** Whether the fault strikes any request; the others wait for what they are about. */
export function isRequestFault(action: FaultAction): action is RequestFault {
  return REQUEST_KINDS.has(action.kind);
}
