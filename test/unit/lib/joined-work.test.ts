import { describe, expect, test } from "vitest";
import { type Call, newMeter } from "../../../src/lib/call.js";
import { JoinedWork } from "../../../src/lib/joined-work.js";

function newCall(over: Partial<Call> = {}): Call {
  const { signal } = new AbortController();
  return { signal, requestId: "r", traceparent: "t", meter: newMeter(), ...over };
}

/** Work that ends when it is told to, or with the reason of its call's signal. */
function openWork(opener: Call) {
  const seen: { call?: Call; ends: number; finish: (value: string) => void } = { ends: 0, finish: () => {} };
  const work = new JoinedWork<string>(
    opener,
    (call) => {
      seen.call = call;
      return new Promise((resolve, reject) => {
        seen.finish = resolve;
        call.signal.addEventListener("abort", () => reject(call.signal.reason), { once: true });
      });
    },
    () => {
      seen.ends += 1;
    },
  );
  return { work, seen };
}

describe("work that several calls want", () => {
  test("is done once, on account of the first, and answers all of them", async () => {
    const opener = newCall();
    const { work, seen } = openWork(opener);
    const answers = [opener, newCall(), newCall()].map((call) => work.join(call));
    seen.finish("done");
    expect(await Promise.all(answers)).toEqual(["done", "done", "done"]);
    expect(seen.call?.meter).toBe(opener.meter);
    expect(seen.ends).toBeGreaterThan(0);
  });

  test("goes on when its opener leaves, and is aborted with the last", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const opener = newCall({ signal: first.signal });
    const { work, seen } = openWork(opener);
    const answers = [work.join(opener), work.join(newCall({ signal: second.signal }))];
    const settled = Promise.allSettled(answers);
    first.abort("first");
    expect([seen.call?.signal.aborted, seen.ends]).toEqual([false, 0]);
    second.abort("second");
    expect([seen.call?.signal.aborted, seen.ends]).toEqual([true, 1]);
    expect(await settled).toMatchObject([{ reason: "first" }, { reason: "second" }]);
  });

  test("is not begun for nothing: a call that is over already gets its reason", async () => {
    const over = newCall({ signal: AbortSignal.abort("over") });
    const { work, seen } = openWork(over);
    await expect(work.join(over)).rejects.toBe("over");
    expect(seen.call?.signal.aborted).toBe(true);
  });

  test("is as patient as the most patient of those who want it", () => {
    const { work, seen } = openWork(newCall({ deadline: 10 }));
    expect(seen.call?.deadline).toBe(10);
    void work.join(newCall({ deadline: 30 }));
    expect(seen.call?.deadline).toBe(30);
    void work.join(newCall());
    expect(seen.call?.deadline).toBe(Number.POSITIVE_INFINITY);
  });
});
