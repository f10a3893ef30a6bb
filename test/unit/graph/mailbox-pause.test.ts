import { describe, expect, test } from "vitest";
import { MailboxPause } from "../../../src/graph/mailbox-pause.js";

describe("a mailbox that was refused", () => {
  test("waits as long as Graph asked, with jitter", () => {
    const pause = new MailboxPause();
    expect([pause.isClosed, pause.waitMs(0)]).toEqual([false, 0]);
    pause.refuse(1_000, 10_000, 0.5);
    expect(pause.isClosed).toBe(true);
    expect([pause.waitMs(1_000), pause.waitMs(11_000), pause.waitMs(11_100)]).toEqual([10_100, 100, 0]);
  });

  test("opens when its probe was answered, and by nothing else", () => {
    const pause = new MailboxPause();
    const [probe, other] = [{}, {}];
    pause.refuse(0, 1_000, 0);
    pause.probeWith(probe);
    pause.ended(other, "answered");
    expect([pause.isClosed, pause.isProbeOut]).toEqual([true, true]);
    pause.ended(probe, "answered");
    expect([pause.isClosed, pause.isProbeOut]).toEqual([false, false]);
  });

  test.each(["failed", "untold", "crowded"] as const)("sends the next probe when one %s", (verdict) => {
    const pause = new MailboxPause();
    const probe = {};
    pause.refuse(0, 1_000, 0);
    pause.probeWith(probe);
    pause.ended(probe, verdict);
    expect([pause.isClosed, pause.isProbeOut, pause.waitMs(1_000)]).toEqual([true, false, 0]);
  });

  test("waits longer each time when Graph names no wait; refusals of requests that were out together are one", () => {
    const pause = new MailboxPause();
    const waits: number[] = [];
    let now = 0;
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 4; i++) pause.refuse(now, undefined, 0);
      waits.push(pause.waitMs(now));
      now += pause.waitMs(now);
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000]);
  });

  test("a later, shorter wait never shortens an earlier one", () => {
    const pause = new MailboxPause();
    pause.refuse(0, 10_000, 0);
    pause.refuse(100, 1_000, 0);
    expect(pause.waitMs(100)).toBe(9_900);
    pause.refuse(200, 20_000, 0);
    expect(pause.waitMs(200)).toBe(20_000);
  });
});
