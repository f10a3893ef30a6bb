import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/lib/canonical-json.js";
import { decodeOutcome, encodeOutcome } from "../../../src/services/idempotency/stored-outcome.js";

test("the order of members does not matter, nor do absent ones; null does", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
  );
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  expect(canonicalJson({ a: null, b: 1 })).not.toBe(canonicalJson({ b: 1 }));
});

test("a stored outcome comes back with its dates, and with null for what is shown once", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.dictionary(fc.string(), fc.string()), (at, map) => {
      const { text } = encodeOutcome({ at, map, token: "once" }, new Set(["token"]));
      expect(decodeOutcome(text).payload).toEqual({
        at,
        map: "token" in map ? { ...map, token: null } : map,
        token: null,
      });
    }),
  );
});
