/**
 * What the tenant emulator can carry: how long a start takes, how long 10,000 mailboxes take, and how many simple event
 * reads a second one process answers. Prints JSON.
 *
 *     npx tsx bench/emulator.ts [rounds] [seconds]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { build } from "esbuild";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../emulator/seed/demo-ids.js";

const CONNECTIONS = 32;
const [rounds = 5, seconds = 3] = process.argv.slice(2).map(Number);

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly startMs: number;
  /** Processor time until then, which other work on the machine changes less. */
  readonly startCpuMs: number;
}

/** The emulator as plain JavaScript, because compiling on the fly would be a part of what is measured. */
async function compile(): Promise<string> {
  const outfile = fileURLToPath(new URL("../dist/bench/emulator.mjs", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("../emulator/cli.ts", import.meta.url))],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return outfile;
}

/** Starts the command and waits for its address, which it prints when it answers. */
async function start(script: string, ...options: string[]): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [script, "--port", "0", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const url = /Graph URL\s+(\S+)/.exec(printed)?.[1];
    if (url !== undefined) return { child, url, startMs: performance.now() - began, startCpuMs: cpuMsOf(child) };
  }
  throw new Error("The emulator ended before it answered.");
}

async function tokenAt(url: string): Promise<string> {
  const response = await fetch(`${url}/${DEMO_TENANT_ID}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: GATEWAY_APP.clientId,
      client_secret: GATEWAY_APP.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function control(url: string, method: string, path: string, body?: unknown): Promise<void> {
  const response = await fetch(`${url}/emulator${path}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function startTimes(script: string, ...options: string[]): Promise<Record<string, number>> {
  const starts: Running[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const running = await start(script, ...options);
    running.child.kill();
    starts.push(running);
  }
  return {
    ms: Math.round(median(starts.map(({ startMs }) => startMs))),
    fastestMs: Math.round(Math.min(...starts.map(({ startMs }) => startMs))),
    cpuMs: median(starts.map(({ startCpuMs }) => startCpuMs)),
  };
}

/** Requests a second and processor time a request, of one process. */
async function eventReads(script: string): Promise<Record<string, number>> {
  const { child, url } = await start(script);
  try {
    // The limits are per mailbox, and the load is on one.
    await control(url, "PATCH", "/settings", { switches: { mailboxRequests: null, mailboxConcurrency: null } });
    const authorization = `Bearer ${await tokenAt(url)}`;
    const events = `${url}/v1.0/users/${DEMO_USERS.ines.id}/events`;
    const { value } = (await (await fetch(`${events}?$top=1`, { headers: { authorization } })).json()) as {
      value: readonly { readonly id: string }[];
    };
    const load = { url: `${events}/${value[0]?.id}`, method: "GET", headers: { authorization }, body: "" } as const;
    await autocannon({ ...load, connections: CONNECTIONS, duration: 1 });
    const results = [];
    for (let round = 0; round < rounds; round += 1) {
      const cpuBefore = cpuMsOf(child);
      const result = await autocannon({ ...load, connections: CONNECTIONS, duration: seconds });
      if (result.errors > 0 || result.non2xx > 0) throw new Error(`${result.errors + result.non2xx} reads failed.`);
      results.push({
        perSecond: result.requests.average,
        p99Ms: result.latency.p99,
        cpuUs: ((cpuMsOf(child) - cpuBefore) * 1000) / result.requests.total,
      });
    }
    return {
      requestsPerSecond: Math.round(median(results.map(({ perSecond }) => perSecond))),
      p99Ms: median(results.map(({ p99Ms }) => p99Ms)),
      cpuUs: Math.round(median(results.map(({ cpuUs }) => cpuUs))),
      perCore: Math.round(1e6 / median(results.map(({ cpuUs }) => cpuUs))),
    };
  } finally {
    child.kill();
  }
}

/** Processor time of a process so far, from the kernel's own count in hundredths of a second. */
function cpuMsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const script = await compile();
const figures = {
  start: { demo: await startTimes(script), "10,000 mailboxes": await startTimes(script, "--users", "10000") },
  eventReads: await eventReads(script),
};
console.log(JSON.stringify(figures, null, 2));
