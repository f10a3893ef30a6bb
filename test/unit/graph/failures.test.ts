import { describe, expect, test } from "vitest";
import { type GraphRequest, isGraphError } from "../../../src/graph/index.js";
import { get, newCall, newClient, newConnection } from "./kit/graph-call.js";
import { type SeenRequest, startGraphServer } from "./kit/graph-server.js";

const THROTTLED = {
  status: 429,
  headers: { "Retry-After": "2.128" },
  body: { error: { code: "ApplicationThrottled" } },
};

/** Answers `first` to the first request for `mailbox` and an empty object to everything else. */
function onceFor<T>(mailbox: string, first: T) {
  let isFirst = true;
  return (request: SeenRequest) => {
    if (request.mailbox !== mailbox || !isFirst) return { body: {} };
    isFirst = false;
    return first;
  };
}

function post(mailbox: string, overrides: Partial<GraphRequest> = {}): GraphRequest {
  return { ...get(mailbox, "/events"), method: "POST", body: { subject: "x" }, ...overrides };
}

/** Sizes of the exchanges: 0 for a request alone, else the parts of the batch. */
function shapes(server: { exchanges: readonly { requests: readonly SeenRequest[] }[] }): number[] {
  return server.exchanges.map(({ requests }) => (requests[0]?.isPart ? requests.length : 0));
}

describe("one part fails", () => {
  test("only the throttled part is repeated, alone, after the wait Graph named", async () => {
    const server = await startGraphServer(onceFor("bob", THROTTLED));
    const { client, slept } = newClient();
    const connection = newConnection(server.url);
    const calls = [newCall(), newCall(), newCall()];

    await Promise.all(["ann", "bob", "cid"].map((mailbox, i) => client.send(connection, get(mailbox), calls[i]!)));

    expect(shapes(server)).toEqual([3, 0]);
    expect(server.exchanges[1]?.path).toBe("/v1.0/users/bob/calendar");
    expect(slept).toEqual([2_128]);
    expect(calls.map(({ meter }) => meter)).toEqual([
      { httpRequests: 1, graphRequests: 1, tokenRequests: 0, retries: 0 },
      { httpRequests: 1, graphRequests: 2, tokenRequests: 0, retries: 1 },
      { httpRequests: 0, graphRequests: 1, tokenRequests: 0, retries: 0 },
    ]);
  });

  test("a part that fails for good fails alone", async () => {
    const body = { error: { code: "ErrorItemNotFound", message: "No such item." } };
    const server = await startGraphServer(({ mailbox }) => (mailbox === "bob" ? { status: 404, body } : { body: {} }));
    const { client } = newClient();
    const connection = newConnection(server.url);

    const results = await Promise.allSettled(
      ["ann", "bob", "cid"].map((mailbox) => client.send(connection, get(mailbox), newCall())),
    );

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({
      reason: { status: 404, code: "ErrorItemNotFound", mailbox: "bob", requestId: "envelope-id" },
    });
    expect(shapes(server)).toEqual([3]);
  });

  test("a part that is missing in the answer is asked for alone when that is safe, else it is its own error", async () => {
    const server = await startGraphServer(({ isPart, mailbox }) =>
      isPart && mailbox !== "ann" ? "omit" : { body: {} },
    );
    const { client } = newClient();
    const connection = newConnection(server.url);

    const results = await Promise.allSettled([
      client.send(connection, get("ann"), newCall()),
      client.send(connection, get("bob"), newCall()),
      client.send(connection, post("cid"), newCall()),
    ]);

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(results[2]).toMatchObject({ reason: { code: "BatchPartMissing", status: 0, mailbox: "cid" } });
    expect(server.requests().map(({ mailbox }) => mailbox)).toEqual(["ann", "bob", "cid", "bob"]);
  });

  test("a link to another root fails alone, before anything is sent", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const foreign = { ...get("bob"), path: "https://evil.example/v1.0/users/bob" };

    const results = await Promise.allSettled([
      client.send(connection, get("ann"), newCall()),
      client.send(connection, foreign, newCall()),
    ]);

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({ reason: { code: "ForeignLink" } });
    expect(server.requests()).toHaveLength(1);
  });
});

