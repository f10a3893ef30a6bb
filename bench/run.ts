/**
 * The gateway against other ways of asking Microsoft Graph: the official SDK, hand-written batches, graphql-yoga,
 * Mercurius and bare node:http over the gateway's own scheduler, side by side on a stand-in that keeps Graph's limits.
 *
 *     npm run bench -- --quick
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Bench } from "./kit/bench.js";
import { type Options, readOptions, USAGE } from "./kit/options.js";
import { closeConnections } from "./kit/post.js";
import { svgOf } from "./report/charts.js";
import { circumstances, load } from "./report/machine.js";
import { report } from "./report/markdown.js";
import { profileTables } from "./report/profile.js";
import { type Result, Results } from "./report/results.js";
import { verdicts } from "./report/verdicts.js";
import { SCENARIOS } from "./scenarios/all.js";
import type { Scenario, Table } from "./scenarios/scenario.js";

const FOLDER = "dist/bench";
const PROFILES = join(FOLDER, "profiles");
const DOCS = "docs/benchmarks";
const command = ["npm run bench --", ...process.argv.slice(2).filter((arg) => arg !== "--write")].join(" ");

function chosen({ only, size, resume }: Options, results: Results): readonly Scenario[] {
  const unknown = only?.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`No scenario ${unknown.join(", ")}. There are: ${SCENARIOS.map(({ name }) => name).join(", ")}.`);
  }
  return SCENARIOS.filter(({ name, notIn }) => {
    if (only === null ? notIn?.includes(size) : !only.includes(name)) return false;
    return !(resume && results.read(size, name));
  });
}

async function runScenario(bench: Bench, scenario: Scenario): Promise<Result> {
  const loadBefore = load();
  const startedAt = performance.now();
  bench.gatewayCrowded = 0;
  const outcome = await scenario.run(bench);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { seed, size, warmUp, gatewayCrowded } = bench;
  const { name, about } = scenario;
  return {
    scenario: name,
    about,
    circumstances: circumstances({ loadBefore, seconds, seed, size, warmUp, command }),
    outcome,
    gatewayCrowded,
  };
}

function show({ scenario, circumstances: { seconds }, outcome }: Result): void {
  console.log(`\n${scenario} (${seconds.toFixed(1)} s)`);
  for (const { title, columns, rows, notes = [] } of outcome.tables) {
    console.log(`\n  ${title}`);
    const widths = columns.map((column, n) =>
      Math.max(...[column, ...rows.map((row) => String(row[n]))].map((t) => t.length)),
    );
    for (const row of [columns, ...rows]) {
      console.log(`  ${row.map((cell, n) => String(cell).padEnd(widths[n] ?? 0)).join("  ")}`);
    }
    for (const note of notes) console.log(`  ${note}`);
  }
}

function writeReport(folder: string, results: readonly Result[], profile: readonly Table[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "against-other-ways.md"), report(results, profile));
  for (const chart of results.flatMap(({ outcome }) => outcome.charts ?? [])) {
    writeFileSync(join(folder, chart.file), svgOf(chart));
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const store = new Results(join(FOLDER, "results"));
  const scenarios = chosen(options, store);
  const failed: string[] = [];
  if (options.profile) rmSync(PROFILES, { recursive: true, force: true });
  const bench = await Bench.start({ ...options, folder: FOLDER });
  try {
    for (const scenario of scenarios) {
      try {
        const result = await runScenario(bench, scenario);
        bench.hasEnded(scenario.share);
        store.write(result);
        show(result);
      } catch (error) {
        // One scenario that cannot be run must not cost the results of the others.
        failed.push(scenario.name);
        console.error(`\n${scenario.name} failed: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  } finally {
    await bench.close();
    closeConnections();
  }
  const results = SCENARIOS.flatMap(({ name }) => store.read(options.size, name) ?? []);
  console.log("");
  for (const { goal, verdict, figures, outOfReach } of verdicts(results)) {
    console.log(`${goal.padEnd(4)}${verdict.padEnd(14)}${figures}${outOfReach && `; ${outOfReach}`}`);
  }
  writeReport(options.write ? DOCS : join(FOLDER, "report"), results, profileTables(PROFILES));
  console.log(`\nReport and charts: ${options.write ? DOCS : join(FOLDER, "report")}`);
  if (failed.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error), `\n\n${USAGE}`);
  process.exitCode = 1;
});
