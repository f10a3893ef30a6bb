import type { Bench } from "../kit/bench.js";
import { boundMs } from "../kit/bound.js";
import { median } from "../kit/stats.js";
import { mailbox, mailboxes } from "../peers/question.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import { CROWD_PEERS, type CrowdResult, crowdTable, runCrowd } from "./crowd.js";
import type { Finding, Outcome, Scenario, Table } from "./scenario.js";

const MAILBOXES = 50;
const settings = { ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: 80 } } as const;

export const STORM: Scenario = {
  name: "storm",
  share: 0.03,
  about: "5 % of requests are refused at random; writes of which some are refused and some are done but answered 503",
  async run(bench): Promise<Outcome> {
    const reads = await readsInStorm(bench);
    const writes = await writesInStorm(bench);
    return { tables: [...reads.tables, ...writes.tables], findings: [...reads.findings, ...writes.findings] };
  },
};

async function readsInStorm(bench: Bench): Promise<Outcome> {
  const rounds = bench.rounds({ smoke: 1, quick: 1, normal: 3, full: 5 });
  const ratios: number[] = [];
  const floors: number[] = [];
  const bares: number[] = [];
  const extra: number[] = [];
  const failed: number[] = [];
  let last: CrowdResult[] = [];
  let bestMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const question = bench.question("week", mailboxes(MAILBOXES));
    const storm = { ...settings, seed: bench.seed + round, refusalRate: 0.05 };
    bestMs = boundMs(question, storm);
    last = [];
    for (const name of bench.shuffled(CROWD_PEERS)) {
      const result = await runCrowd(bench, name, [{ questions: [question] }], storm);
      last.push(result);
      if (name === "floor") floors.push(result.ms / bestMs);
      if (name === "bare") bares.push(result.ms / bestMs);
      if (name !== "gateway") continue;
      ratios.push(result.ms / bestMs);
      extra.push(result.counters.inner - MAILBOXES - result.counters.refused);
      failed.push(result.failed);
    }
  }
  const where = `${MAILBOXES} mailboxes`;
  const findings: Finding[] = [
    {
      goal: "P14",
      where: `${where}, time / best possible`,
      value: median(ratios),
      limit: 1.02,
      must: "most",
      floor: median(floors),
      bare: median(bares),
    },
    { goal: "P14", where: `${where}, requests beyond M + refusals`, value: Math.max(...extra), limit: 0, must: "most" },
    { goal: "P14", where: `${where}, failed questions`, value: Math.max(...failed), limit: 0, must: "most" },
  ];
  return { tables: [crowdTable("5 % random refusals, 50 mailboxes, last round", last, bestMs, MAILBOXES)], findings };
}

const CREATE = `mutation($input: CreateEventInput!) { createEvent(input: $input) { event { subject } errors { message } } }`;

interface Created {
  readonly createEvent: { readonly event: { readonly subject: string } | null };
}

/** Every write that was acknowledged is there once, and none is there twice. */
async function writesInStorm(bench: Bench): Promise<Outcome> {
  const count = bench.pick({ smoke: 4, quick: 60, normal: 150, full: 300 });
  const gateway = await bench.contender("gateway");
  await gateway.prepare(mailboxes(20));
  await bench.upstream.set({ ...settings, seed: bench.seed, refusalRate: 0.1, brokenWriteRate: 0.1 });
  const subjects = Array.from({ length: count }, (_, n) => `write ${n}`);
  const startedAt = performance.now();
  const outcomes = await Promise.all(
    subjects.map((subject, n) =>
      gateway
        .query<Created>(CREATE, { input: draft(subject, gateway.mailboxId(mailbox(n % 20))) })
        .then(({ createEvent }) => createEvent.event?.subject === subject)
        .catch(() => false),
    ),
  );
  const ms = performance.now() - startedAt;
  const counters = await bench.countersFor("gateway");
  const written = await bench.upstream.written();
  const lost = subjects.filter((subject, n) => outcomes[n] && written[subject] === undefined).length;
  const doubled = Object.values(written).filter((times) => times > 1).length;
  const refused = outcomes.filter((done) => !done).length;
  const base = { goal: "W1", must: "most", limit: 0 } as const;
  const table: Table = {
    title: `${count} writes to 20 mailboxes, 10 % refused, 10 % done but answered 503`,
    columns: ["acknowledged", "not acknowledged", "lost", "doubled", "ms", "inner", "429 caused"],
    rows: [[count - refused, refused, lost, doubled, Math.round(ms), counters.inner, counters.crowded]],
  };
  return {
    tables: [table],
    findings: [
      { ...base, where: "acknowledged but not there", value: lost },
      { ...base, where: "there twice", value: doubled },
      { ...base, where: "not acknowledged", value: refused },
    ],
  };
}

function draft(subject: string, mailboxId: string) {
  const at = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
  return { mailboxId, subject, start: at("2026-03-02T09:00:00"), end: at("2026-03-02T10:00:00") };
}
