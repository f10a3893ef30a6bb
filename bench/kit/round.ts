import type { PeerName } from "../peers/contender.js";
import { isSame, type Question, rightDigest } from "../peers/question.js";
import type { UpstreamCounters, UpstreamSettings } from "../upstream/settings.js";
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

/** Asks one program, with the stand-in set anew, and checks the answer. */
export async function measure(
  bench: Bench,
  name: PeerName,
  question: Question,
  settings: UpstreamSettings,
  bound: number,
  options: { readonly isCold?: boolean } = {},
): Promise<Measured> {
  const contender = await bench.contender(name);
  await contender.prepare(question.mailboxes);
  await bench.upstream.set(settings);
  if (options.isCold) {
    await bench.upstream.disconnect();
    // Clients hear of it a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const right = rightDigest(question, settings.events);
  const { value, spent } = await bench.spentBy(contender, () =>
    contender.ask(question).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
  );
  const counters = await bench.countersFor(name);
  const base = { name, cpuMs: spent.cpuMs, counters };
  if (value instanceof Error) return { ...base, ms: Number.NaN, ratio: Number.NaN, events: 0, wrong: value.message };
  const wrong = isSame(value.digest, right)
    ? null
    : `wrong answer: ${JSON.stringify(value.digest)} for ${JSON.stringify(right)}`;
  return { ...base, ms: value.ms, ratio: value.ms / bound, events: value.digest.events, wrong };
}
