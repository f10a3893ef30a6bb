import { describe, expect, test } from "vitest";
import type { GraphRequest } from "../../../src/graph/index.js";
import { get, newCall, newClient, newConnection, until } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

const ROOT = "https://graph.example";

/** A server that answers with the number of the request, when `release` is called for the first time and after. */
async function stalledServer() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let count = 0;
  const server = await startGraphServer(async () => {
    const body = { number: ++count };
    await released;
    return { body };
  });
  return { server, release };
}

describe("identical reads in flight", () => {
  test("ten of them are one request, and only the first pays for it", async () => {
    const { server, release } = await stalledServer();
    const { client } = newClient();
    const calls = Array.from({ length: 10 }, () => newCall());

    const sent = calls.map((call) => client.send(newConnection(server.url), get("ann"), call));
    await until(() => server.open() === 1);
    const late = newCall();
    const latest = client.send(newConnection(server.url), get("ann"), late);
    release();

    const answers = await Promise.all([...sent, latest]);
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ number: 1 })));
    expect(server.requests()).toHaveLength(1);
    expect(calls[0]?.meter).toEqual({ httpRequests: 1, graphRequests: 1, tokenRequests: 0, retries: 0 });
    for (const { meter } of [...calls.slice(1), late]) {
      expect(meter).toEqual({ httpRequests: 0, graphRequests: 0, tokenRequests: 0, retries: 0, sharedRequests: 1 });
    }
  });

  test("a failure is shared as well, and each caller has an error of its own", async () => {
    const server = await startGraphServer(() => ({ status: 404, body: { error: { code: "ErrorItemNotFound" } } }));
    const { client } = newClient();
    const connection = newConnection(server.url);
    const sent = [1, 2].map(() => client.send(connection, get("ann"), newCall()).catch((e: unknown) => e));
    const [first, second] = await Promise.all(sent);
    expect(server.requests()).toHaveLength(1);
    expect([first, second]).toEqual([
      expect.objectContaining({ code: "ErrorItemNotFound" }),
      expect.objectContaining({ code: "ErrorItemNotFound" }),
    ]);
    expect(first).not.toBe(second);
  });

  test("that are sent as POST are shared by their bodies, and end the sharing of nobody else's", async () => {
    const { server, release } = await stalledServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const post = (body: object): GraphRequest => ({ ...get("ann"), method: "POST", isRead: true, body });
    const sent = [post({ a: 1 }), post({ a: 1 }), post({ a: 2 }), get("ann"), get("ann")].map((request) =>
      client.send(connection, request, newCall()),
    );
    release();
    await Promise.all(sent);
    expect(server.requests()).toHaveLength(3);
    const numbers = (await Promise.all(sent)).map(({ body }) => body);
    expect(numbers[0]).toEqual(numbers[1]);
    expect(numbers[3]).toEqual(numbers[4]);
  });

  test("an answer is not kept: the next read asks again", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    for (let i = 0; i < 2; i++) await client.send(connection, get("ann"), newCall());
    expect(server.requests()).toHaveLength(2);
  });

  const plain = get("ann");
  test.each<[string, GraphRequest, string, string | undefined]>([
    ["another path", get("ann", "/calendars"), "c1", undefined],
    ["other headers", { ...plain, headers: { prefer: "odata.maxpagesize=5" } }, "c1", undefined],
    ["another connection", plain, "c2", undefined],
    ["another identity", plain, "c1", "someone"],
    ["a write", { ...plain, method: "POST" }, "c1", undefined],
  ])("%s is another request", async (_, request, id, identity) => {
    const server = await startGraphServer();
    const { client } = newClient();
    const other = { ...newConnection(server.url, id), ...(identity !== undefined && { identity }) };
    await Promise.all([
      client.send(newConnection(server.url), plain, newCall()),
      client.send(other, request, newCall()),
    ]);
    expect(server.requests()).toHaveLength(2);
    expect(server.exchanges).toHaveLength(identity === undefined && id === "c1" ? 1 : 2);
  });

  test("headers are the same in any order and case", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const headers = [
      { a: "1", b: "2" },
      { B: "2", A: "1" },
    ];
    await Promise.all(headers.map((each) => client.send(connection, { ...plain, headers: each }, newCall())));
    expect(server.requests()).toHaveLength(1);
  });
});

describe("who goes away", () => {
  test("loses its own interest only, be it the one who asked first", async () => {
    const { server, release } = await stalledServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const leaving = [new AbortController(), new AbortController()];
    const sent = leaving.map(({ signal }) => client.send(connection, get("ann"), newCall({ signal })));
    const stays = client.send(connection, get("ann"), newCall());
    await until(() => server.open() === 1);
    for (const controller of leaving) controller.abort("gone");
    expect(await Promise.allSettled(sent)).toMatchObject([{ reason: "gone" }, { reason: "gone" }]);
    release();
    expect((await stays).body).toEqual({ number: 1 });
    expect(server.requests()).toHaveLength(1);
  });

  test("ends the request when nobody is left, and the next read is a new one", async () => {
    const signals: AbortSignal[] = [];
    const transport = {
      send: ({ signal }: { signal: AbortSignal }) => {
        signals.push(signal);
        return new Promise<never>((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        });
      },
    };
    const { client } = newClient({ transport, requestTimeoutMs: 50, maxAttempts: 1 });
    const connection = newConnection(ROOT);
    const controllers = [new AbortController(), new AbortController()];
    const sent = controllers.map(({ signal }) => client.send(connection, get("ann"), newCall({ signal })));
    const settled = Promise.allSettled(sent);
    await until(() => signals.length === 1);
    controllers[0]?.abort("first");
    const isEndedByOne = signals[0]?.aborted;
    controllers[1]?.abort("second");
    const next = client.send(connection, get("ann"), newCall()).catch((e: unknown) => e);

    expect([isEndedByOne, signals[0]?.aborted]).toEqual([false, true]);
    expect(await settled).toMatchObject([{ reason: "first" }, { reason: "second" }]);
    expect(await next).toMatchObject({ code: "Timeout" });
    expect(signals).toHaveLength(2);
  });
});

describe("reading one's own writes", () => {
  test("a read after a write does not share a read from before it, of whatever mailbox", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let count = 0;
    const server = await startGraphServer(async ({ method }) => {
      const body = { number: ++count };
      if (method === "GET" && body.number === 1) await released;
      return { body };
    });
    const { client } = newClient();
    const connection = newConnection(server.url);
    const before = client.send(connection, get("bob"), newCall());
    await until(() => server.open() === 1);
    await client.send(connection, { ...get("ann", "/events"), method: "POST", body: {} }, newCall());
    const after = await client.send(connection, get("bob"), newCall());
    release();
    expect([(await before).body, after.body]).toEqual([{ number: 1 }, { number: 3 }]);
  });
});

describe("priorities", () => {
  test("background work comes along with an urgent read, an urgent read never with background work", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const background = newCall({ priority: "background" });
    await Promise.all([
      client.send(connection, get("ann"), newCall()),
      client.send(connection, get("ann"), background),
    ]);
    expect(server.requests()).toHaveLength(1);
    expect(background.meter.sharedRequests).toBe(1);
    await Promise.all([
      client.send(connection, get("bob"), newCall({ priority: "background" })),
      client.send(connection, get("bob"), newCall()),
    ]);
    expect(server.requests()).toHaveLength(3);
  });
});
