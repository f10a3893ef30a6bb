import { describe, expect, test } from "vitest";
import type { Answer, Exchange, Job } from "../../../src/graph/exchange.js";
import { isGraphError } from "../../../src/graph/index.js";
import { authorizePolicy } from "../../../src/graph/policies/authorize.policy.js";
import { correlatePolicy } from "../../../src/graph/policies/correlate.policy.js";
import { errorPolicy } from "../../../src/graph/policies/error.policy.js";
import { preferPolicy } from "../../../src/graph/policies/prefer.policy.js";
import { timeoutPolicy } from "../../../src/graph/policies/timeout.policy.js";
import type { HttpResponse } from "../../../src/graph/transport.js";
import { get, newCall, newConnection, TRACEPARENT } from "./kit/graph-call.js";

const ROOT = "https://graph.microsoft.com";
const OK: HttpResponse = { status: 200, headers: {}, body: {} };
const TOKEN_REFUSED: HttpResponse = {
  status: 401,
  headers: {},
  body: { error: { code: "InvalidAuthenticationToken" } },
};
const BARE_REFUSAL: HttpResponse = { status: 401, headers: {}, body: undefined };

function newExchange(overrides: Partial<Exchange> = {}): Exchange {
  const url = `${ROOT}/v1.0/users/a`;
  return {
    connection: newConnection(ROOT),
    call: newCall(),
    method: "GET",
    url,
    headers: {},
    isEnvelope: false,
    ...overrides,
  };
}

function newJob(headers: Record<string, string> = {}): Job {
  const request = { ...get("ann"), headers };
  return { connection: newConnection(ROOT), request, call: newCall(), target: { url: "", relative: "" }, alone: false };
}

/** A next that gives these answers in turn, and what it was asked. */
function answering<T, R>(...answers: R[]) {
  const asked: T[] = [];
  const next = async (request: T): Promise<R> => {
    asked.push(request);
    return answers[Math.min(asked.length, answers.length) - 1]!;
  };
  return { asked, next };
}

describe("authorize", () => {
  const clock = { now: () => 0 };

  test("adds the connection's token", async () => {
    const { asked, next } = answering<Exchange, HttpResponse>(OK);
    await authorizePolicy(clock).send(newExchange(), next);
    expect(asked[0]?.headers.authorization).toBe("Bearer first-token");
  });

  test("answers a refused token once with a fresh one", async () => {
    const { asked, next } = answering<Exchange, HttpResponse>(TOKEN_REFUSED, TOKEN_REFUSED);
    const exchange = newExchange();

    const response = await authorizePolicy(clock).send(exchange, next);

    expect(response).toBe(TOKEN_REFUSED);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer first-token", "Bearer fresh-token"]);
    expect(exchange.call.meter.retries).toBe(1);
  });

  test("a bare 401 costs a connection one fresh token a minute", async () => {
    let now = 0;
    const policy = authorizePolicy({ now: () => now });
    const connection = newConnection(ROOT);
    for (now of [0, 59_999, 60_000]) {
      await policy.send(newExchange({ connection }), answering<Exchange, HttpResponse>(BARE_REFUSAL).next);
    }
    expect(connection.tokenRequests).toEqual([false, true, false, false, true]);
  });

  test("a bare 401 for an envelope always asks for a fresh token", async () => {
    const policy = authorizePolicy(clock);
    const connection = newConnection(ROOT);
    for (let i = 0; i < 2; i++) {
      const { next } = answering<Exchange, HttpResponse>(BARE_REFUSAL, OK);
      expect((await policy.send(newExchange({ connection, isEnvelope: true }), next)).status).toBe(200);
    }
    expect(connection.tokenRequests).toEqual([false, true, false, true]);
  });

  test.each([
    ["https://graph.microsoft.us/v1.0/users/a", ROOT, "ForeignLink"],
    ["http://graph.internal/v1.0/users/a", "http://graph.internal", "InsecureRoot"],
  ])("%s gets no token of %s and is not asked", async (url, root, code) => {
    const connection = newConnection(root);
    const { asked, next } = answering<Exchange, HttpResponse>(OK);

    await expect(authorizePolicy(clock).send(newExchange({ connection, url }), next)).rejects.toMatchObject({ code });

    expect(asked).toEqual([]);
    expect(connection.tokenRequests).toEqual([]);
  });
});

