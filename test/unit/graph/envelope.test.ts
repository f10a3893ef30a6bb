import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packEnvelopes } from "../../../src/graph/envelope.js";
import { MailboxGate } from "../../../src/graph/mailbox-gate.js";

describe("packing", () => {
  const mailboxes = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 60 });
  const width = fc.integer({ min: 1, max: 4 });

  test("every request is packed once, into as few envelopes as there can be, none too wide", () => {
    fc.assert(
      fc.property(mailboxes, width, (items, widest) => {
        const envelopes = packEnvelopes(items, widest, (item) => item);
        expect(envelopes.flat().sort()).toEqual([...items].sort());
        expect(envelopes).toHaveLength(Math.ceil(items.length / widest));
        expect(envelopes.every(({ length }) => length >= 1 && length <= widest)).toBe(true);
      }),
    );
  });

  test("a mailbox meets itself only as often as it must", () => {
    fc.assert(
      fc.property(mailboxes, width, (items, widest) => {
        const envelopes = packEnvelopes(items, widest, (item) => item);
        for (const mailbox of new Set(items)) {
          const count = (list: readonly string[]) => list.filter((item) => item === mailbox).length;
          const most = Math.max(...envelopes.map(count));
          expect(most).toBe(Math.ceil(count(items) / envelopes.length));
        }
      }),
    );
  });
});

describe("the gate", () => {
  test("lets in as many as it has places for, each key by itself, and again after one has left", () => {
    const gate = new MailboxGate(2);
    expect(["a", "a", "a", "b"].map((key) => gate.tryEnter(key))).toEqual([true, true, false, true]);
    gate.leave("a");
    expect(["a", "a"].map((key) => gate.tryEnter(key))).toEqual([true, false]);
  });
});
