import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ParseTurns } from "../../../../src/graph/http/parse-turns.js";

/** A clock that only work moves, and an event loop whose turns a test begins. */
function eventLoop() {
  let now = 0;
  let immediates: (() => void)[] = [];
  const turns = new ParseTurns({
    now: () => now,
    later: (work) => {
      immediates.push(work);
    },
  });
  return {
    turns,
    takes: (ms: number) => {
      now += ms;
    },
    now: () => now,
    /** Whether there was anything to do. */
    async turn() {
      const due = immediates;
      immediates = [];
      for (const work of due) work();
      // Who waited for a result goes on before the next turn.
      await Promise.resolve();
      return due.length > 0;
    },
  };
}

describe("the parsing of answers", () => {
  test("begins when the turn in which the answer came has ended, so that others can leave before", async () => {
    const { turns, takes, turn } = eventLoop();
    const done: string[] = [];

    const parsed = turns.run(() => {
      takes(40);
      done.push("parsed");
      return "answer";
    });
    done.push("left");
    await turn();

    expect(done).toEqual(["left", "parsed"]);
    expect(await parsed).toBe("answer");
  });

  test("is dealt to turns of 3 ms, in the order of arrival", async () => {
    const { turns, takes, turn } = eventLoop();
    const done: number[] = [];
    const parse = (n: number) => () => {
      takes(2);
      done.push(n);
      return n;
    };

    const results = Promise.all(Array.from({ length: 8 }, (_, n) => turns.run(parse(n))));
    const byTurn: number[][] = [];
    while (await turn()) byTurn.push([...done]);

    expect(byTurn.slice(0, 3).map(({ length }) => length)).toEqual([2, 4, 6]);
    expect(await results).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("hands on what it throws, and goes on", async () => {
    const { turns, takes, turn } = eventLoop();
    const fail = () => {
      takes(6);
      throw new SyntaxError("not JSON");
    };

    const first = expect(turns.run(fail)).rejects.toThrow("not JSON");
    const later = expect(turns.run(fail)).rejects.toThrow("not JSON");
    const last = turns.run(() => "last");
    while (await turn());

    await Promise.all([first, later]);
    expect(await last).toBe("last");
  });

  test("never takes more of a turn than 3 ms and one answer, and leaves no answer behind", async () => {
    const arrivals = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(arrivals, async (byTurn) => {
        const { turns, takes, now, turn } = eventLoop();
        const order: number[] = [];
        const results: Promise<number>[] = [];
        const largest = Math.max(0, ...byTurn.flat());
        for (const answers of byTurn) {
          const begun = now();
          for (const ms of answers) {
            const n = results.length;
            results.push(
              turns.run(() => {
                takes(ms);
                order.push(n);
                return n;
              }),
            );
          }
          expect(now() - begun).toBe(0);
          const turnBegun = now();
          await turn();
          expect(now() - turnBegun).toBeLessThan(3 + largest + 1);
        }
        for (let before = now(); await turn(); before = now()) expect(now() - before).toBeLessThan(3 + largest + 1);

        expect(await Promise.all(results)).toEqual(results.map((_, n) => n));
        expect(order).toEqual(results.map((_, n) => n));
      }),
    );
  });
});
