import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Logger } from "../../../src/lib/logger.js";
import { answerOf, KEY, post, rawExchange, startEdge, type TestEdge } from "./kit.js";

describe("what the edge answers", () => {
  let running: TestEdge;
  beforeAll(async () => {
    running = await startEdge();
  });
  afterAll(() => running.close());

  test("a query with a key is answered with headers that keep it out of caches", async () => {
    const response = await post(running.url, { query: "{ hello }" });
    expect(await answerOf(response)).toEqual({ data: { hello: "world" } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });

  test.each([
    ["no key", undefined, "An API key is required."],
    ["a wrong key", "Bearer wrong", "The API key was not accepted."],
    ["another scheme", "Basic right-key", "The API key was not accepted."],
  ])("%s is answered with 401 and a sentence that says how to send one", async (_, authorization, problem) => {
    const before = running.executed();
    const response = await fetch(`${running.url}/graphql?query={hello}`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await answerOf(response)).toEqual({
      errors: [
        {
          message: `${problem} Send it in the header "Authorization: Bearer <key>".`,
          extensions: { code: "UNAUTHENTICATED" },
        },
      ],
    });
    expect(running.executed()).toBe(before);
  });

  test("a query by GET needs no header but the key, and a mutation by GET is refused", async () => {
    const get = (query: string) =>
      fetch(`${running.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { authorization: KEY } });
    expect(await answerOf(await get("{ hello }"))).toEqual({ data: { hello: "world" } });
    const refused = await get("mutation { shout }");
    expect(refused.status).toBe(405);
    expect(refused.headers.get("allow")).toBe("POST");
  });

  test("an unknown path and a wrong method are told so in JSON", async () => {
    const lost = await fetch(`${running.url}/nowhere`);
    expect(lost.status).toBe(404);
    expect((await answerOf(lost)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    const wrong = await fetch(`${running.url}/graphql`, { method: "DELETE" });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET, POST");
    expect((await answerOf(wrong)).errors?.[0]?.extensions.code).toBe("METHOD_NOT_ALLOWED");
  });

  test.each([
    ["invalid JSON", '{"query": "{ hello }"', {}, 400, "BAD_REQUEST", "not valid JSON"],
    ["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), {}, 400, "BAD_REQUEST", "UTF-8"],
    ["an empty body", "", {}, 400, "BAD_REQUEST", "empty"],
    ["a JSON string", '"{ hello }"', {}, 400, "BAD_REQUEST", "JSON object"],
    ["a batch", '[{"query":"{ hello }"}]', {}, 400, "BAD_REQUEST", "one operation a request"],
    ["a form", "query=hello", { "content-type": "text/plain" }, 415, "UNSUPPORTED_MEDIA_TYPE", "application/json"],
    [
      "another charset",
      "{}",
      { "content-type": "application/json; charset=utf-16" },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "UTF-8",
    ],
    [
      "a compressed body",
      gzipSync('{"query":"{ hello }"}'),
      { "content-encoding": "gzip" },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Compressed",
    ],
  ])("%s is refused with a sentence", async (_, body, headers, status, code, words) => {
    const response = await fetch(`${running.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: KEY, ...headers },
      body,
    });
    expect(response.status).toBe(status);
    const [error] = (await answerOf(response)).errors ?? [];
    expect(error?.extensions.code).toBe(code);
    expect(error?.message).toContain(words);
  });

  test("a body over the limit is refused with both numbers, announced or streamed", async () => {
    const long = JSON.stringify({ query: `{ hello } #${"x".repeat(5_000)}` });
    const announced = await post(running.url, long);
    expect(announced.status).toBe(413);
    expect((await answerOf(announced)).errors).toEqual([
      {
        message: `The request body may have 4096 bytes; this one has ${long.length}.`,
        extensions: { code: "LIMIT_EXCEEDED", limit: { name: "bodyBytes", max: 4096, actual: long.length } },
      },
    ]);
    const streamed = await post(running.url, "", {}, {
      body: new Blob([long]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await answerOf(streamed)).errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED" });
  });

  test("the schema is a file for those with a key", async () => {
    expect((await fetch(`${running.url}/schema.graphql`)).status).toBe(401);
    const response = await fetch(`${running.url}/schema.graphql`, { headers: { authorization: KEY } });
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toContain("type Query");
  });

  test("a page is not shown, nor anything asked, when there is no explorer", async () => {
    const response = await fetch(`${running.url}/graphql`, { headers: { accept: "text/html" } });
    expect(response.status).toBe(401);
  });

  test("a caller's request id and trace are continued, and made up when they are not usable", async () => {
    const requestId = "0B8E6F3A-1c2d-4e5f-8a9b-0c1d2e3f4a5b";
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const asked = post(
      running.url,
      { query: "{ wait }" },
      { "x-request-id": requestId, traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    );
    const { call } = await running.waiting.started;
    running.waiting.answer("done");
    expect((await asked).headers.get("x-request-id")).toBe(requestId.toLowerCase());
    expect(call.requestId).toBe(requestId.toLowerCase());
    expect(call.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    const other = await post(running.url, { query: "{ hello }" }, { "x-request-id": "not a uuid" });
    expect(other.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("Apollo never sees the key", async () => {
    let seen: string[] = [];
    const spy = await startEdge({
      graphql: {
        execute: async (http) => {
          seen = [...http.headers.keys()];
          return { status: 200, headers: http.headers, body: { kind: "complete", string: "{}" } };
        },
      },
    });
    await post(spy.url, { query: "{ hello }" }, { cookie: "a=b" });
    await spy.close();
    expect(seen).toContain("apollo-require-preflight");
    expect(seen).not.toContain("authorization");
    expect(seen).not.toContain("cookie");
  });
});

describe("health", () => {
  let running: TestEdge;
  afterEach(() => running.close());

  test("a failing check is named and turns readiness, but not liveness, off", async () => {
    running = await startEdge({ readiness: async () => ({ ready: false, checks: { database: false, disk: true } }) });
    const ready = await fetch(`${running.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, checks: { database: false, disk: true } });
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
  });

  test("a server whose checks hold is ready", async () => {
    running = await startEdge();
    const ready = await fetch(`${running.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, checks: { database: true } });
  });
});

test("an unexpected failure is masked, logged, and found again by its reference", async () => {
  const lines: object[] = [];
  const log: Logger = { debug() {}, info() {}, warn() {}, error: (facts) => void lines.push(facts) };
  const secret = new Error("SELECT * FROM api_key at /srv/app/x.js:3");
  const running = await startEdge({ log, authenticate: () => Promise.reject(secret) });
  const response = await post(running.url, { query: "{ hello }" });
  await running.close();
  expect(response.status).toBe(500);
  const ref = response.headers.get("x-request-id");
  expect(await answerOf(response)).toEqual({
    errors: [{ message: "Internal error.", extensions: { code: "INTERNAL", ref } }],
  });
  expect(lines).toEqual([{ requestId: ref, err: secret }]);
});

test("bytes that are no HTTP are told so, and their connection is closed", async () => {
  const running = await startEdge();
  const { text } = await rawExchange(running.port, "HELO example.com\r\n\r\n");
  const { text: overflow } = await rawExchange(
    running.port,
    `GET / HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(20_000)}\r\n\r\n`,
  );
  await running.close();
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(text).toContain('"code":"BAD_REQUEST"');
  expect(overflow).toMatch(/^HTTP\/1\.1 431 /);
  expect(overflow).toContain('"code":"LIMIT_EXCEEDED"');
});

test("a port that is taken rejects listen with a sentence that names it", async () => {
  const running = await startEdge();
  await expect(startEdge({ http: { port: running.port } })).rejects.toThrow(
    `Port ${running.port} of 127.0.0.1 is in use`,
  );
  await running.close();
  await new Promise<void>((resolve) => {
    connect(running.port, "127.0.0.1").on("error", () => resolve());
  });
});
