import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { pathMatches } from "../../../emulator/core/faults/fault-match.js";
import { Latency, type LatencySettings, NO_LATENCY } from "../../../emulator/core/latency.js";

const waits = vi.hoisted((): number[] => []);
vi.mock("node:timers/promises", () => ({
  setTimeout: async (ms: number) => {
    waits.push(ms);
  },
}));

async function timesOf(
  settings: Partial<LatencySettings>,
  requests: readonly [string, string, ("graph" | "entra")?][],
) {
  waits.length = 0;
  const latency = new Latency({ ...NO_LATENCY, ...settings });
  for (const [method, path, service = "graph"] of requests) {
    await latency.spend(service, { method, path, signal: new AbortController().signal });
  }
  return [...waits];
}

const READ = ["GET", "/v1.0/users/ann@x.example/calendarView"] as const;

describe("the latency model", () => {
  test("is constant without a spread, for each service by itself, and off by default", async () => {
    expect(await timesOf({ graphMs: 30 }, [[...READ], ["POST", "/t/oauth2/v2.0/token", "entra"]])).toEqual([30]);
    expect(await timesOf({ entraMs: 9 }, [[...READ], ["POST", "/t/oauth2/v2.0/token", "entra"]])).toEqual([9]);
    expect(await timesOf({}, [[...READ]])).toEqual([]);
  });

  test("routes have times and spreads of their own, and the first that matches counts", async () => {
    const routes = [
      { path: "*/calendarview", method: "get", ms: 200 },
      { path: "*/users/*", ms: 50 },
      { path: "*", service: "entra" as const, ms: 5 },
    ];
    const asked = [[...READ], ["POST", READ[1]], ["GET", "/v1.0/me"], ["POST", "/t/token", "entra"]] as const;
    expect(
      await timesOf(
        { graphMs: 1, routes },
        asked.map(([...request]) => request),
      ),
    ).toEqual([200, 50, 1, 5]);
  });

  test("a lognormal spread has the median in its middle, and is the same for the same seed", async () => {
    const many = Array.from({ length: 999 }, (): [string, string] => [...READ]);
    const once = await timesOf({ graphMs: 100, jitterSigma: 0.5, seed: 3 }, many);
    expect(await timesOf({ graphMs: 100, jitterSigma: 0.5, seed: 3 }, many)).toEqual(once);
    expect(await timesOf({ graphMs: 100, jitterSigma: 0.5, seed: 4 }, many)).not.toEqual(once);
    const sorted = [...once].sort((a, b) => a - b);
    expect(sorted[499]).toBeGreaterThan(90);
    expect(sorted[499]).toBeLessThan(110);
    expect(sorted[998] ?? 0).toBeGreaterThan(250);
  });

  test("settings that change begin the sequence again", async () => {
    const latency = new Latency({ ...NO_LATENCY, graphMs: 10, jitterSigma: 1 });
    const spend = () => latency.spend("graph", { method: "GET", path: READ[1], signal: new AbortController().signal });
    waits.length = 0;
    await spend();
    await spend();
    latency.apply({ graphMs: 10 });
    await spend();
    expect(waits[2]).toBe(waits[0]);
    expect(waits[1]).not.toBe(waits[0]);
  });
});

describe("path patterns", () => {
  test("an asterisk stands for any text, and nothing else has a meaning", () => {
    expect(pathMatches("*/calendarView", "/v1.0/me/CALENDARVIEW")).toBe(true);
    expect(pathMatches("/v1.0/me", "/v1.0/me/events")).toBe(false);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const plain = text.replaceAll("*", "");
        expect(pathMatches(plain, plain)).toBe(true);
        expect(pathMatches(plain, other)).toBe(plain.toLowerCase() === other.toLowerCase() || plain === other);
      }),
    );
  });
});
