import type { Bench } from "../kit/bench.js";
import { median } from "../kit/stats.js";
import type { Contender } from "../peers/contender.js";
import { isSame, mailboxes, rightDigest } from "../peers/question.js";
import { startPeer } from "../peers/start-peer.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import type { Finding, Scenario } from "./scenario.js";

const L = 80;
const HANDSHAKE_MS = 60;
const PEERS = ["get-pool", "batch-4", "floor", "bare", "gateway"] as const;

interface Way {
  readonly title: string;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

export const CONNECTIONS: Scenario = {
  name: "connections",
  share: 0.05,
  about: "the same question over open and over new connections, in clear and with TLS, each new one costing 60 ms more",
  async run(bench) {
    const counts = bench.pick({ smoke: [4], quick: [50], normal: [50, 200], full: [50, 200] });
    const rounds = bench.rounds({ smoke: 1, quick: 1, normal: 3, full: 3 });
    const findings: Finding[] = [];
    /** Of the floor over TLS, by the number of mailboxes. */
    const floors = new Map<number, number>();
    const rows: (string | number)[][] = [];
    for (const way of waysOf(bench)) {
      for (const name of PEERS) {
        const { url: loginUrl } = bench.upstream;
        const contender = await startPeer(name, bench.compiled, { loginUrl, graphUrl: way.url, env: way.env });
        try {
          for (const count of counts) {
            const warm = await timesOf(bench, contender, count, rounds, false);
            const cold = await timesOf(bench, contender, count, rounds, true);
            const [ratioWarm, ratioCold] = [warm.ms / L, cold.ms / (L + HANDSHAKE_MS)];
            const times = [Math.round(warm.ms), ratioWarm.toFixed(2), Math.round(cold.ms), ratioCold.toFixed(2)];
            rows.push([way.title, name, count, ...times, cold.sockets, cold.wrong ?? ""]);
            if (name === "floor" && way.url === bench.upstream.secureUrl) floors.set(count, ratioCold);
            if (name !== "gateway" || way.url !== bench.upstream.secureUrl) continue;
            const where = `M ${count}, TLS`;
            const limit = count <= 50 ? 1.1 : 1.25;
            const floor = floors.get(count);
            const own = { goal: "P7", must: "most" } as const;
            findings.push({ ...own, where: `${where}, new connections`, value: ratioCold, limit, ...floorOf(floor) });
            findings.push({ ...own, where: `${where}, sockets`, value: cold.sockets, limit: 4 });
          }
        } finally {
          await contender.end();
        }
      }
    }
    const columns = ["way", "program", "M", "warm, ms", "× bound", "new, ms", "× bound", "sockets", "wrong"];
    return { tables: [{ title: "Open and new connections, 80 ms, no jitter", columns, rows, notes: NOTES }], findings };
  },
};

const floorOf = (floor: number | undefined) => (floor === undefined ? {} : { floor });

const NOTES = [
  "The token is there already in both; the bound of new connections is 80 ms and one handshake. A program's rounds follow one another without a rest.",
];

function waysOf({ upstream }: Bench): Way[] {
  const plain = { title: "HTTP/1.1", url: upstream.url, env: {} };
  if (upstream.secureUrl === undefined || upstream.certificate === undefined) return [plain];
  // Read by Node when it starts.
  const env = { NODE_EXTRA_CA_CERTS: upstream.certificate };
  return [plain, { title: "TLS, HTTP/2 offered", url: upstream.secureUrl, env }];
}

async function timesOf(bench: Bench, contender: Contender, count: number, rounds: number, isCold: boolean) {
  const boxes = mailboxes(count);
  await contender.prepare(boxes);
  const settings = {
    ...DEFAULT_SETTINGS,
    latency: { kind: "constant", ms: L },
    handshakeMs: HANDSHAKE_MS,
  } as const;
  const times: number[] = [];
  let sockets = 0;
  let wrong: string | null = null;
  for (let round = 0; round < rounds + 2; round += 1) {
    const question = bench.question("week", boxes);
    await bench.upstream.set(settings);
    if (isCold && round > 0) {
      await bench.upstream.disconnect();
      // Clients hear of it a moment later.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    try {
      const { ms, digest } = await contender.ask(question);
      if (!isSame(digest(), rightDigest(question, settings.events))) wrong = "wrong answer";
      // The first rounds warm up.
      if (round >= 2) times.push(ms);
    } catch (error) {
      wrong = (error instanceof Error ? error.message : String(error)).slice(0, 100);
    }
    const counters = await bench.countersFor(contender.name);
    sockets = Math.max(sockets, counters.sockets);
  }
  return { ms: median(times), sockets, wrong };
}
