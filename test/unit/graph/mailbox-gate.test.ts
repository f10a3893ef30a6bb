import { describe, expect, test } from "vitest";
import { MailboxGate } from "../../../src/graph/mailbox-gate.js";

/** A gate of four places with `open` of ann's taken, on a clock that is set by hand. */
function gateWith(open: number) {
  const clock = { at: 0, now: () => clock.at };
  const gate = new MailboxGate(4, clock);
  for (let i = 0; i < open; i++) gate.tryEnter("ann");
  return { gate, clock };
}

/** How many more may enter; they leave again. */
function free(gate: MailboxGate, key = "ann"): number {
  let count = 0;
  while (gate.tryEnter(key)) count++;
  for (let i = 0; i < count; i++) gate.leave(key);
  return count;
}

describe("after Graph found too many requests open", () => {
  test("only as many may be open as were let in, and other mailboxes keep their places", () => {
    const { gate } = gateWith(2);
    expect(gate.lower("ann")).toBe(true);
    expect(free(gate)).toBe(0);
    gate.leave("ann");
    expect(free(gate)).toBe(1);
    expect(free(gate, "bob")).toBe(4);
  });

  test("what was let in and has ended since counts as well", () => {
    const { gate } = gateWith(0);
    expect(gate.lower("ann", 2)).toBe(true);
    expect(free(gate)).toBe(2);
  });

  test("one place is always left, and it is told when only strangers hold the others", () => {
    const { gate } = gateWith(0);
    expect(gate.lower("ann")).toBe(false);
    expect(free(gate)).toBe(1);
  });

  test("it is lowered by one at least", () => {
    const { gate } = gateWith(4);
    gate.lower("ann");
    for (let i = 0; i < 4; i++) gate.leave("ann");
    expect(free(gate)).toBe(3);
  });

  test("the places come back one by one, every fifteen seconds, up to the limit", () => {
    const { gate, clock } = gateWith(0);
    gate.lower("ann");
    const seen = [0, 14_999, 15_000, 30_000, 45_000, 600_000].map((at) => {
      clock.at = at;
      return free(gate);
    });
    expect(seen).toEqual([1, 1, 2, 3, 4, 4]);
  });
});
