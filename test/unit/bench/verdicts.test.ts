import { describe, expect, test } from "vitest";
import { readOptions } from "../../../bench/kit/options.js";
import { circumstances } from "../../../bench/report/machine.js";
import { report } from "../../../bench/report/markdown.js";
import type { Result } from "../../../bench/report/results.js";
import { verdicts } from "../../../bench/report/verdicts.js";
import type { Finding } from "../../../bench/scenarios/scenario.js";

const finding = (over: Partial<Finding>): Finding => ({
  goal: "P1",
  where: "M 20",
  value: 1,
  limit: 1.05,
  must: "most",
  ...over,
});

const result = (findings: readonly Finding[], gatewayCrowded = 0): Result => ({
  scenario: "week",
  about: "a week",
  circumstances: circumstances({
    loadBefore: 0,
    seconds: 1,
    seed: 1,
    size: "quick",
    warmUp: 1,
    command: "npm run bench",
  }),
  outcome: { tables: [{ title: "Times", columns: ["program", "ratio"], rows: [["a|b", "1.05"]] }], findings },
  gatewayCrowded,
});

const verdictOn = (goal: string, results: readonly Result[]) => verdicts(results).find((one) => one.goal === goal);

describe("a goal", () => {
  test("is missed when one of its figures misses, and only those that miss are listed", () => {
    const results = [result([finding({}), finding({ where: "M 50", value: 1.2 })])];

    expect(verdictOn("P1", results)).toMatchObject({ verdict: "missed", figures: "M 50: 1.200 (≤ 1.05)" });
  });

  test("is never reached by a wrong answer", () => {
    expect(verdictOn("P1", [result([finding({ value: Number.NaN })])])).toMatchObject({ verdict: "missed" });
    const least = finding({ goal: "P22", must: "least", limit: 0.2, value: Number.NaN });
    expect(verdictOn("P22", [result([least])])).toMatchObject({ verdict: "missed" });
  });

  test("that is reached shows the figure that came nearest to its limit", () => {
    const results = [result([finding({}), finding({ where: "M 50", value: 1.04 })])];

    expect(verdictOn("P1", results)).toMatchObject({ verdict: "reached", figures: "M 50: 1.040 (≤ 1.05)" });
  });

  test("that the floor misses too is out of reach, and says what the floor needs", () => {
    const beyond = finding({ value: 1.2, floor: 1.1, bare: 1.12 });
    const within = finding({ where: "M 50", value: 1.2, floor: 1.02 });

    expect(verdictOn("P1", [result([beyond])])).toMatchObject({
      verdict: "missed",
      figures: "M 20: 1.200 (≤ 1.05; floor 1.100, k 1.120)",
      outOfReach: "out of reach here: the floor needs 1.100 (M 20)",
    });
    expect(verdictOn("P1", [result([within])])).toMatchObject({ verdict: "missed", outOfReach: "" });
    expect(verdictOn("P1", [result([beyond, within])])).toMatchObject({
      outOfReach: "in part out of reach here: the floor needs 1.100 (M 20)",
    });
    expect(report([result([beyond])], [])).toContain("| missed; out of reach here: the floor needs 1.100 (M 20) |");
  });

  test.each([
    ["the scheduler's bare server reaches it", { value: 1.2, floor: 1.1, bare: 1.04 }],
    ["the gateway is ahead of the floor", { value: 1.2, floor: 1.3 }],
    ["the floor answered wrongly", { value: 1.2, floor: Number.NaN }],
    ["the goal is reached", { value: 1, floor: 1.1 }],
  ])("is not out of reach when %s", (_, over) => {
    expect(verdictOn("P1", [result([finding(over)])])).toMatchObject({ outOfReach: "" });
  });

  test("on refusals looks at every scenario", () => {
    expect(verdictOn("P6", [result([]), result([], 1)])).toMatchObject({ verdict: "missed" });
    expect(verdictOn("P6", [result([])])).toMatchObject({ verdict: "reached" });
  });
});

test("a report is made of Markdown tables, figures to the right and bars escaped", () => {
  const text = report([result([finding({})])], []);

  expect(text).toContain("| program | ratio |\n| --- | ---: |\n| a\\|b | 1.05 |");
  expect(text).toContain("| P1 | ");
});

test("options that do not exist are refused", () => {
  expect(() => readOptions(["--fast"])).toThrow(/fast/);
  expect(() => readOptions(["--warm-up", "some"])).toThrow(/warm-up/);
  expect(readOptions([])).toMatchObject({ size: "normal", warmUp: 1 });
  expect(readOptions(["--warm-up", "0"])).toMatchObject({ warmUp: 0 });
  expect(readOptions(["--full", "--only", "week, storm"])).toMatchObject({ size: "full", only: ["week", "storm"] });
});
