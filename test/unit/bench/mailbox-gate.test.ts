import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MailboxGate } from "../../../bench/peers/mailbox-gate.js";

describe("a gate before mailboxes", () => {
  test("lets everybody through, never more than four at once in a mailbox, whatever they ask for together", async () => {
    const asked = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(asked, async (questions) => {
        const gate = new MailboxGate();
        const open = new Map<string, number>();
        let most = 0;
        const ended = questions.map((numbers) => {
          const mailboxes = numbers.map(String);
          return gate.within(mailboxes, async () => {
            for (const mailbox of mailboxes) {
              open.set(mailbox, (open.get(mailbox) ?? 0) + 1);
              most = Math.max(most, open.get(mailbox) ?? 0);
            }
            await turn();
            for (const mailbox of mailboxes) open.set(mailbox, (open.get(mailbox) ?? 0) - 1);
            return mailboxes.length;
          });
        });
        expect(await Promise.all(ended)).toEqual(questions.map(({ length }) => length));
        expect(most).toBeLessThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  test("gives a place back when the work fails", async () => {
    const gate = new MailboxGate();
    const failing = Array.from({ length: 4 }, () =>
      gate.within(["a"], async () => {
        throw new Error("refused");
      }),
    );
    await Promise.allSettled(failing);

    expect(await gate.within(["a"], async () => "in")).toBe("in");
  });
});
