import { describe, expect, test } from "vitest";
import { abortSignalOf, type CallSignal, Cancellation } from "../../../src/lib/cancellation.js";

describe("a cancellation", () => {
  test("tells its listeners once, in their order, and knows why", () => {
    const cancellation = new Cancellation();
    const told: string[] = [];
    const tell = (name: string) => () => void told.push(`${name}: ${cancellation.reason}`);
    const third = tell("third");
    for (const listener of [tell("first"), tell("second"), third]) cancellation.addEventListener("abort", listener);
    cancellation.removeEventListener("abort", third);

    cancellation.throwIfAborted();
    cancellation.abort("enough");
    cancellation.abort("again");
    cancellation.addEventListener("abort", tell("late"));

    expect(told).toEqual(["first: enough", "second: enough"]);
    expect([cancellation.aborted, cancellation.reason]).toEqual([true, "enough"]);
    expect(() => cancellation.throwIfAborted()).toThrow("enough");
  });

  test("does what a signal of the platform's does", () => {
    const controller = new AbortController();
    const cancellation = new Cancellation();
    const seen = [controller.signal, cancellation].map((signal: CallSignal) => {
      const told: unknown[] = [];
      const twice = () => void told.push("twice");
      signal.addEventListener("abort", twice, { once: true });
      signal.addEventListener("abort", twice, { once: true });
      signal.addEventListener("abort", () => void told.push(signal.reason), { once: true });
      return told;
    });
    const reason = new Error("enough");
    controller.abort(reason);
    cancellation.abort(reason);

    expect(seen[1]).toEqual(seen[0]);
  });

  test("is passed on to what takes the platform's signals only", () => {
    const cancellation = new Cancellation();
    const signal = abortSignalOf(cancellation);
    expect([signal.aborted, abortSignalOf(signal)]).toEqual([false, signal]);

    cancellation.abort(new Error("enough"));
    expect(signal.reason).toBe(cancellation.reason);
    expect(abortSignalOf(cancellation).reason).toBe(cancellation.reason);
  });
});
