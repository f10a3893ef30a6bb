import { setTimeout as pause } from "node:timers/promises";
import type { Bench } from "../kit/bench.js";
import { changesBoundMs } from "../kit/bound.js";
import { WARM_UP } from "../kit/round.js";
import { median } from "../kit/stats.js";
import type { GatewayContender } from "../peers/gateway.client.js";
import { isSame, mailbox, mailboxes, type Question, rightDigest } from "../peers/question.js";
import { DEFAULT_SETTINGS, type UpstreamCounters } from "../upstream/settings.js";
import { measureWarm, STEPS, type Step, type Warm } from "../warm.measure.js";
import type { Finding, Outcome, Scenario } from "./scenario.js";

const L = 80;
/** Seconds after which an answer is too old, and the wait in milliseconds that makes it so. */
const AGE_S = 1;
const PAST_AGE_MS = AGE_S * 1_000 + 50;
const LONG_AGE_S = 3_600;

export const WARM: Scenario = {
  name: "warm",
  share: 0.035,
  about: "the same dashboard again: within the age that its question allows, and past it, when changes alone are read",
  async run(bench) {
    const count = bench.pick({ smoke: 4, quick: 50, normal: 50, full: 50 });
    const rounds = bench.rounds({ smoke: 1, quick: 2, normal: 3, full: 6 });
    const asked = await throughTheGateway(bench, count, rounds);
    const counted = await measureWarm({ mailboxes: count, rounds, latencyMs: L });
    return {
      tables: [...asked.tables, countedTable(counted, count)],
      findings: [...asked.findings, ...countedFindings(counted)],
    };
  },
};

interface Answer {
  readonly answeredMs: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly counters: UpstreamCounters;
}

/** The whole gateway over HTTP, on the stand-in, whose latencies are known beforehand. */
async function throughTheGateway(bench: Bench, count: number, rounds: number): Promise<Outcome> {
  const gateway = await bench.ownGateway(bench.upstream.url);
  try {
    return await askAgain(bench, gateway, count, rounds);
  } finally {
    await gateway.end();
  }
}

async function askAgain(bench: Bench, gateway: GatewayContender, count: number, rounds: number): Promise<Outcome> {
  const settings = { ...DEFAULT_SETTINGS, seed: bench.seed, latency: { kind: "lognormal", ms: L } } as const;
  const boxes = mailboxes(count);
  await gateway.prepare(boxes);
  const ask = async (question: Question): Promise<Answer> => {
    await bench.upstream.set(settings);
    const { value, spent } = await bench.spentBy(gateway, () => gateway.ask(question));
    const counters = await bench.countersFor("gateway");
    if (!isSame(value.digest(), rightDigest(question, settings.events))) throw new Error("wrong answer");
    return { answeredMs: value.answeredMs, ms: value.ms, cpuMs: spent.cpuMs, counters };
  };
  for (let n = 0; n < bench.pick({ smoke: 1, quick: 8, normal: 15, full: 40 }); n += 1) {
    await ask({ ...bench.question("week", boxes), maxAgeSeconds: LONG_AGE_S });
  }
  const measured = async (question: Question): Promise<Answer> => {
    for (let n = 0; n < bench.warmUp; n += 1) {
      await bench.upstream.set({ ...settings, latency: WARM_UP });
      await gateway.ask({ ...bench.question("week", boxes), maxAgeSeconds: LONG_AGE_S });
      await bench.countersFor("gateway");
    }
    return ask(question);
  };
  const steps: Record<"cold" | "within" | "begins" | "unchanged", Answer[]> = {
    cold: [],
    within: [],
    begins: [],
    unchanged: [],
  };
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const question = { ...bench.question("week", boxes), maxAgeSeconds: AGE_S };
    const young = { ...question, maxAgeSeconds: LONG_AGE_S };
    steps.cold.push(await measured(question));
    // The first one makes the texts that the second is made of; all of them come from what is kept.
    steps.within.push(await measured(young), await measured(young));
    await pause(PAST_AGE_MS);
    steps.begins.push(await measured(question));
    await pause(PAST_AGE_MS);
    const unchanged = await measured(question);
    steps.unchanged.push(unchanged);
    ratios.push(unchanged.ms / changesBoundMs(question, settings));
  }
  const outlived = await outliving(bench, gateway, boxes, ask);
  const of = (answers: readonly Answer[], figure: (one: Answer) => number) => median(answers.map(figure));
  const most = (answers: readonly Answer[], figure: keyof UpstreamCounters) =>
    Math.max(...answers.map(({ counters }) => counters[figure]));
  const row = (title: string, answers: readonly Answer[]) => [
    title,
    of(answers, (one) => one.answeredMs).toFixed(1),
    of(answers, (one) => one.cpuMs).toFixed(1),
    of(answers, ({ counters }) => counters.inner),
    of(answers, ({ counters }) => counters.http),
  ];
  const ratio = median(ratios);
  return {
    tables: [
      {
        title: `A week of ${count} mailboxes, 25 events each, asked of the gateway again, ${L} ms, lognormal`,
        columns: ["answer", "until the last byte, ms", "processor of the gateway, ms", "requests", "HTTP requests"],
        rows: [
          row("cold", steps.cold),
          row("within its age", steps.within),
          row("past it for the first time: tracking begins", steps.begins),
          row("past it, nothing changed", steps.unchanged),
        ],
        notes: [`Past its age with nothing changed: ${ratio.toFixed(2)} × the bound, until the answer is parsed.`],
      },
    ],
    findings: [
      { goal: "P16", where: "requests within the age", value: most(steps.within, "inner"), limit: 0, must: "most" },
      {
        goal: "P16",
        where: "until the last byte",
        value: of(steps.within, (one) => one.answeredMs),
        limit: 15,
        must: "most",
        unit: "ms",
      },
      { goal: "P17", where: "time / bound", value: ratio, limit: 1.05, must: "most" },
      { goal: "P17", where: "requests", value: most(steps.unchanged, "inner"), limit: count, must: "most" },
      {
        goal: "P17",
        where: "HTTP requests",
        value: most(steps.unchanged, "http"),
        limit: Math.ceil(count / 4),
        must: "most",
      },
      { goal: "P18", where: "kept answers that outlived an own write", value: outlived, limit: 0, must: "most" },
    ],
  };
}

