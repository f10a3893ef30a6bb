import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GraphClientOptions } from "../../../src/graph/index.js";
import { get, newCall, newConnection } from "./kit/graph-call.js";
import {
  newVirtual,
  refused,
  type VirtualAnswer,
  type VirtualGraph,
  type VirtualRequest,
} from "./kit/virtual-graph.js";

const ROOT = "https://graph.example";
const MAILBOXES = ["hot", "a", "b", "c", "d", "e"];
const BUDGET = { requests: 12, windowMs: 1_000 };
const APP_BUDGET = { requests: 40, windowMs: 1_000 };

interface Arrival {
  readonly mailbox: string;
  readonly client: string;
  readonly priority: "interactive" | "background";
  /** As how many requests it counts. */
  readonly cost: number;
  /** Milliseconds after the arrival before. */
  readonly gapMs: number;
  /** Milliseconds after which the caller goes away; undefined when it stays. */
  readonly leavesAfterMs: number | undefined;
}

function arrivals(leaves: fc.Arbitrary<number | undefined>): fc.Arbitrary<Arrival[]> {
  return fc.array(
    fc.record<Arrival>({
      mailbox: fc.oneof(
        { weight: 1, arbitrary: fc.constant("hot") },
        { weight: 1, arbitrary: fc.constantFrom(...MAILBOXES) },
      ),
      client: fc.constantFrom("x", "y", "z"),
      priority: fc.constantFrom("interactive", "interactive", "background"),
      cost: fc.constantFrom(1, 1, 1, 2, 5),
      gapMs: fc.constantFrom(0, 0, 0, 0, 7, 40, 200),
      leavesAfterMs: leaves,
    }),
    { maxLength: 60, size: "max" },
  );
}

const staying = fc.constant(undefined);
const someLeaving = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined, freq: 3 });
const latencies = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12, size: "max" });
const well: VirtualAnswer = {};
const faults = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constant<VirtualAnswer | "cut">(well) },
    { weight: 2, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }).map((s) => refused(Number(s.toFixed(3)))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<VirtualAnswer | "cut">({ status: 429 }, { status: 503 }, { status: 404 }, "cut"),
    },
  ),
  { minLength: 1, maxLength: 20, size: "max" },
);

/** Runs a workload to its end; gives how each request ended, in the order of arrival. */
async function run(
  workload: readonly Arrival[],
  latency: readonly number[],
  answers: readonly (VirtualAnswer | "cut")[],
  options: GraphClientOptions,
): Promise<{ graph: VirtualGraph; results: string[]; elapsedMs: number }> {
  let asked = 0;
  const { time, graph, client } = newVirtual(
    {
      latencyMs: () => latency[asked++ % latency.length] ?? 1,
      answer: ({ nth, mailbox }) => answers[(nth * 7 + mailbox.length) % answers.length] ?? well,
    },
    options,
  );
  const connection = newConnection(ROOT);
  const settlements: number[] = workload.map(() => 0);
  const sent: Promise<string>[] = [];
  for (const [index, { mailbox, client: who, priority, cost, gapMs, leavesAfterMs }] of workload.entries()) {
    if (gapMs > 0) await time.until(time.sleep(gapMs));
    const controller = new AbortController();
    const call = newCall({ client: who, priority, signal: controller.signal });
    const count = () => settlements.splice(index, 1, (settlements[index] ?? 0) + 1);
    const promise = client.send(connection, { ...get(mailbox, `/events/${index}?cost=${cost}`), cost }, call);
    promise.then(count, count);
    sent.push(promise.then(() => "answered", nameOf));
    if (leavesAfterMs !== undefined) void time.sleep(leavesAfterMs).then(() => controller.abort("gone"));
  }
  const results = await time.until(Promise.all(sent));
  expect(settlements).toEqual(workload.map(() => 1));
  await time.until(client.close());
  return { graph, results, elapsedMs: time.elapsed() };
}

function nameOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** As how many requests those of the dearest span count. */
function mostInWindow(seen: readonly VirtualRequest[], windowMs: number): number {
  const spent = (start: number) =>
    seen
      .filter(({ at }) => at >= start && at < start + windowMs)
      .reduce((sum, { url }) => sum + Number(/cost=(\d+)/.exec(url)?.[1]), 0);
  return Math.max(0, ...seen.map(({ at }) => spent(at)));
}

