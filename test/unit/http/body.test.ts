import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseBody } from "../../../src/http/body.js";
import { Refusal } from "../../../src/http/refusal.js";
import { requestIdFrom, traceparentFrom } from "../../../src/http/trace-context.js";
import { post, startEdge, type TestEdge } from "./kit.js";

function outcome(contentType: string | undefined, encoding: string | undefined, body: Buffer): number {
  try {
    parseBody(contentType, encoding, body);
    return 200;
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
}

describe("the body parser", () => {
  test("refuses or accepts any bytes under any headers, and fails on none", () => {
    const type = fc.option(fc.oneof(fc.constant("application/json"), fc.string()), { nil: undefined });
    const bytes = fc.oneof(
      fc.uint8Array().map((array) => Buffer.from(array)),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(type, fc.option(fc.string(), { nil: undefined }), bytes, (contentType, encoding, body) => {
        expect([200, 400, 415]).toContain(outcome(contentType, encoding, body));
      }),
    );
  });

  test("gives back every JSON object as it was sent", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        expect(parseBody("Application/JSON; charset=UTF-8", "identity", Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe("any JSON sent to the real server", () => {
  let running: TestEdge;
  beforeAll(async () => {
    running = await startEdge();
  });
  afterAll(() => running.close());

  test("is answered below 500, as JSON with errors or data, without a stack or a path", async () => {
    const member = fc.oneof(fc.jsonValue(), fc.constant("{ hello }"), fc.constant("{ hello "), fc.string());
    const request = fc.record(
      { query: member, variables: member, operationName: member, extensions: member, http: member },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(request, fc.jsonValue()),
        fc.constantFrom("*/*", "text/html", "", "a/b;q=x"),
        async (body, accept) => {
          const response = await post(running.url, body, { accept });
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          expect(Object.keys(JSON.parse(text) as object).some((key) => key === "errors" || key === "data")).toBe(true);
          expect(text).not.toMatch(/stack|node_modules|\.[jt]s:\d|\/src\//);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("trace headers", () => {
  const ID = "0b8e6f3a-1c2d-4e5f-8a9b-0c1d2e3f4a5b";
  const VALID = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

  test("any text becomes a valid traceparent and request id", () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (header) => {
        expect(traceparentFrom(header, ID)).toMatch(VALID);
        expect(requestIdFrom(header)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      }),
    );
  });

  test.each([
    ["an all-zero trace", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"],
    ["an all-zero span", "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"],
    ["the forbidden version", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"],
    ["capital letters", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"],
    ["more than version 00 has", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"],
  ])("%s is not continued", (_, header) => {
    expect(traceparentFrom(header, ID)).not.toContain("4bf92f3577b34da6a3ce929d0e0e4736");
  });

  test("a trace of a later version is continued as version 00", () => {
    const header = "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes";
    expect(traceparentFrom(header, ID)).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
  });
});
