import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSealedBox, keyIdOf, parseSealingKeys, SealedBoxError, sealingKey } from "../../../src/lib/sealed-box.js";

const first = sealingKey("first", randomBytes(32));
const second = sealingKey("second-2", randomBytes(32));
const box = createSealedBox([first]);

describe("sealing", () => {
  test("what was sealed opens again, for any text and any context", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, context) => {
        expect(box.open(box.seal(text, context), context)).toBe(text);
      }),
    );
  });

  test("an envelope with any one character changed is refused", () => {
    const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.="];
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.constantFrom(...alphabet), (text, position, replacement) => {
        const envelope = box.seal(text, "row");
        const at = position % envelope.length;
        fc.pre(envelope[at] !== replacement);
        const changed = envelope.slice(0, at) + replacement + envelope.slice(at + 1);

        expect(() => box.open(changed, "row")).toThrow(SealedBoxError);
      }),
      { numRuns: 500 },
    );
  });

  test("an envelope whose last character is another spelling of the same bytes is refused", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (const text of ["", "a", "ab", "abc"]) {
      const envelope = box.seal(text, "row");
      const opening = [...alphabet].filter((last) => {
        try {
          return box.open(envelope.slice(0, -1) + last, "row") === text;
        } catch {
          return false;
        }
      });
      expect(opening).toEqual([envelope.at(-1)]);
    }
  });

  test("an envelope that is cut or made longer is refused", () => {
    const envelope = box.seal("some text", "row");
    for (let length = 0; length < envelope.length; length++) {
      expect(() => box.open(envelope.slice(0, length), "row")).toThrow(SealedBoxError);
    }
    expect(() => box.open(`${envelope}A`, "row")).toThrow(SealedBoxError);
    expect(() => box.open(`${envelope}.A`, "row")).toThrow(SealedBoxError);
  });

  test("an envelope does not open in any other context", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, context, other) => {
        fc.pre(context !== other);
        expect(() => box.open(box.seal(text, context), other)).toThrow(SealedBoxError);
      }),
    );
  });

  test("the same text never makes the same envelope twice", () => {
    const envelopes = Array.from({ length: 100 }, () => box.seal("text", "row"));

    expect(new Set(envelopes).size).toBe(100);
    expect(envelopes[0]).toMatch(/^v1\.first\.[\w-]{16}\.[\w-]+$/);
  });
});

describe("keys", () => {
  test("the first key seals and all of them open, so that keys can rotate", () => {
    const old = box.seal("text", "row");
    const rotated = createSealedBox([second, first]);

    expect(rotated.open(old, "row")).toBe("text");
    expect(keyIdOf(old)).toBe("first");
    expect(keyIdOf(rotated.seal("text", "row"))).toBe(rotated.sealingKeyId);
  });

  test("a missing key is named by its id, and nothing else is told", () => {
    const envelope = createSealedBox([second]).seal("hidden words", "row");
    const error = caught(() => box.open(envelope, "row"));

    expect(error).toMatchObject({ keyId: "second-2" });
    expect(error.message).toContain('"second-2"');
    expect(inspect(error)).not.toContain("hidden words");
    expect(inspect(error)).not.toContain(envelope.split(".")[3]);
  });

  test("another key under the same id opens nothing", () => {
    const envelope = createSealedBox([sealingKey("first", randomBytes(32))]).seal("text", "row");

    expect(() => box.open(envelope, "row")).toThrow(SealedBoxError);
  });

  test("printing a key shows nothing of it", () => {
    const bytes = randomBytes(32);
    const printed = inspect(sealingKey("k", bytes), { depth: 9 }) + JSON.stringify(sealingKey("k", bytes));

    expect(printed).not.toContain(bytes.toString("hex").slice(0, 8));
    expect(printed).not.toContain(bytes.toString("base64").slice(0, 8));
  });
});

describe("reading keys from a setting", () => {
  const encoded = () => randomBytes(32).toString("base64");

  test("any list of distinct ids and 32-byte keys is read in order", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), (ids) => {
        const entries = ids.map((name) => ({ name, bytes: randomBytes(32) }));
        const keys = parseSealingKeys(entries.map((e) => `${e.name}:${e.bytes.toString("base64")}`).join(", "));

        expect(keys.map((key) => key.id)).toEqual(ids);
        expect(keys.map((key) => key.key.export())).toEqual(entries.map((e) => e.bytes));
      }),
    );
  });

  test.each([
    ["", "number 1"],
    [`a:${encoded()},`, "number 2"],
    [encoded().replace(/=/g, ""), "number 1"],
    [`a b:${encoded()}`, "number 1"],
    [`a:${randomBytes(31).toString("base64")}`, "has 31 bytes"],
    [`a:${randomBytes(33).toString("base64")}`, "has 33 bytes"],
    [`a:!${encoded()}`, "not base64"],
    [`a:${encoded()},a:${encoded()}`, "used twice"],
  ])("a fault in %j is named without the key", (text, expected) => {
    const error = caught(() => parseSealingKeys(text));

    expect(error.message).toContain(expected);
    for (const part of text.split(/[:,]/).filter((piece) => piece.length > 20)) {
      expect(error.message).not.toContain(part.slice(0, 20));
    }
  });

  test("a box without keys is refused", () => {
    expect(() => createSealedBox([])).toThrow("at least one key");
  });
});

function caught(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("Nothing was thrown.");
}