const CREATE = "mutation($input: CreateEventInput!) { createEvent(input: $input) { event { subject } } }";

/** How many mailboxes' kept answers are still given after the gateway itself wrote an event into the first. */
async function outliving(
  bench: Bench,
  gateway: GatewayContender,
  boxes: readonly string[],
  ask: (question: Question) => Promise<Answer>,
): Promise<number> {
  const question = { ...bench.question("week", boxes), maxAgeSeconds: LONG_AGE_S };
  await ask(question);
  const at = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
  const times = { start: at("2026-03-02T09:00:00"), end: at("2026-03-02T10:00:00") };
  await gateway.query(CREATE, { input: { mailboxId: gateway.mailboxId(mailbox(0)), subject: "own", ...times } });
  return boxes.length - (await ask(question)).counters.inner;
}

const TITLES: Readonly<Record<Step, string>> = {
  cold: "cold",
  within: "within its age",
  firstSync: "past it for the first time: tracking begins",
  unchanged: "past it, nothing changed",
  changed: "past it, 3 mailboxes changed",
};

function countedTable({ steps, changesMade, changesSeen }: Warm, mailboxes: number) {
  return {
    title: `What it costs upstream: ${mailboxes} mailboxes on the emulator, services without GraphQL`,
    columns: [
      "answer",
      "requests a mailbox",
      "HTTP requests",
      "bytes a mailbox, compressed",
      "plain",
      "plain / cold",
      "time / cold",
    ],
    rows: STEPS.map((step) => [
      TITLES[step],
      steps[step].innerPerMailbox.toFixed(2),
      steps[step].http,
      Math.round(steps[step].bytesPerMailbox),
      Math.round(steps[step].plainBytesPerMailbox),
      steps[step].plainBytesToCold.toFixed(3),
      steps[step].timeToCold.toFixed(3),
    ]),
    notes: [
      `Changes made upstream: ${changesMade}; seen by the first answer past the age: ${changesSeen}. The emulator shares its process with the services, so that times are rough.`,
    ],
  };
}

function countedFindings({ steps: { unchanged, within }, changesMade, changesSeen }: Warm): Finding[] {
  const most = { must: "most" } as const;
  return [
    { ...most, goal: "P16", where: "requests a mailbox, emulator", value: within.innerPerMailbox, limit: 0 },
    {
      ...most,
      goal: "P17",
      where: "bytes an unchanged mailbox, as they come",
      value: unchanged.bytesPerMailbox,
      limit: 500,
    },
    { ...most, goal: "P17", where: "plain bytes / cold", value: unchanged.plainBytesToCold, limit: 0.01 },
    { goal: "P18", where: "changes seen by the first answer", value: changesSeen, limit: changesMade, must: "least" },
  ];
}
