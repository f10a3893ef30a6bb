import { createGraphClient, type GraphConnection } from "../src/graph/index.js";
import { type Call, newMeter } from "../src/lib/call.js";
import { eventFieldsAmong } from "../src/services/events/event-members.js";
import { createEventViews } from "../src/services/events/views/create-event-views.js";
import { median } from "./kit/stats.js";
import { startUpstream } from "./warm.upstream.js";

const WEEK = { start: new Date("2026-03-02T00:00:00Z"), end: new Date("2026-03-09T00:00:00Z") };
const FIELDS = eventFieldsAmong(new Set(["subject", "location", "organizer", "attendees", "showAs"]));
const AGE_MS = 60_000;
const CHANGED = 3;
export const STEPS = ["cold", "within", "firstSync", "unchanged", "changed"] as const;
export type Step = (typeof STEPS)[number];

interface Figures {
  readonly ms: number;
  readonly inner: number;
  readonly http: number;
  /** Of answers as they came, compressed, and as they are. */
  readonly bytes: number;
  readonly plainBytes: number;
}

/** Medians over the rounds. */
export interface WarmFigures {
  readonly innerPerMailbox: number;
  readonly http: number;
  readonly bytesPerMailbox: number;
  readonly plainBytesPerMailbox: number;
  readonly bytesToCold: number;
  readonly plainBytesToCold: number;
  readonly timeToCold: number;
}

export interface Warm {
  readonly steps: Readonly<Record<Step, WarmFigures>>;
  /** Changes made upstream, in all rounds, and those that the first answer after the age had. */
  readonly changesMade: number;
  readonly changesSeen: number;
}

export interface WarmOptions {
  readonly mailboxes: number;
  readonly rounds: number;
  readonly latencyMs: number;
}

/** The week of many mailboxes on the emulator: read cold, within its freshness, and past it; services without GraphQL. */
export async function measureWarm({ mailboxes, rounds, latencyMs }: WarmOptions): Promise<Warm> {
  const upstream = await startUpstream(mailboxes, latencyMs);
  const graph = createGraphClient();
  const time = { now: Date.now() };
  const connection = { id: "bench", graphUrl: upstream.graphUrl, accessToken: async () => upstream.token };
  const measured: Record<Step, Figures>[] = [];
  let held = mailboxes * 25;
  let [changesMade, changesSeen] = [0, 0];
  try {
    for (let round = 0; round < rounds + 1; round++) {
      const ask = newDashboard({ graph, time, connection, users: upstream.users });
      const step = async (isPast: boolean, expected: number | null = held) => {
        if (isPast) time.now += AGE_MS + 1_000;
        return measure(upstream, ask, expected);
      };
      const cold = await step(false);
      const within = await step(false);
      const firstSync = await step(true);
      const unchanged = await step(true);
      const before = held;
      for (const user of upstream.users.slice(0, CHANGED)) {
        upstream.put(user, 2, 20, `New in round ${round}`);
        held += 1;
      }
      const changed = await step(true, null);
      changesMade += held - before;
      changesSeen += changed.events - before;
      // The first round opens connections and warms the code up.
      if (round > 0) measured.push({ cold, within, firstSync, unchanged, changed });
    }
  } finally {
    await graph.close();
    await upstream.close();
  }
  const entries = STEPS.map((step) => [step, mediansOf(measured, step, mailboxes)] as const);
  return { steps: Object.fromEntries(entries) as Record<Step, WarmFigures>, changesMade, changesSeen };
}

interface DashboardDeps {
  readonly graph: ReturnType<typeof createGraphClient>;
  readonly time: { readonly now: number };
  readonly connection: GraphConnection;
  readonly users: readonly { readonly id: string }[];
}

function newDashboard({ graph, time, connection, users }: DashboardDeps) {
  const settings = { kind: "memory", maxBytes: 1_000_000_000, defaultMaxAgeSeconds: AGE_MS / 1_000 } as const;
  const views = createEventViews({ graph, clock: { now: () => time.now } }, settings);
  return async () => {
    const call: Call = {
      signal: new AbortController().signal,
      requestId: "bench",
      traceparent: "",
      meter: newMeter(),
    };
    const question = { ...WEEK, fields: FIELDS, maxAgeSeconds: null };
    const answers = users.map(({ id }) => {
      const place = { mailbox: { id, connection, graphUser: id }, calendarGraphId: null };
      return views.answer(place, [question], call).get(question);
    });
    return (await Promise.all(answers)).flatMap((view) => view?.events ?? []);
  };
}

async function measure(
  upstream: Awaited<ReturnType<typeof startUpstream>>,
  ask: () => Promise<readonly unknown[]>,
  expected: number | null,
): Promise<Figures & { readonly events: number }> {
  const { log } = upstream.emulator;
  log.clear();
  upstream.takeBytes();
  const startedAt = performance.now();
  const events = await ask();
  const ms = performance.now() - startedAt;
  if (expected !== null && events.length !== expected) throw new Error(`${events.length} events came, not ${expected}`);
  const alone = log.count({ kind: "http", service: "graph" }) - log.count({ pathEnd: "/$batch" });
  const http = log.count({ kind: "http", service: "graph" });
  return { events: events.length, ms, inner: log.count({ kind: "part" }) + alone, http, ...upstream.takeBytes() };
}

function mediansOf(measured: readonly Record<Step, Figures>[], step: Step, mailboxes: number): WarmFigures {
  const of = (figure: (figures: Record<Step, Figures>) => number) => median(measured.map(figure));
  return {
    innerPerMailbox: of((figures) => figures[step].inner / mailboxes),
    http: of((figures) => figures[step].http),
    bytesPerMailbox: of((figures) => figures[step].bytes / mailboxes),
    plainBytesPerMailbox: of((figures) => figures[step].plainBytes / mailboxes),
    bytesToCold: of((figures) => figures[step].bytes / figures.cold.bytes),
    plainBytesToCold: of((figures) => figures[step].plainBytes / figures.cold.plainBytes),
    timeToCold: of((figures) => figures[step].ms / figures.cold.ms),
  };
}