describe("correlate", () => {
  test("sends the caller's request id and trace", async () => {
    const { asked, next } = answering<Exchange, HttpResponse>(OK);
    await correlatePolicy().send(newExchange({ headers: { accept: "x" } }), next);
    expect(asked[0]?.headers).toEqual({
      accept: "x",
      "client-request-id": "11111111-2222-4333-8444-555555555555",
      traceparent: TRACEPARENT,
    });
  });
});

describe("prefer", () => {
  const immutable = 'IdType="ImmutableId"';

  test.each<[Record<string, string>, string]>([
    [{}, immutable],
    [{ Prefer: 'outlook.timezone="Etc/GMT, plus"' }, `${immutable}, outlook.timezone="Etc/GMT, plus"`],
    [{ prefer: 'IdType="RestId", odata.maxpagesize=5' }, `${immutable}, odata.maxpagesize=5`],
    [{ prefer: " , " }, immutable],
  ])("own headers %j become %s", async (headers, expected) => {
    const { asked, next } = answering<Job, Answer>({ ...OK, requestId: "", about: "request" });
    await preferPolicy().send(newJob(headers), next);
    expect(asked[0]?.request.headers).toEqual({ prefer: expected });
  });
});

describe("timeout", () => {
  const untilAborted = ({ call }: Exchange) =>
    new Promise<HttpResponse>((_, reject) => {
      call.signal.addEventListener("abort", () => reject(call.signal.reason), { once: true });
    });

  test("ends an exchange that takes too long, with a Timeout", async () => {
    await expect(timeoutPolicy(5).send(newExchange(), untilAborted)).rejects.toMatchObject({
      code: "Timeout",
      status: 0,
    });
  });

  test("passes the caller's own abort on with its reason", async () => {
    const controller = new AbortController();
    const call = newCall({ signal: controller.signal });
    const sent = timeoutPolicy(1_000).send(newExchange({ call }), untilAborted);
    controller.abort("gone");
    await expect(sent).rejects.toBe("gone");
  });
});

describe("error", () => {
  const policy = errorPolicy({ now: () => 0 });
  const answer = (parts: Partial<Answer>): Answer => ({ ...OK, requestId: "r1", about: "request", ...parts });

  test("names status, code, mailbox, request id and wait of a refusal", async () => {
    const refusal = answer({
      status: 429,
      headers: { "retry-after": "2.5" },
      body: { error: { code: "ApplicationThrottled", message: "Slow down." } },
    });
    const error = await policy.send(newJob(), answering<Job, Answer>(refusal).next).catch((e: unknown) => e);
    expect(isGraphError(error, "ApplicationThrottled")).toBe(true);
    expect(error).toMatchObject({ status: 429, requestId: "r1", retryAfterMs: 2_500, mailbox: "ann" });
  });

  test.each([204, 200, 201])("a %i passes", async (status) => {
    const passed = answer({ status, body: status === 200 ? {} : undefined });
    const read = newJob();
    const job: Job = status === 200 ? read : { ...read, request: { ...read.request, method: "POST" } };
    expect(await policy.send(job, answering<Job, Answer>(passed).next)).toBe(passed);
  });

  test.each([302, 304, 400, 500])("a %i is an error even without a body", async (status) => {
    const bare = answering<Job, Answer>(answer({ status, body: undefined }));
    await expect(policy.send(newJob(), bare.next)).rejects.toMatchObject({ status, code: `Http${status}` });
  });

  test.each(["<html>Sign in</html>", undefined, null])("a read that succeeds with %j is an error", async (body) => {
    const page = answering<Job, Answer>(answer({ body }));
    await expect(policy.send(newJob(), page.next)).rejects.toMatchObject({ code: "UnexpectedBody", requestId: "r1" });
  });
});
