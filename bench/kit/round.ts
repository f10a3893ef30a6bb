import type { Contender, PeerName } from "../peers/contender.js";
import { isSame, type Question, rightDigest } from "../peers/question.js";
import type { LatencyModel, UpstreamCounters, UpstreamSettings } from "../upstream/settings.js";
import type { Bench } from "./bench.js";

/** One program's answer to one question. */
export interface Measured {
  readonly name: PeerName;
  readonly ms: number;
  /** The time as a multiple of what was possible. */
  readonly ratio: number;
  readonly cpuMs: number;
  readonly events: number;
  readonly counters: UpstreamCounters;
  /** What was wrong with the answer; no time counts then. */
  readonly wrong: string | null;
}

/** What Graph needs while a program only gets warm: waiting would teach it nothing. */
export const WARM_UP: LatencyModel = { kind: "constant", ms: 5 };

/** Asks one program, with the stand-in set anew, and checks the answer. `bench.warmUp` questions go before. */
export async function measure(
  bench: Bench,
  name: PeerName,
  question: Question,
  settings: UpstreamSettings,
  bound: number,
  warmUp = bench.warmUp,
): Promise<Measured> {
  const contender = await bench.contender(name);
  await contender.prepare(question.mailboxes);
  const right = rightDigest(question, settings.events);
  for (let n = 0; n < warmUp; n += 1) await askUnmeasured(bench, contender, question, settings);
  await bench.upstream.set(settings);
  const { value, spent } = await bench.spentBy(contender, () =>
    contender.ask(question).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
  );
  const counters = await bench.countersFor(name);
  const base = { name, cpuMs: spent.cpuMs, counters };
  if (value instanceof Error) return { ...base, ms: Number.NaN, ratio: Number.NaN, events: 0, wrong: value.message };
  const digest = value.digest();
  const wrong = isSame(digest, right) ? null : `wrong answer: ${JSON.stringify(digest)} for ${JSON.stringify(right)}`;
  return { ...base, ms: value.ms, ratio: value.ms / bound, events: digest.events, wrong };
}

/** A question of the same kind about a week that nobody asked for, so that no cache has the answer of either. */
async function askUnmeasured(
  bench: Bench,
  contender: Contender,
  { kind, mailboxes }: Question,
  settings: UpstreamSettings,
): Promise<void> {
  await bench.upstream.set({ ...settings, refusalRate: 0, latency: WARM_UP });
  // Who fails here fails again when it is measured, and is told of then.
  await contender.ask(bench.question(kind, mailboxes)).catch(() => {});
  await bench.countersFor(contender.name);
}
