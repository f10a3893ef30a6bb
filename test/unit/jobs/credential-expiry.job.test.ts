import { beforeEach, expect, test } from "vitest";
import { startCredentialExpiryJob } from "../../../src/jobs/credential-expiry.job.js";
import { type Logger, silentLogger } from "../../../src/lib/logger.js";
import { type Repeat, repeatUnref } from "../../../src/lib/repeat.js";

const HOUR_MS = 3_600_000;

let now: number;
let tick: (() => void) | undefined;
let everyMs: number;
const clock = { now: () => now };
const repeat: Repeat = (ms, work) => {
  everyMs = ms;
  tick = work;
  return () => {
    tick = undefined;
  };
};
/** Lets what was started come to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  now = 1_800_000_000_000;
});

test("checks at the start and then once a day, by the clock that it is given", async () => {
  const rounds: number[] = [];
  const expiry = { check: async () => void rounds.push(now) };
  const start = now;
  const stop = startCredentialExpiryJob({ expiry, repeat, clock, log: silentLogger });
  for (let hour = 1; hour <= 50; hour++) {
    now += everyMs;
    tick?.();
    await settled();
  }
  await stop();

  expect(everyMs).toBe(HOUR_MS);
  expect(rounds.map((at) => (at - start) / HOUR_MS)).toEqual([0, 24, 48]);
  expect(tick).toBeUndefined();
});

test("a round that fails is logged and tried again at the next look", async () => {
  const logged: unknown[] = [];
  const log: Logger = { ...silentLogger, error: (facts) => void logged.push(facts) };
  let rounds = 0;
  const expiry = {
    check: async () => {
      rounds++;
      if (rounds === 1) throw new Error("the database is busy");
    },
  };
  const stop = startCredentialExpiryJob({ expiry, repeat, clock, log });
  await settled();
  now += HOUR_MS;
  tick?.();
  await stop();

  expect(rounds).toBe(2);
  expect(logged).toHaveLength(1);
});

test("ending waits for the round under way, and no round starts beside another", async () => {
  let finish = () => {};
  let rounds = 0;
  const expiry = {
    check: () => {
      rounds++;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
  };
  const stop = startCredentialExpiryJob({ expiry, repeat, clock, log: silentLogger });
  now += 48 * HOUR_MS;
  tick?.();
  let isOver = false;
  const over = stop().then(() => {
    isOver = true;
  });
  await settled();
  expect([rounds, isOver]).toEqual([1, false]);
  finish();
  await over;
});

test("the real timer keeps no process alive and ends", async () => {
  let count = 0;
  const stop = repeatUnref(1, () => {
    count++;
  });
  await expect.poll(() => count).toBeGreaterThan(1);
  stop();
  const then = count;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(count).toBe(then);
});
