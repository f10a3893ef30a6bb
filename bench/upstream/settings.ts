/** How long Graph takes for a request. The same seed, mailbox and request always take the same time. */
export interface LatencyModel {
  readonly kind: "constant" | "lognormal";
  /** The time of each request, or the median of all. */
  readonly ms: number;
}

/** What the stand-in can be told between two measurements. */
export interface UpstreamSettings {
  readonly latency: LatencyModel;
  readonly seed: number;
  /** Share of requests that are refused at random, once each. */
  readonly refusalRate: number;
  /** Share of writes that are done and then answered 503, once each. */
  readonly brokenWriteRate: number;
  /** What a new connection costs before its first answer, modelled. */
  readonly handshakeMs: number;
  /** Events in a window of the default calendar. */
  readonly events: number;
}

export const DEFAULT_SETTINGS: UpstreamSettings = {
  latency: { kind: "constant", ms: 80 },
  seed: 1,
  refusalRate: 0,
  brokenWriteRate: 0,
  handshakeMs: 0,
  events: 25,
};

/** What happened at the stand-in since its counters were reset. Control requests and token requests count apart. */
export interface UpstreamCounters {
  readonly http: number;
  /** Requests to mailboxes, alone or as parts. */
  readonly inner: number;
  /** Answers 429 for a fifth request at once to a mailbox: the client's own doing. */
  readonly crowded: number;
  /** Answers 429 at random. */
  readonly refused: number;
  readonly tokens: number;
  readonly bytesOut: number;
  /** Connections on which at least one counted request came. */
  readonly sockets: number;
  /** The stand-in's processor time since the reset, in milliseconds. */
  readonly cpuMs: number;
}

/** Retry-After of a refusal. */
export const RETRY_AFTER_S = 1;

/** Outlook's limit for an application in one mailbox, and what Graph runs at a time of one batch. */
export const PLACES = 4;

/** Calendars of each mailbox, the default one first. */
export const CALENDARS = ["default", "team", "private", "travel", "rooms", "on-call"] as const;

/** Events in a window of a calendar that is not the default one. */
export const EVENTS_OF_OTHERS = 5;
