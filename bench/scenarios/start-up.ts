import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { buildGateway } from "../../scripts/build-gateway.js";
import { SERVE_FLAGS } from "../../scripts/serve-flags.js";
import { post } from "../kit/post.js";
import { median } from "../kit/stats.js";
import type { Scenario } from "./scenario.js";

const KEY = "bench-owner-key-0123456789-0123456789-0123456789";
const LONGEST_MS = 20_000;

interface Program {
  readonly name: "bare node:http" | "the gateway" | "the gateway, nothing compiled";
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly path: string;
}

export const START_UP: Scenario = {
  name: "start-up",
  share: 0.02,
  about: "from starting the process to its first right answer, with a database that is there already",
  async run(bench) {
    const rounds = bench.rounds({ smoke: 1, quick: 3, normal: 7, full: 15 });
    const dataDir = await mkdtemp(join(tmpdir(), "gateway-start-"));
    const folder = resolve(bench.options.folder);
    const gateway = { env: { DATA_DIR: dataDir, BOOTSTRAP_API_KEY: KEY }, path: "/graphql" };
    const programs: readonly Program[] = [
      { name: "bare node:http", script: bench.compiled.hello, env: {}, path: "/" },
      { name: "the gateway", script: await buildGateway(join(folder, "gateway")), ...gateway },
      {
        // What an operator has who builds with one Node.js and runs with another.
        name: "the gateway, nothing compiled",
        script: await buildGateway(join(folder, "gateway-uncompiled"), { codeCache: false }),
        ...gateway,
      },
    ];
    const ms = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
    const rss = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
    try {
      // The first start makes and migrates the database, and counts for nothing.
      for (let round = 0; round <= rounds; round += 1) {
        for (const program of bench.shuffled(programs)) {
          const started = await startOnce(program);
          if (round === 0) continue;
          ms.get(program.name)?.push(started.ms);
          rss.get(program.name)?.push(started.rssMb);
        }
      }
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
    const of = (figures: ReadonlyMap<string, readonly number[]>, name: Program["name"]) =>
      median(figures.get(name) ?? []);
    const ratio = of(ms, "the gateway") / of(ms, "bare node:http");
    const memory = of(rss, "the gateway") / of(rss, "bare node:http");
    return {
      tables: [
        {
          title: "Start to first answer",
          columns: ["program", "ms", "resident MB"],
          rows: programs.map(({ name }) => [name, Math.round(of(ms, name)), Math.round(of(rss, name))]),
        },
      ],
      findings: [
        { goal: "P25", where: "time / bare node:http", value: ratio, limit: 3, must: "most" },
        { goal: "P25", where: "memory / bare node:http", value: memory, limit: 2, must: "most" },
      ],
    };
  },
};

async function startOnce({ script, env, path }: Program): Promise<{ readonly ms: number; readonly rssMb: number }> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...SERVE_FLAGS, script], {
    cwd: dirname(script),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...env },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  try {
    const body = { query: "{ viewer { __typename } }" };
    while (!(await answers(`http://127.0.0.1:${port}${path}`, body))) {
      if (performance.now() - startedAt > LONGEST_MS) throw new Error(`${script} did not answer`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const ms = performance.now() - startedAt;
    return { ms, rssMb: Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)])) / 1_024 };
  } finally {
    child.kill();
    await exited;
  }
}

async function answers(url: string, body: unknown): Promise<boolean> {
  try {
    const answer = await post(url, body, { authorization: `Bearer ${KEY}`, connection: "close" });
    return answer.status === 200 && (answer.body as { readonly data?: unknown }).data !== undefined;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
