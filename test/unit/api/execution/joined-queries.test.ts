import { setImmediate as turn } from "node:timers/promises";
import { type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { JoinedQueries } from "../../../../src/api/execution/joined-queries.js";
import type { Viewer } from "../../../../src/auth/viewer.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { type Call, newMeter } from "../../../../src/lib/call.js";
import { Cancellation } from "../../../../src/lib/cancellation.js";
import type { RequestContext } from "../../../../src/resolvers/common/request-context.js";

const OPERATION = parse("{ a }").definitions[0] as OperationDefinitionNode;
const OTHER = parse("{ a }").definitions[0] as OperationDefinitionNode;
const ANN = { apiKeyId: "ann", role: "READER" } as Viewer;
const BOB = { apiKeyId: "bob", role: "READER" } as Viewer;

/** Queries whose answers a test gives. */
function house() {
  let now = 1_000;
  const contextOf = (viewer: Viewer, call: Call) => ({ viewer, call }) as RequestContext;
  const queries = new JoinedQueries({ clock: { now: () => now }, contextOf });
  const runs: { readonly call: Call; end(data: Record<string, unknown>): void }[] = [];
  const ask = (viewer = ANN, variables: Record<string, unknown> = {}, operation = OPERATION) => {
    const signal = new Cancellation();
    const call: Call = { signal, requestId: "r", traceparent: "t", meter: newMeter(), notices: new Map() };
    const answer = queries.answer(
      operation,
      variables,
      contextOf(viewer, call),
      (context) => new Promise((resolve) => runs.push({ call: context.call, end: (data) => resolve({ data }) })),
    );
    answer.catch(() => {});
    return { answer, call, leave: () => signal.abort(new AppError("CANCELLED", "gone")), signal };
  };
  return { ask, runs, queries, pass: (ms: number) => (now += ms) };
}

describe("equal queries that come at once (performance-findings P10)", () => {
  test("are executed once, and each gets the answer, what it cost and what is to be known of it", async () => {
    const { ask, runs } = house();
    const asked = [ask(ANN, { n: 1 }), ask(ANN, { n: 1 }), ask(ANN, { n: 1 })];
    expect(runs).toHaveLength(1);

    const [run] = runs;
    if (run) run.call.meter.graphRequests = 7;
    run?.call.notices?.set("k", { code: "EVENTS_HIDDEN", message: "m" });
    run?.end({ a: 1 });

    const answers = await Promise.all(asked.map(({ answer }) => answer));
    expect(answers).toEqual([{ data: { a: 1 } }, { data: { a: 1 } }, { data: { a: 1 } }]);
    expect(asked.map(({ call }) => [call.meter.graphRequests, call.meter.sharedRequests])).toEqual([
      [7, undefined],
      [0, 7],
      [0, 7],
    ]);
    expect(asked.every(({ call }) => call.notices?.size === 1)).toBe(true);
  });

  test("are of one caller, with one document and the same variables", () => {
    const { ask, runs } = house();
    ask(ANN, { n: 1 });
    ask(BOB, { n: 1 });
    ask({ ...ANN, role: "ADMIN" } as Viewer, { n: 1 });
    ask(ANN, { n: 2 });
    ask(ANN, { n: 1 }, OTHER);
    expect(runs).toHaveLength(5);
  });

  test("are executed anew when the first has ended, after a quarter of a second, and after a write", async () => {
    const { ask, runs, queries, pass } = house();
    const first = ask();
    runs[0]?.end({ a: 1 });
    await first.answer;
    await turn();
    ask();
    expect(runs).toHaveLength(2);
    pass(250);
    ask();
    expect(runs, "just in time").toHaveLength(2);
    pass(1);
    ask();
    expect(runs).toHaveLength(3);
    queries.forget();
    ask();
    expect(runs).toHaveLength(4);
  });

  test("go on while one of the callers is there, whoever began, and end with the last", async () => {
    const { ask, runs } = house();
    const [first, second] = [ask(), ask()];

    first.leave();
    await expect(first.answer).rejects.toMatchObject({ code: "CANCELLED" });
    expect(runs[0]?.call.signal.aborted).toBe(false);
    second.leave();

    await expect(second.answer).rejects.toMatchObject({ code: "CANCELLED" });
    expect(runs[0]?.call.signal.aborted).toBe(true);
    ask();
    expect(runs, "nobody joins what was given up").toHaveLength(2);
  });

  test("have what there is when the time of the first is up", async () => {
    const { ask, runs } = house();
    const [first, second] = [ask(), ask()];

    first.signal.abort(new AppError("TIMEOUT", "too late"));
    expect(runs[0]?.call.signal.aborted).toBe(true);
    runs[0]?.end({ a: null });

    expect(await Promise.all([first.answer, second.answer])).toEqual([{ data: { a: null } }, { data: { a: null } }]);
  });

  test("fail together where execution itself fails", async () => {
    const { queries } = house();
    const call: Call = { signal: new Cancellation(), requestId: "r", traceparent: "t", meter: newMeter() };
    const context = { viewer: ANN, call } as RequestContext;
    const fail = async () => Promise.reject(new Error("broken"));

    const answers = await Promise.allSettled([1, 2].map(() => queries.answer(OPERATION, {}, context, fail)));

    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
