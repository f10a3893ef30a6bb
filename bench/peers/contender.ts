import type { Profile } from "../kit/child-profiler.js";
import type { Usage } from "../kit/child-side.js";
import type { Digest, Question } from "./question.js";

export const SCRIPT_NAMES = ["sdk-sequential", "sdk-promise-all", "batch-20", "batch-4", "get-pool"] as const;
/** Scripts for free and busy times, which come by another request than events. */
export const SCHEDULE_SCRIPT_NAMES = ["sdk-schedules", "schedules-20"] as const;
export const SERVER_NAMES = ["yoga", "mercurius", "floor", "bare", "gateway"] as const;
/** Programs that answer questions about events. */
export const PEER_NAMES = [...SCRIPT_NAMES, ...SERVER_NAMES] as const;
export const ALL_NAMES = [...SCHEDULE_SCRIPT_NAMES, ...PEER_NAMES] as const;
export type PeerName = (typeof ALL_NAMES)[number];
export type ServerName = (typeof SERVER_NAMES)[number];
export type ScriptPeerName = Exclude<PeerName, ServerName>;

/** How reports call them. */
export const TITLES: Readonly<Record<PeerName, string>> = {
  "sdk-sequential": "official SDK, one after another",
  "sdk-promise-all": "official SDK, Promise.all",
  "batch-20": "hand-written $batch of 20",
  "batch-4": "hand-written $batch of 4",
  "get-pool": "hand-written GETs, 4 a mailbox",
  "sdk-schedules": "official SDK, a request an address, Promise.all",
  "schedules-20": "hand-written getSchedule, 20 addresses a request",
  yoga: "graphql-yoga, DataLoader, batches of 20",
  mercurius: "Mercurius, loaders, JIT, batches of 20",
  floor: "floor: bare node:http, hand-written requests",
  bare: "bare node:http over our scheduler (k)",
  gateway: "**the gateway**",
};

export interface Asked {
  /** From the question until the answer was there, whole and parsed. */
  readonly ms: number;
  readonly answeredMs: number;
  /** Reckoned when it is asked for: checking an answer must not delay others that are under way. */
  digest(): Digest;
}

/** One program that answers the question, in a process of its own. */
export interface Contender {
  readonly name: PeerName;
  /** Where a server listens. */
  readonly url?: string;
  /** Does what a first question would otherwise pay for: mailboxes that have to be known are made known. */
  prepare(mailboxes: readonly string[]): Promise<void>;
  /** Rejects when the program fails or answers with errors. */
  ask(question: Question): Promise<Asked>;
  usage(): Promise<Usage>;
  /** After a full garbage collection. */
  settledUsage(): Promise<Usage>;
  startProfile(): Promise<void>;
  stopProfile(): Promise<Profile>;
  end(): Promise<void>;
}
