/**
 * Where the time of a question goes: processor time of each process that takes part (the gateway, the stand-in for
 * Graph, this client), beside that of bare node:http over the same scheduler, and the gateway's by layer.
 *
 *     npx tsx bench/profile.ts [rounds] [--functions]
 */
import { parseArgs } from "node:util";
import { Bench } from "./kit/bench.js";
import { boundMs } from "./kit/bound.js";
import { closeConnections, post } from "./kit/post.js";
import { median } from "./kit/stats.js";
import type { Contender, PeerName } from "./peers/contender.js";
import { mailboxes, type Question } from "./peers/question.js";
import { functionsOf, type Layers, layersOf } from "./report/layers.js";
import { load } from "./report/machine.js";
import { DEFAULT_SETTINGS, type UpstreamSettings } from "./upstream/settings.js";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { functions: { type: "boolean", default: false }, only: { type: "string" } },
});
const rounds = Number(positionals[0] ?? 9);
const PROGRAMS = ["bare", "gateway"] as const satisfies readonly PeerName[];
/** Questions before anything is measured: what runs first runs slowly. */
const WARM_UP = 25;
const MOST_FUNCTIONS = 45;
const TINY_AT_ONCE = 32;
const TINY = 4_000;

interface Case {
  readonly title: string;
  readonly mailboxes: number;
  readonly settings: UpstreamSettings;
  /** What is asked at once. */
  questions(bench: Bench): readonly Question[];
}

const lognormal = { ...DEFAULT_SETTINGS, latency: { kind: "lognormal", ms: 80 } } as const;

function single(title: string, kind: Question["kind"], count: number): Case {
  const boxes = mailboxes(count);
  return { title, mailboxes: count, settings: lognormal, questions: (bench) => [bench.question(kind, boxes)] };
}

const CASES: readonly Case[] = [
  single("week of 50 mailboxes", "week", 50),
  single("week of 200 mailboxes", "week", 200),
  single("every calendar of 50 mailboxes", "every-calendar", 50),
  {
    title: "ten equal dashboards of 20 mailboxes",
    mailboxes: 20,
    settings: DEFAULT_SETTINGS,
    questions: (bench) => {
      const question = bench.question("week", mailboxes(20));
      return Array.from({ length: 10 }, () => question);
    },
  },
  {
    title: "40 clients with one mailbox each",
    mailboxes: 40,
    settings: DEFAULT_SETTINGS,
    questions: (bench) => Array.from({ length: 40 }, (_, n) => bench.question("week", mailboxes(1, n))),
  },
];

interface Spent {
  /** Milliseconds from the question to the answer, as a multiple of the bound. */
  readonly ratio: number;
  readonly own: number;
  readonly upstream: number;
  readonly client: number;
  readonly http: number;
}

function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function ask(
  bench: Bench,
  contender: Contender,
  questions: readonly Question[],
  settings: UpstreamSettings,
): Promise<Spent> {
  await bench.upstream.set(settings);
  const before = await contender.usage();
  const clientBefore = ownMs();
  const answers = await Promise.all(questions.map((question) => contender.ask(question)));
  const client = ownMs() - clientBefore;
  const after = await contender.usage();
  const { cpuMs, http } = await bench.upstream.counters();
  const bound = Math.max(...questions.map((question) => boundMs(question, settings)));
  const ratio = Math.max(...answers.map(({ ms }) => ms)) / bound;
  return { ratio, own: after.cpuMs - before.cpuMs, upstream: cpuMs, client, http };
}

async function profileCase(bench: Bench, { title, mailboxes: count, settings, questions }: Case) {
  const measured = new Map<PeerName, Spent[]>();
  const gateway = await bench.contender("gateway");
  for (const name of PROGRAMS) {
    const contender = await bench.contender(name);
    await contender.prepare(mailboxes(count));
    const fast = { ...settings, latency: { kind: "constant", ms: 2 } } as const;
    for (let n = 0; n < WARM_UP; n += 1) await ask(bench, contender, questions(bench), fast);
    measured.set(name, []);
  }
  for (let round = 0; round < rounds; round += 1) {
    const asked = questions(bench);
    for (const name of bench.shuffled(PROGRAMS)) {
      const contender = await bench.contender(name);
      measured.get(name)?.push(await ask(bench, contender, asked, { ...settings, seed: bench.seed }));
    }
  }
  console.log(`\n${title}, medians of ${rounds} rounds`);
  for (const [name, spent] of measured) {
    const of = (figure: (one: Spent) => number) => median(spent.map(figure)).toFixed(2);
    console.log(
      `  ${name.padEnd(8)} × bound ${of((one) => one.ratio)}; processor ms: itself ${of((one) => one.own)},` +
        ` stand-in ${of((one) => one.upstream)}, client ${of((one) => one.client)}; HTTP ${of((one) => one.http)}`,
    );
  }
  await gateway.startProfile();
  for (let round = 0; round < rounds; round += 1) await ask(bench, gateway, questions(bench), settings);
  show(await gateway.stopProfile(), rounds, "question");
}

async function profileTiny(bench: Bench): Promise<void> {
  const gateway = await bench.contender("gateway");
  const askAll = async (count: number) => {
    let left = count;
    const client = async () => {
      while (left-- > 0) await post(gateway.url, { query: "{ viewer { __typename } }" }, gateway.headers);
    };
    await Promise.all(Array.from({ length: TINY_AT_ONCE }, client));
  };
  await askAll(TINY * 2);
  const before = await gateway.usage();
  await askAll(TINY);
  const after = await gateway.usage();
  console.log(`\ntiny question: ${(((after.cpuMs - before.cpuMs) / TINY) * 1_000).toFixed(0)} µs of processor time`);
  await gateway.startProfile();
  await askAll(TINY);
  show(await gateway.stopProfile(), TINY / 1_000, "thousand");
}

function show(profile: Parameters<typeof layersOf>[0], count: number, unit: string): void {
  const print = (sums: Layers, most: number) => {
    const total = [...sums.values()].reduce((all, ms) => all + ms, 0);
    for (const [name, ms] of [...sums].sort(([, a], [, b]) => b - a).slice(0, most)) {
      console.log(
        `    ${((ms / total) * 100).toFixed(1).padStart(5)} %  ${(ms / count).toFixed(2).padStart(8)}  ${name}`,
      );
    }
  };
  console.log(`  by layer (share, ms a ${unit} while profiled)`);
  print(layersOf(profile), MOST_FUNCTIONS);
  if (!flags.functions) return;
  console.log("  by function, itself alone");
  print(functionsOf(profile), MOST_FUNCTIONS);
}

const bench = await Bench.start({ folder: "dist/bench-profile", size: "normal", seed: 1, profile: false, warmUp: 0 });
try {
  console.log(`load ${load()}`);
  const chosen = CASES.filter(({ title }) => flags.only === undefined || title.includes(flags.only));
  for (const one of chosen) await profileCase(bench, one);
  if (flags.only === undefined || flags.only === "tiny") await profileTiny(bench);
  console.log(`load ${load()}`);
} finally {
  await bench.close();
  closeConnections();
}
