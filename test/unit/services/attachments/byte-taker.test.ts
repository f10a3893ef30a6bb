import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteTaker } from "../../../../src/services/attachments/byte-taker.js";

async function* pieces(parts: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

describe("ByteTaker", () => {
  test("gives the same bytes in whatever portions they come and go", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 70 }),
        async (parts, portion) => {
          const taker = new ByteTaker(pieces(parts));
          const taken: Buffer[] = [];
          for (let next = await taker.take(portion); next.length > 0; next = await taker.take(portion))
            taken.push(next);
          expect(Buffer.concat(taken)).toEqual(Buffer.concat(parts));
          expect(taken.slice(0, -1).every(({ length }) => length === portion)).toBe(true);
        },
      ),
    );
  });
});
