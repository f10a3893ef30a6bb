import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundMs, shortestScheduleMs } from "../../../bench/kit/bound.js";
import { fittedExponent, quantile } from "../../../bench/kit/stats.js";
import { mailboxes, week } from "../../../bench/peers/question.js";
import { latencyMs } from "../../../bench/upstream/latency.js";
import { DEFAULT_SETTINGS } from "../../../bench/upstream/settings.js";

describe("the lower bound", () => {
  test("of equal latencies is one for a view, and three for a list and six views on four places", () => {
    const question = { mailboxes: mailboxes(50), ...week(1) };

    expect(boundMs({ ...question, kind: "week" }, DEFAULT_SETTINGS)).toBe(80);
    expect(boundMs({ ...question, kind: "every-calendar" }, DEFAULT_SETTINGS)).toBe(240);
  });

  test("of free and busy times is that of the slowest mailbox that asks, one for every 20", () => {
    const settings = { ...DEFAULT_SETTINGS, latency: { kind: "lognormal", ms: 80 } } as const;
    const question = { kind: "free-busy", mailboxes: mailboxes(45), ...week(1) } as const;
    const askers = [0, 20, 40].map((n) => ({ ...question, mailboxes: mailboxes(1, n) }));

    expect(boundMs(question, DEFAULT_SETTINGS)).toBe(80);
    expect(boundMs(question, settings)).toBe(Math.max(...askers.map((asker) => boundMs(asker, settings))));
  });

  test("of a schedule is never beaten by doing jobs in their order, nor below the longest or an even share", () => {
    const jobs = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(jobs, (times) => {
        const best = shortestScheduleMs(times);
        const loads = [0, 0, 0, 0];
        for (const time of times) {
          loads.sort((a, b) => a - b);
          loads[0] = (loads[0] ?? 0) + time;
        }
        expect(best).toBeLessThanOrEqual(Math.max(...loads));
        expect(best).toBeGreaterThanOrEqual(Math.max(...times));
        expect(best * 4).toBeGreaterThanOrEqual(times.reduce((all, time) => all + time, 0));
      }),
    );
  });

  test("of six jobs is the best order, where the longest first is not", () => {
    expect(shortestScheduleMs([3, 3, 2, 2, 2, 9])).toBe(9);
    expect(shortestScheduleMs([10, 10, 10, 10, 10, 10])).toBe(20);
  });
});

describe("latencies", () => {
  test("are the same for the same request and seed, and spread around their median", () => {
    const settings = { seed: 3, latency: { kind: "lognormal", ms: 80 } } as const;
    const drawn = Array.from({ length: 4_000 }, (_, n) => latencyMs(settings, { mailbox: `${n}`, what: "view" }));

    expect(latencyMs(settings, { mailbox: "7", what: "view" })).toBe(drawn[7]);
    expect(quantile(drawn, 0.5)).toBeGreaterThan(76);
    expect(quantile(drawn, 0.5)).toBeLessThan(84);
    // One standard deviation of the logarithm is 0.4.
    const logs = drawn.map((ms) => Math.log(ms / 80));
    const variance = logs.reduce((all, log) => all + log * log, 0) / logs.length;
    expect(Math.sqrt(variance)).toBeGreaterThan(0.37);
    expect(Math.sqrt(variance)).toBeLessThan(0.43);
  });
});

test("the exponent of a power law is found again", () => {
  const points = [20, 50, 200, 1_000].map((x) => ({ x, y: 3 * x ** 1.25 }));

  expect(fittedExponent(points)).toBeCloseTo(1.25, 10);
});
