import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StartQueue } from "../../../src/http/start-queue.js";

/** Operations that take so many milliseconds of a clock of their own, and note the turn in which each was begun. */
function desk(beginningMs: number) {
  const begun: { readonly name: number; readonly turn: number }[] = [];
  let now = 0;
  let turns = 0;
  const queue = new StartQueue(beginningMs, () => now);
  const arrive = async (name: number, tookMs: number) => {
    await queue.next();
    begun.push({ name, turn: turns });
    now += tookMs;
  };
  /** Begun before anything comes, so that a turn is counted before the queue makes use of it. */
  const countTurnsUntil = async (isOver: () => boolean) => {
    while (!isOver()) {
      await turn();
      turns += 1;
    }
  };
  /** All come in one turn of the event loop, each from a socket of its own. */
  const arriveAtOnce = async (times: readonly number[]) => {
    const counted = countTurnsUntil(() => begun.length === times.length);
    for (const [name, ms] of times.entries()) {
      void arrive(name, ms);
      await new Promise<void>((resolve) => process.nextTick(resolve));
    }
    await counted;
  };
  return { queue, begun, arriveAtOnce };
}

describe("the queue of operations that begin", () => {
  test("lets one that comes alone begin at once, in every turn", async () => {
    const { queue } = desk(1);
    for (let round = 0; round < 3; round += 1) {
      expect(queue.next()).toBeUndefined();
      await turn();
      await turn();
    }
  });

  test("begins as many in a turn as there is time for", async () => {
    const { begun, arriveAtOnce } = desk(1);
    await arriveAtOnce(new Array(12).fill(0.3));
    const turns = new Set(begun.map((one) => one.turn));
    const most = Math.max(...[...turns].map((one) => begun.filter(({ turn }) => turn === one).length));
    expect(most).toBe(4);
    expect(turns.size).toBe(3);
  });

  test("begins one a turn where each takes longer than the time of a turn", async () => {
    const { begun, arriveAtOnce } = desk(1);
    await arriveAtOnce(new Array(5).fill(7));
    expect(new Set(begun.map(({ turn }) => turn)).size).toBe(5);
  });

  test("lets what was begun go as far as it can before the next begins", async () => {
    const steps: string[] = [];
    let now = 0;
    const queue = new StartQueue(1, () => now);
    expect(queue.next()).toBeUndefined();
    now += 5;
    const work = async (name: string) => {
      await queue.next();
      for (let step = 1; step <= 5; step += 1) {
        steps.push(`${name}${step}`);
        await Promise.resolve();
      }
    };
    await Promise.all([work("a"), work("b")]);
    expect(steps).toEqual(["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "b5"]);
  });

  test("begins every one once, in the order in which they came", async () => {
    const took = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(took, fc.double({ min: 0, max: 2, noNaN: true }), async (times, beginningMs) => {
        const { begun, arriveAtOnce } = desk(beginningMs);
        await arriveAtOnce(times);
        expect(begun.map(({ name }) => name)).toEqual(times.map((_, name) => name));
      }),
      { numRuns: 60 },
    );
  });
});
