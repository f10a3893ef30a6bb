/**
 * What large answers cost others: the latency of a tiny query while an answer of 5,000 events is made every second, and
 * the memory that one answer of 100,000 events takes while a slow client reads it. Rounds of both servers alternate.
 * Prints JSON. It is a scenario of `npm run bench`, too.
 *
 *     npx tsx bench/answers.ts [rounds] [seconds]
 */
import { cpus, loadavg } from "node:os";
import { KINDS, measureBlocking, measureLargeMemory } from "./answers.measure.js";
import { compileChildren } from "./kit/compile.js";

const [rounds = 3, seconds = 10] = process.argv.slice(2).map(Number);
const rounded = (value: number) => Number(value.toFixed(1));

const loadBefore = loadavg().map(rounded);
const { answers: script } = await compileChildren("dist/bench-answers");
const memory = [];
for (const kind of KINDS) memory.push(await measureLargeMemory(script, kind));
const latency = await measureBlocking(script, { rounds, seconds });
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  loadBefore,
  loadAfter: loadavg().map(rounded),
};
const number = (_: string, value: unknown) => (typeof value === "number" ? rounded(value) : value);
console.log(JSON.stringify({ machine, rounds, seconds, latency, memory }, number, 2));
