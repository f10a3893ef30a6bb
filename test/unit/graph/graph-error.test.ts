import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGraphFault } from "../../../src/graph/graph-fault.js";
import { GraphError, isGraphError } from "../../../src/graph/index.js";

describe("reading Graph's error bodies", () => {
  test("the innermost code is the most exact one", () => {
    const innerError = { code: "middle", innerError: { code: "ErrorItemNotFound", "request-id": "r2" } };
    const fault = readGraphFault(404, { error: { code: "itemNotFound", message: " Gone. ", innerError } });
    expect(fault).toEqual({
      code: "ErrorItemNotFound",
      message: "Graph answered 404 ErrorItemNotFound: Gone.",
      requestId: "r2",
    });
  });

  test("the old spelling is read too", () => {
    expect(readGraphFault(403, { error: { code: "a", innererror: { code: "ErrorAccessDenied" } } }).code).toBe(
      "ErrorAccessDenied",
    );
  });

  test("a number is no code", () => {
    const body = { error: { code: "TooManyRequests", innerError: { code: "429" } } };
    expect(readGraphFault(429, body).code).toBe("TooManyRequests");
  });

  test.each([undefined, null, "", "<html>Bad gateway</html>", [], {}, { error: null }, { error: "x" }, 7])(
    "the body %j gives a fault by status alone",
    (body) => {
      expect(readGraphFault(502, body)).toEqual({ code: "Http502", message: "Graph answered 502.", requestId: "" });
    },
  );

  test("no body, however odd, makes it throw or gives it no code", () => {
    fc.assert(
      fc.property(fc.record({ error: fc.jsonValue() }), (body) => {
        expect(readGraphFault(500, body).code).not.toBe("");
      }),
    );
  });

  test("a long message is cut", () => {
    expect(readGraphFault(400, { error: { code: "x", message: "m".repeat(5_000) } }).message.length).toBeLessThan(400);
  });
});

describe("GraphError", () => {
  test("its message loses whatever looks like a token", () => {
    const token = "eyJhbGciOi.eyJhdWQiOi.c2lnbmF0dXJl";
    const { message } = new GraphError(`Header "Bearer s3cret+/x=" or ${token} was bad`, { status: 0, code: "x" });
    expect(message).toBe('Header "Bearer [secret]" or [secret] was bad');
  });

  test("isGraphError tells it from others, and by code", () => {
    const error = new GraphError("gone", { status: 404, code: "ErrorItemNotFound" });
    expect([isGraphError(error), isGraphError(error, "ErrorItemNotFound"), isGraphError(error, "x")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isGraphError(new Error("gone"))).toBe(false);
  });
});
