import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TokenBudgets } from "../../../src/graph/budgets.js";

const spend = (mailbox: string | undefined, app = "https://graph.example") => ({ app, mailbox });

describe("one mailbox", () => {
  test("a quarter is there at once, the rest flows in evenly", () => {
    let now = 0;
    const budgets = new TokenBudgets(
      { mailbox: { requests: 40, windowMs: 3_000 }, app: undefined },
      { now: () => now },
    );
    const burst = Array.from({ length: 10 }, () => budgets.take(spend("ann")));
    expect(burst).toEqual(burst.map(() => 0));
    expect(budgets.take(spend("ann"))).toBe(100);
    now = 99;
    expect(budgets.take(spend("ann"))).toBe(1);
    now = 100;
    expect([budgets.take(spend("ann")), budgets.take(spend("ann"))]).toEqual([0, 100]);
    expect(budgets.take(spend("bob"))).toBe(0);
  });

  test("what never left is given back", () => {
    const budgets = new TokenBudgets({ mailbox: { requests: 4, windowMs: 1_000 }, app: undefined }, { now: () => 0 });
    expect(budgets.take(spend("ann"))).toBe(0);
    expect(budgets.take(spend("ann"))).toBeGreaterThan(0);
    budgets.giveBack(spend("ann"));
    expect(budgets.take(spend("ann"))).toBe(0);
  });

  test("a budget of one is one a window", () => {
    let now = 0;
    const budgets = new TokenBudgets({ mailbox: { requests: 1, windowMs: 1_000 }, app: undefined }, { now: () => now });
    expect([budgets.take(spend("ann")), budgets.take(spend("ann"))]).toEqual([0, 1_000]);
    now = 1_000;
    expect(budgets.take(spend("ann"))).toBe(0);
  });
});

describe("the application", () => {
  const limits = { mailbox: { requests: 8, windowMs: 1_000 }, app: { requests: 4, windowMs: 1_000 } };

  test("all mailboxes spend together, and requests that reach none do too", () => {
    const budgets = new TokenBudgets(limits, { now: () => 0 });
    expect(budgets.take(spend("ann"))).toBe(0);
    expect(budgets.take(spend("bob"))).toBe(334);
    expect(budgets.take(spend(undefined))).toBe(334);
    expect(budgets.take(spend("bob", "https://graph.other"))).toBe(0);
  });

  test("a request that one budget refuses takes nothing of the other", () => {
    let now = 0;
    const budgets = new TokenBudgets(limits, { now: () => now });
    budgets.take(spend("ann"));
    for (let i = 0; i < 100; i++) budgets.take(spend("bob"));
    now = 334;
    expect(budgets.take(spend("bob"))).toBe(0);
    now = 668;
    expect(budgets.take(spend("bob"))).toBe(0);
  });
});

test("no budget is no limit", () => {
  const budgets = new TokenBudgets({ mailbox: undefined, app: undefined }, { now: () => 0 });
  for (let i = 0; i < 30_000; i++) expect(budgets.take(spend("ann"))).toBe(0);
});

test("thousands of mailboxes that rest are forgotten, and the busy ones keep their budget", () => {
  let now = 0;
  const budgets = new TokenBudgets({ mailbox: { requests: 4, windowMs: 1_000 }, app: undefined }, { now: () => now });
  for (let i = 0; i < 5_000; i++) {
    now = i;
    expect(budgets.take(spend(`m${i}`))).toBe(0);
  }
  expect(budgets.take(spend("m4999"))).toBe(334);
});

describe("requests of different cost", () => {
  test("take and give back as many as they count", () => {
    let now = 0;
    const budgets = new TokenBudgets(
      { mailbox: { requests: 40, windowMs: 3_000 }, app: undefined },
      { now: () => now },
    );
    expect([budgets.take(spend("ann"), 7), budgets.take(spend("ann"), 4)]).toEqual([0, 100]);
    budgets.giveBack(spend("ann"), 7);
    expect([budgets.take(spend("ann"), 10), budgets.take(spend("ann"))]).toEqual([0, 100]);
    now = 500;
    expect(budgets.take(spend("ann"), 5)).toBe(0);
  });

  test("one that costs more than is ever there at once is let through when the rest has had time to flow in", () => {
    let now = 0;
    const budgets = new TokenBudgets({ mailbox: { requests: 8, windowMs: 600 }, app: undefined }, { now: () => now });
    budgets.take(spend("ann"));
    expect(budgets.take(spend("ann"), 5)).toBe(400);
    now = 400;
    expect(budgets.take(spend("ann"), 5)).toBe(0);
    expect(budgets.take(spend("bob"), 8)).toBe(0);
    expect(budgets.take(spend("cid"), 1_000)).toBe(0);
  });

  test("what an application shares can be looked at without taking of it", () => {
    const budgets = new TokenBudgets({ mailbox: undefined, app: { requests: 8, windowMs: 600 } }, { now: () => 0 });
    budgets.take(spend("ann"));
    expect([1, 2, 3].map((cost) => budgets.appWaitMs("https://graph.example", cost))).toEqual([0, 100, 200]);
  });
});

test("no span of a window's length ever sees more than the budget, and the wait that is named is right", () => {
  const budget = fc.record({ requests: fc.integer({ min: 1, max: 60 }), windowMs: fc.integer({ min: 1, max: 2_000 }) });
  const gap = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }));
  const cost = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }));
  const gaps = fc.array(fc.tuple(gap, cost), { maxLength: 150, size: "max" });
  fc.assert(
    fc.property(budget, gaps, fc.boolean(), (limit, pauses, isObedient) => {
      let now = 1_000_000;
      const budgets = new TokenBudgets({ mailbox: limit, app: undefined }, { now: () => now });
      const taken: { at: number; cost: number }[] = [];
      for (const [pause, asked] of pauses) {
        const cost = Math.min(asked, limit.requests);
        now += pause;
        const waitMs = budgets.take(spend("ann"), cost);
        expect(Number.isInteger(waitMs) && waitMs >= 0).toBe(true);
        if (waitMs === 0) taken.push({ at: now, cost });
        else if (isObedient) {
          now += waitMs;
          expect(budgets.take(spend("ann"), cost)).toBe(0);
          taken.push({ at: now, cost });
        }
      }
      for (const { at: start } of taken) {
        const inWindow = taken.filter(({ at }) => at >= start && at < start + limit.windowMs);
        expect(inWindow.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(limit.requests);
      }
    }),
  );
});