function expectLimitsKept(graph: VirtualGraph): void {
  expect(graph.crowded).toBe(0);
  expect(Math.max(0, ...graph.exchanges)).toBeLessThanOrEqual(4);
  for (const mailbox of MAILBOXES) {
    expect(mostInWindow(graph.requestsTo(mailbox), BUDGET.windowMs)).toBeLessThanOrEqual(BUDGET.requests);
  }
  expect(mostInWindow(graph.seen, APP_BUDGET.windowMs)).toBeLessThanOrEqual(APP_BUDGET.requests);
}

describe("whatever is asked, by whomever", () => {
  const budgets = { mailboxBudget: BUDGET, appBudget: APP_BUDGET };

  test("limits hold, everything is answered once, in the order of each client, and nothing is asked twice", async () => {
    await fc.assert(
      fc.asyncProperty(arrivals(staying), latencies, async (workload, latency) => {
        const { graph, results } = await run(workload, latency, [well], { ...budgets, maxWaitMs: 2 ** 31 - 1 });

        expect(results).toEqual(workload.map(() => "answered"));
        expect(graph.seen).toHaveLength(workload.length);
        expectLimitsKept(graph);
        const leftAt = new Map(graph.seen.map(({ url, at }) => [Number(url.split("/").at(-1)), at]));
        const lines = new Map<string, number[]>();
        workload.forEach(({ mailbox, client, priority }, index) => {
          const name = `${mailbox} ${client} ${priority}`;
          lines.set(name, [...(lines.get(name) ?? []), index]);
        });
        for (const line of lines.values()) {
          const times = line.map((index) => leftAt.get(index) ?? Number.NaN);
          expect(times).toEqual([...times].sort((x, y) => x - y));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("with refusals, faults and callers that leave, limits hold and each ends once, in a way that has a name", async () => {
    const names = ["answered", "gone", "Http503", "Http404", "Http429", "ApplicationThrottled", "NetworkError"];
    names.push("MailboxThrottled", "BudgetSpent", "CircuitOpen");
    await fc.assert(
      fc.asyncProperty(arrivals(someLeaving), latencies, faults, async (workload, latency, answers) => {
        const { graph, results } = await run(workload, latency, answers, { ...budgets, maxWaitMs: 5_000 });

        expect(results.filter((result) => !names.includes(result))).toEqual([]);
        expectLimitsKept(graph);
        expect(graph.seen.length).toBeLessThanOrEqual(3 * workload.length);
        workload.forEach(({ leavesAfterMs }, index) => {
          if (results[index] === "gone") expect(leavesAfterMs).toBeDefined();
        });
      }),
      { numRuns: 80 },
    );
  });

  test("after any trouble the mailboxes have all their places again", async () => {
    await fc.assert(
      fc.asyncProperty(arrivals(someLeaving), latencies, faults, async (workload, latency, answers) => {
        const isTrouble = { on: true };
        const { time, graph, client } = newVirtual({
          latencyMs: ({ nth }) => (isTrouble.on ? (latency[nth % latency.length] ?? 1) : 50),
          answer: ({ nth }) => (isTrouble.on ? (answers[nth % answers.length] ?? well) : well),
        });
        const connection = newConnection(ROOT);
        const ask = (mailbox: string, rest: string, signal?: AbortSignal) =>
          client.send(connection, get(mailbox, rest), newCall(signal && { signal })).then(
            () => "answered",
            () => "failed",
          );
        const sent = workload.map(({ mailbox, leavesAfterMs }, index) => {
          const controller = new AbortController();
          if (leavesAfterMs !== undefined) void time.sleep(leavesAfterMs).then(() => controller.abort());
          return ask(mailbox, `/events/${index}`, controller.signal);
        });
        await time.until(Promise.all(sent));
        isTrouble.on = false;
        await time.until(time.sleep(120_000));
        // The first answers tell that each mailbox is well again.
        await time.until(Promise.all(MAILBOXES.map((mailbox) => ask(mailbox, "/calendar"))));
        const startedAt = time.elapsed();
        const again = MAILBOXES.flatMap((mailbox) => [1, 2, 3, 4].map((i) => ask(mailbox, `/calendars/${i}`)));

        expect(await time.until(Promise.all(again))).toEqual(again.map(() => "answered"));
        expect(time.elapsed() - startedAt).toBe(50);
        expect(graph.crowded).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
