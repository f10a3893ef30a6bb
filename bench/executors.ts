/**
 * What an answer costs once its events are there: the gateway with events just read and with kept ones, bare node:http,
 * Mercurius with its JIT, graphql-yoga and Apollo Server as they come, for a large answer (20 mailboxes × 50 events × 12
 * members) and a tiny one, in interleaved rounds. Every answer is compared with bare node's. Prints JSON. The large answer
 * is a scenario of `npm run bench`, too.
 *
 *     npx tsx bench/executors.ts [rounds] [seconds]
 */
import { cpus, loadavg } from "node:os";
import { measureExecutors, QUESTIONS } from "./executors.measure.js";
import { compileChildren } from "./kit/compile.js";
import { seeded, shuffled } from "./kit/random.js";

const [rounds = 5, seconds = 2] = process.argv.slice(2).map(Number);
const rounded = (value: number) => Number(value.toPrecision(3));
const random = seeded(Date.now());

const loadBefore = loadavg().map(rounded);
const { executors: script } = await compileChildren("dist/bench-executors");
const figures = await measureExecutors({
  ...{ script, rounds, seconds, questions: QUESTIONS },
  shuffled: (items) => shuffled(items, random),
});
const results = figures.map(({ question, server, ...numbers }) => ({
  question,
  server,
  ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, rounded(value)])),
}));
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
console.log(
  JSON.stringify({ ...machine, loadBefore, loadAfter: loadavg().map(rounded), rounds, seconds, results }, null, 2),
);
