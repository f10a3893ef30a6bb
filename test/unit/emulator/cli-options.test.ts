import { describe, expect, test } from "vitest";
import { readCliOptions } from "../../../emulator/cli-options.js";

const read = (...args: string[]) => readCliOptions(args, undefined);

describe("the command line of the emulator", () => {
  test("without options the demo is served on port 4100, or on the environment's", () => {
    expect(read()).toMatchObject({ port: 4100, seed: undefined, scenario: undefined, state: undefined, latency: {} });
    expect(readCliOptions([], "4711").port).toBe(4711);
    expect(readCliOptions(["-p", "0"], "4711").port).toBe(0);
  });

  test("a seed or a number of users asks for an organization", () => {
    expect(read("--seed", "7", "--users", "300").seed).toEqual({ seed: 7, users: 300 });
    expect(read("--seed=-7").seed).toEqual({ seed: -7, users: 50 });
    expect(read("--users", "3").seed).toEqual({ seed: 1, users: 3 });
  });

  test("latency is a time, a time with a spread, or that of a route", () => {
    expect(read("--latency", "40").latency).toEqual({ graphMs: 40 });
    const latency = ["--latency", "40~0.5", "--latency", "*/calendarView=200", "--latency", "*/events/*=9.5~1"];
    expect(read(...latency, "--latency-seed", "3").latency).toEqual({
      graphMs: 40,
      jitterSigma: 0.5,
      seed: 3,
      routes: [
        { path: "*/calendarView", ms: 200 },
        { path: "*/events/*", ms: 9.5, sigma: 1 },
      ],
    });
  });

  test.each([
    [["--port", "99999"], /no port/],
    [["--seed", "seven"], /no whole number for --seed/],
    [["--users", ""], /no whole number for --users/],
    [["--users", "10001"], /1 to 10000 users/],
    [["--latency", "fast"], /no latency/],
    [["--latency-seed", "1.5"], /--latency-seed/],
    [["--speed", "9"], /--speed/],
  ])("%j is refused with a sentence", (args, text) => {
    expect(() => read(...args)).toThrow(text);
  });
});
