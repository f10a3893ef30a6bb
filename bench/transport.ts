import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { createTransport, type Transport, type TransportOptions } from "../src/graph/index.js";

/**
 * One question to M mailboxes on new connections and again on those, over several versions and numbers of connections,
 * in interleaved rounds of random order: `tsx bench/transport.ts [rounds]` prints a table: medians in milliseconds, and
 * the median and the best round as multiples of what is possible (one request, for cold ones one handshake before it).
 */
const ROUNDS = Number(process.argv[2] ?? 7);
const LATENCY_MS = 80;
const HANDSHAKE_MS = 60;
const SETUPS: Readonly<Record<string, TransportOptions>> = {
  "HTTP/1.1, 16 sockets": { http2: false, connections: 16 },
  "HTTP/1.1, 64 sockets": { http2: false, connections: 64 },
  "HTTP/1.1, unlimited": { http2: false, connections: 1_024 },
  "HTTP/2, 1 connection": { http2Connections: 1 },
  "HTTP/2, 2 connections": { http2Connections: 2 },
  "HTTP/2, 4 connections": { http2Connections: 4 },
};
const WIDTHS = [1, 4];
const MAILBOXES = [50, 200];

interface Sample {
  readonly coldMs: number;
  readonly warmMs: number;
  readonly sockets: number;
}

async function ask(transport: Transport, url: string, mailboxes: number, width: number): Promise<number> {
  const headers = { authorization: "Bearer bench", accept: "application/json" };
  const startedAt = performance.now();
  const answers = await Promise.all(
    Array.from({ length: Math.ceil(mailboxes / width) }, (_, n) => {
      const { signal } = new AbortController();
      if (width === 1) return transport.send({ method: "GET", url: `${url}/v1.0/users/${n}`, headers, signal });
      const count = Math.min(width, mailboxes - n * width);
      const requests = Array.from({ length: count }, (_unused, id) => ({
        id: `${id}`,
        method: "GET",
        url: `/users/${id}`,
      }));
      const body = JSON.stringify({ requests });
      return transport.send({ method: "POST", url: `${url}/v1.0/$batch`, headers, body, signal });
    }),
  );
  const tookMs = performance.now() - startedAt;
  if (answers.some(({ status }) => status !== 200)) throw new Error("An answer is not 200.");
  return tookMs;
}

async function message<T>(child: ChildProcess): Promise<T> {
  const [value] = await once(child, "message");
  return value as T;
}

async function measure(child: ChildProcess, url: string, options: TransportOptions, mailboxes: number, width: number) {
  const transport = createTransport(options);
  const coldMs = await ask(transport, url, mailboxes, width);
  const warmMs = await ask(transport, url, mailboxes, width);
  child.send("sockets");
  const { sockets } = await message<{ sockets: number }>(child);
  await transport.close?.();
  return { coldMs, warmMs, sockets };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function cell(values: readonly number[], boundMs: number): string {
  const ms = median(values);
  return `${Math.round(ms)} (${(ms / boundMs).toFixed(2)}; ${(Math.min(...values) / boundMs).toFixed(2)})`;
}

const server = fileURLToPath(new URL("transport.server.ts", import.meta.url));
const child = fork(server, [String(LATENCY_MS), String(HANDSHAKE_MS)]);
const { port, ca } = await message<{ port: number; ca: string }>(child);
const url = `https://localhost:${port}`;
const cases = Object.entries(SETUPS).flatMap(([name, options]) =>
  MAILBOXES.flatMap((mailboxes) =>
    WIDTHS.map((width) => ({ name, options, mailboxes, width, samples: [] as Sample[] })),
  ),
);
for (let round = 0; round <= ROUNDS; round++) {
  for (const one of [...cases].sort(() => Math.random() - 0.5)) {
    const sample = await measure(child, url, { ...one.options, ca }, one.mailboxes, one.width);
    // The first round warms both processes up.
    if (round > 0) one.samples.push(sample);
  }
}
child.disconnect();

const load = loadavg().map((value) => value.toFixed(1));
process.stdout.write(`Node ${process.versions.node}, ${ROUNDS} rounds, load ${load.join(" ")}\n`);
for (const mailboxes of MAILBOXES) {
  process.stdout.write(
    `\n| M ${mailboxes} | GET cold | GET warm | batch of 4 cold | batch of 4 warm | sockets |\n|---|---|---|---|---|---|\n`,
  );
  for (const name of Object.keys(SETUPS)) {
    const of = (width: number) =>
      cases.find((one) => one.name === name && one.mailboxes === mailboxes && one.width === width)?.samples ?? [];
    const cells = WIDTHS.flatMap((width) => [
      cell(
        of(width).map(({ coldMs }) => coldMs),
        LATENCY_MS + HANDSHAKE_MS,
      ),
      cell(
        of(width).map(({ warmMs }) => warmMs),
        LATENCY_MS,
      ),
    ]);
    const sockets = WIDTHS.map((width) => median(of(width).map((sample) => sample.sockets)));
    process.stdout.write(`| ${name} | ${cells.join(" | ")} | ${sockets.join(" / ")} |\n`);
  }
}
