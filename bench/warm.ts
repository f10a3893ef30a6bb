/**
 * What a kept answer is worth: the week of many mailboxes, read cold, within its freshness, and past it. Counts Graph's
 * requests, HTTP exchanges and answer bytes at the emulator; times are ratios to the cold read of the same round.
 *
 *     npx tsx bench/warm.ts [mailboxes] [rounds] [latencyMs]
 */
import { createGraphClient } from "../src/graph/index.js";
import { type Call, newMeter } from "../src/lib/call.js";
import { eventFieldsAmong } from "../src/services/events/event-members.js";
import { createEventViews } from "../src/services/events/views/create-event-views.js";
import { startUpstream } from "./warm.upstream.js";

const [mailboxes = 50, rounds = 5, latencyMs = 80] = process.argv.slice(2).map(Number);
const WEEK = { start: new Date("2026-03-02T00:00:00Z"), end: new Date("2026-03-09T00:00:00Z") };
const FIELDS = eventFieldsAmong(new Set(["subject", "location", "organizer", "attendees", "showAs"]));
const STEPS = ["cold", "within", "firstSync", "unchanged", "changed"] as const;

interface Figures {
  readonly ms: number;
  readonly inner: number;
  readonly http: number;
  /** Of answers as they came, compressed, and as they are. */
  readonly bytes: number;
  readonly plainBytes: number;
}

const upstream = await startUpstream(mailboxes, latencyMs);
const graph = createGraphClient();
const time = { now: Date.now() };
const connection = { id: "bench", graphUrl: upstream.graphUrl, accessToken: async () => upstream.token };

function newCall(): Call {
  return { signal: new AbortController().signal, requestId: "bench", traceparent: "", meter: newMeter() };
}

function newDashboard() {
  const settings = { kind: "memory", maxBytes: 1_000_000_000, defaultMaxAgeSeconds: 60 } as const;
  const views = createEventViews({ graph, clock: { now: () => time.now } }, settings);
  return async () => {
    const call = newCall();
    const question = { ...WEEK, fields: FIELDS, maxAgeSeconds: null };
    const answers = upstream.users.map(({ id }) => {
      const place = { mailbox: { id, connection, graphUser: id }, calendarGraphId: null };
      return views.answer(place, [question], call).get(question);
    });
    return (await Promise.all(answers)).flatMap((view) => view?.events ?? []);
  };
}

async function measure(ask: () => Promise<readonly unknown[]>, expected: number): Promise<Figures> {
  upstream.emulator.log.clear();
  upstream.takeBytes();
  const startedAt = performance.now();
  const events = await ask();
  const ms = performance.now() - startedAt;
  if (events.length !== expected) throw new Error(`${events.length} events came, not ${expected}`);
  const { log } = upstream.emulator;
  const alone = log.count({ kind: "http", service: "graph" }) - log.count({ pathEnd: "/$batch" });
  return {
    ms,
    inner: log.count({ kind: "part" }) + alone,
    http: log.count({ kind: "http", service: "graph" }),
    ...upstream.takeBytes(),
  };
}

let held = mailboxes * 25;
const measured: Record<(typeof STEPS)[number], Figures>[] = [];
for (let round = 0; round < rounds + 1; round++) {
  const ask = newDashboard();
  const past = async () => {
    time.now += 61_000;
    return measure(ask, held);
  };
  const cold = await measure(ask, held);
  const within = await measure(ask, held);
  const firstSync = await past();
  const unchanged = await past();
  for (const user of upstream.users.slice(0, 3)) upstream.put(user, 2, 20, `New in round ${round}`);
  held += Math.min(3, mailboxes);
  const changed = await past();
  // The first round opens connections and warms the code up.
  if (round > 0) measured.push({ cold, within, firstSync, unchanged, changed });
}
await graph.close();
await upstream.close();

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rounded = (value: number) => Number(value.toPrecision(3));
const result = Object.fromEntries(
  STEPS.map((step) => {
    const of = (figure: (figures: (typeof measured)[number]) => number) => rounded(median(measured.map(figure)));
    return [
      step,
      {
        innerPerMailbox: of((figures) => figures[step].inner / mailboxes),
        http: of((figures) => figures[step].http),
        bytesPerMailbox: of((figures) => figures[step].bytes / mailboxes),
        plainBytesPerMailbox: of((figures) => figures[step].plainBytes / mailboxes),
        bytesToCold: of((figures) => figures[step].bytes / figures.cold.bytes),
        timeToCold: of((figures) => figures[step].ms / figures.cold.ms),
      },
    ];
  }),
);
console.log(JSON.stringify({ mailboxes, rounds, latencyMs, httpNeeded: Math.ceil(mailboxes / 4), result }, null, 1));
