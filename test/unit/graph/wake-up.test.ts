import { expect, test } from "vitest";
import { WakeUp } from "../../../src/graph/wake-up.js";
import { VirtualTime } from "./kit/virtual-time.js";

/** An alarm on virtual time; `rung` says when it went off. */
function newWakeUp() {
  const time = new VirtualTime();
  const rung: number[] = [];
  const slept: number[] = [];
  const wakeUp = new WakeUp({
    clock: time,
    sleep: (ms, signal) => {
      slept.push(ms);
      return time.sleep(ms, signal);
    },
    onWake: () => rung.push(time.elapsed()),
  });
  const at = (ms: number) => wakeUp.set(time.start + ms);
  return { time, rung, slept, wakeUp, at };
}

test("rings once, at the time that was set last", async () => {
  const { time, rung, at } = newWakeUp();
  at(500);
  at(100);
  at(300);
  await time.until(time.sleep(1_000));
  expect(rung).toEqual([300]);
});

test("the same time set again is one sleep, and after it rang it may be set again", async () => {
  const { time, rung, slept, at } = newWakeUp();
  at(100);
  at(100);
  await time.until(time.sleep(100));
  at(200);
  await time.until(time.sleep(100));
  expect([rung, slept]).toEqual([
    [100, 200],
    [100, 100],
  ]);
});

test("never is never", async () => {
  const { time, rung, wakeUp, at } = newWakeUp();
  at(100);
  wakeUp.set(Number.POSITIVE_INFINITY);
  await time.until(time.sleep(1_000));
  expect(rung).toEqual([]);
});

test("a time beyond what timers hold is slept for in parts", () => {
  const { slept, at } = newWakeUp();
  at(2 ** 40);
  expect(slept).toEqual([2 ** 31 - 1]);
});
