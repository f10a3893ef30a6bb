import { expect, test } from "vitest";
import { startInvitationMailJob } from "../../../src/jobs/invitation-mail.job.js";
import type { Repeat } from "../../../src/lib/repeat.js";

test("sends at the start what was left, looks again and again, and ends with what is under way", async () => {
  const calls: string[] = [];
  let tick: (() => void) | undefined;
  let everyMs = 0;
  const repeat: Repeat = (ms, work) => {
    everyMs = ms;
    tick = work;
    return () => {
      tick = undefined;
    };
  };
  const outbox = { wake: () => void calls.push("wake"), close: async () => void calls.push("close") };

  const stop = startInvitationMailJob({ outbox, repeat });
  tick?.();
  await stop();

  expect(calls).toEqual(["wake", "wake", "close"]);
  expect(tick).toBeUndefined();
  expect(everyMs).toBeLessThanOrEqual(60_000);
});
