import type { Bench } from "../kit/bench.js";
import { WARM_UP } from "../kit/round.js";
import { quantile } from "../kit/stats.js";
import { type Contender, type PeerName, SERVER_NAMES, TITLES } from "../peers/contender.js";
import { type Digest, isSame, type Question, rightDigest } from "../peers/question.js";
import type { UpstreamCounters, UpstreamSettings } from "../upstream/settings.js";

/** A client that asks its questions one after another. All clients begin at once. */
export interface Client {
  readonly questions: readonly Question[];
  /** A group that is looked at by itself. */
  readonly group?: string;
}

export interface CrowdResult {
  readonly name: PeerName;
  /** Until the last client has its last answer. */
  readonly ms: number;
  /** Times of single questions. */
  readonly times: readonly { readonly ms: number; readonly group: string | undefined }[];
  /** Questions that failed or were answered wrongly. */
  readonly failed: number;
  readonly firstFailure: string | null;
  readonly counters: UpstreamCounters;
}

/** The servers, which have many clients; scripts have one. */
export const CROWD_PEERS = SERVER_NAMES;

export async function runCrowd(
  bench: Bench,
  name: PeerName,
  clients: readonly Client[],
  settings: UpstreamSettings,
): Promise<CrowdResult> {
  const contender = await bench.contender(name);
  const questions = clients.flatMap((client) => client.questions);
  await contender.prepare([...new Set(questions.flatMap(({ mailboxes }) => mailboxes))]);
  await warmCrowd(bench, contender, clients, settings);
  await bench.upstream.set(settings);
  const times: { ms: number; group: string | undefined }[] = [];
  const failures: string[] = [];
  const answers: { readonly question: Question; readonly digest: () => Digest }[] = [];
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async ({ questions: own, group }) => {
      for (const question of own) {
        try {
          const { ms, digest } = await contender.ask(question);
          times.push({ ms, group });
          answers.push({ question, digest });
        } catch (error) {
          failures.push(error instanceof Error ? error.message : String(error));
        }
      }
    }),
  );
  const ms = performance.now() - startedAt;
  // Only now: the client that checks an answer is the one that has to take the next.
  for (const { question, digest } of answers) {
    if (!isSame(digest(), rightDigest(question, settings.events))) failures.push("wrong answer");
  }
  const counters = await bench.countersFor(name);
  return { name, ms, times, failed: failures.length, firstFailure: failures[0] ?? null, counters };
}

/**
 * The same clients with the same mailboxes, each once and about weeks that nobody asked for: what rests for seconds while
 * others are measured is not measured cold.
 */
async function warmCrowd(
  bench: Bench,
  contender: Contender,
  clients: readonly Client[],
  settings: UpstreamSettings,
): Promise<void> {
  for (let n = 0; n < bench.warmUp; n += 1) {
    const others = new Map<Question, Question>();
    const other = (question: Question): Question => {
      const made = others.get(question) ?? bench.question(question.kind, question.mailboxes);
      others.set(question, made);
      return made;
    };
    const firsts = clients.flatMap(({ questions }) => questions.slice(0, 1)).map(other);
    await bench.upstream.set({ ...settings, refusalRate: 0, latency: WARM_UP });
    // Who fails here fails again when it is measured, and is told of then.
    await Promise.allSettled(firsts.map((question) => contender.ask(question)));
    await bench.countersFor(contender.name);
  }
}

/** Slowest question of a group, in milliseconds. */
export function slowestMs({ times }: CrowdResult, group?: string): number {
  return Math.max(0, ...times.filter((one) => group === undefined || one.group === group).map(({ ms }) => ms));
}

export function quantileMs({ times }: CrowdResult, share: number, group?: string): number {
  return quantile(
    times.filter((one) => group === undefined || one.group === group).map(({ ms }) => ms),
    share,
  );
}

/** A row a program: time, requests, refusals, failures. */
export function crowdTable(title: string, results: readonly CrowdResult[], bestMs: number, bestInner: number) {
  const caption = `${title} (best possible: ${Math.round(bestMs)} ms, ${bestInner} requests)`;
  return {
    title: caption,
    columns: ["program", "ms", "× best", "HTTP", "inner", "429 caused", "failed"],
    rows: results.map(({ name, ms, counters, failed, firstFailure }) => [
      TITLES[name],
      Math.round(ms),
      (ms / bestMs).toFixed(2),
      counters.http,
      counters.inner,
      counters.crowded,
      firstFailure === null ? failed : `${failed}: ${firstFailure.slice(0, 80)}`,
    ]),
  };
}