describe("waits", () => {
  test("a wait over the limit fails at once and is told", async () => {
    const server = await startGraphServer(() => ({ ...THROTTLED, headers: { "retry-after": "31" } }));
    const { client, slept } = newClient({ maxWaitMs: 30_000 });

    const error = await client.send(newConnection(server.url), get("ann"), newCall()).catch((e: unknown) => e);

    expect(isGraphError(error, "ApplicationThrottled")).toBe(true);
    expect(error).toMatchObject({ status: 429, retryAfterMs: 31_000 });
    expect(slept).toEqual([]);
    expect(server.exchanges).toHaveLength(1);
  });

  test("attempts end, and the last refusal is the error", async () => {
    const server = await startGraphServer(() => THROTTLED);
    const { client, slept } = newClient({ maxAttempts: 3 });

    await expect(client.send(newConnection(server.url), get("ann"), newCall())).rejects.toMatchObject({ status: 429 });

    expect(server.exchanges).toHaveLength(3);
    expect(slept).toEqual([2_128, 2_128]);
  });

  test("a mailbox that was refused keeps its own requests waiting, and no other mailbox", async () => {
    const server = await startGraphServer(onceFor("ann", THROTTLED));
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let now = 0;
    const { client } = newClient({ perMailboxConcurrency: 1, clock: { now: () => now }, sleep: () => released });
    const connection = newConnection(server.url);

    const waiting = [1, 2].map((i) => client.send(connection, get("ann", `/events/${i}`), newCall()));
    await client.send(connection, get("bob"), newCall());
    await client.send(connection, get("bob"), newCall());
    const seenBefore = server.requests().map(({ mailbox }) => mailbox);
    now += 2_128;
    release();

    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
    expect(seenBefore).toEqual(["ann", "bob", "bob"]);
  });
});

describe("failures after which the work may have been done", () => {
  const unavailable = { status: 503, body: "<html>Service Unavailable</html>" };

  test.each<[string, GraphRequest, number]>([
    ["a read is repeated", get("ann"), 2],
    ["a write is not", post("ann"), 1],
    ["a write that is safe to send twice is", post("ann", { repeatable: true }), 2],
  ])("%s after a 503", async (_, request, exchanges) => {
    const server = await startGraphServer(onceFor("ann", unavailable));
    const { client } = newClient();

    const result = await client.send(newConnection(server.url), request, newCall()).then(
      ({ status }) => status,
      (error: unknown) => error,
    );

    expect(server.exchanges).toHaveLength(exchanges);
    if (exchanges === 2) expect(result).toBe(200);
    else expect(result).toMatchObject({ status: 503, code: "Http503" });
  });

  test.each([
    ["a read is repeated", get("ann"), 2],
    ["a write is not", post("ann"), 1],
  ])("%s after the connection broke", async (_, request, exchanges) => {
    const server = await startGraphServer(onceFor("ann", "cut" as const));
    const { client } = newClient();

    const result = await client.send(newConnection(server.url), request, newCall()).catch((e: unknown) => e);

    expect(server.exchanges).toHaveLength(exchanges);
    expect(result).toMatchObject(exchanges === 2 ? { status: 200 } : { status: 0, code: "NetworkError" });
  });

  test("a refused write is repeated, for it was not done", async () => {
    const server = await startGraphServer(onceFor("ann", THROTTLED));
    const { client } = newClient();
    await client.send(newConnection(server.url), post("ann"), newCall());
    expect(server.exchanges).toHaveLength(2);
  });
});

describe("an envelope fails as a whole", () => {
  test("each part goes on by its own rules", async () => {
    const server = await startGraphServer(
      () => ({ body: {} }),
      ({ path }) => (path.endsWith("/$batch") ? { status: 504, body: "<html>" } : undefined),
    );
    const { client } = newClient();
    const connection = newConnection(server.url);

    const results = await Promise.allSettled([
      client.send(connection, get("ann"), newCall()),
      client.send(connection, post("bob"), newCall()),
    ]);

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({ reason: { status: 504, mailbox: "bob" } });
    expect(shapes(server)).toEqual([2, 0]);
  });

  test("what no envelope may hold is sent part by part", async () => {
    const server = await startGraphServer(
      ({ mailbox }) => (mailbox === "bob" ? { status: 400, body: { error: { code: "BadRequest" } } } : { body: {} }),
      ({ path }) => (path.endsWith("/$batch") ? { status: 400, body: {} } : undefined),
    );
    const { client } = newClient();
    const connection = newConnection(server.url);

    const results = await Promise.allSettled(
      ["ann", "bob"].map((mailbox) => client.send(connection, get(mailbox), newCall())),
    );

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(shapes(server)).toEqual([2, 0, 0]);
  });

  test("one fresh token serves all parts of an envelope whose token was refused", async () => {
    const server = await startGraphServer(
      () => ({ body: {} }),
      ({ headers }) => (headers.authorization === "Bearer first-token" ? { status: 401 } : undefined),
    );
    const { client } = newClient();
    const connection = newConnection(server.url);

    await Promise.all(["ann", "bob", "cid"].map((mailbox) => client.send(connection, get(mailbox), newCall())));

    expect(shapes(server)).toEqual([3, 3]);
    expect(connection.tokenRequests).toEqual([false, true]);
  });

  test("a token that cannot be had fails each request with the reason", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const reason = new Error("The secret has expired.");
    const connection = { ...newConnection(server.url), accessToken: () => Promise.reject(reason) };

    const results = await Promise.allSettled(
      ["ann", "bob"].map((mailbox) => client.send(connection, get(mailbox), newCall())),
    );

    expect(results).toEqual([
      { status: "rejected", reason },
      { status: "rejected", reason },
    ]);
    expect(server.exchanges).toEqual([]);
  });
});
