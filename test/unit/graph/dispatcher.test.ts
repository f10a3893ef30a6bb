import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { listCalendars } from "../../../src/graph/index.js";
import type { Call } from "../../../src/lib/call.js";
import { get, newCall, newClient, newConnection } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

describe("what leaves in which envelope", () => {
  test("three requests of one turn for three mailboxes are one batch of three", async () => {
    const server = await startGraphServer(({ mailbox }) => ({ body: { name: mailbox } }));
    const { client } = newClient();
    const connection = newConnection(server.url);
    const calls = [newCall(), newCall(), newCall()];

    const answers = await Promise.all(
      ["ann@x.org", "bob@x.org", "cid@x.org"].map((mailbox, i) => client.send(connection, get(mailbox), calls[i]!)),
    );

    expect(answers.map(({ body }) => body)).toEqual([
      { name: "ann@x.org" },
      { name: "bob@x.org" },
      { name: "cid@x.org" },
    ]);
    expect(server.exchanges.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /v1.0/$batch"]);
    expect(server.exchanges[0]?.requests.map(({ url }) => url)).toEqual([
      "/users/ann%40x.org/calendar",
      "/users/bob%40x.org/calendar",
      "/users/cid%40x.org/calendar",
    ]);
    expect(connection.tokenRequests).toEqual([false]);
    expect(calls.map(({ meter }) => [meter.httpRequests, meter.graphRequests])).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test("a request alone in its turn travels as itself", async () => {
    const server = await startGraphServer(() => ({ body: { id: "1" }, headers: { "request-id": "r1" } }));
    const { client } = newClient();

    const answer = await client.send(newConnection(server.url), get("ann"), newCall());

    expect(answer).toMatchObject({ status: 200, body: { id: "1" }, requestId: "r1" });
    expect(server.exchanges.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v1.0/users/ann/calendar"]);
  });

  test.each([
    [1, [1, 1, 1, 1, 1]],
    [2, [1, 2, 2]],
    [4, [2, 3]],
  ])("five requests in batches of at most %i leave as %j", async (batchWidth, sizes) => {
    const server = await startGraphServer();
    const { client } = newClient({ batchWidth });
    const connection = newConnection(server.url);

    await Promise.all(["a", "b", "c", "d", "e"].map((mailbox) => client.send(connection, get(mailbox), newCall())));

    expect(server.exchanges.map(({ requests }) => requests.length).sort()).toEqual(sizes);
  });

  test("two connections never share an envelope", async () => {
    const server = await startGraphServer();
    const { client } = newClient();

    await Promise.all(["c1", "c2"].map((id) => client.send(newConnection(server.url, id), get("ann"), newCall())));

    expect(server.exchanges).toHaveLength(2);
    expect(server.exchanges.every(({ requests }) => requests[0]?.isPart === false)).toBe(true);
  });

  test("a list that further reads wait for does not wait for other lists", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const list = (mailbox: string, isAwaited: boolean) =>
      listCalendars(client, connection, { mailbox, select: ["name"], isAwaited }, newCall());

    await Promise.all([list("a", true), list("b", true), list("c", false), list("d", false)]);

    const sizes = server.exchanges.map(({ requests }) => requests.map(({ mailbox }) => mailbox).join(""));
    expect(sizes.sort()).toEqual(["a", "b", "cd"]);
  });

  test("requests of one mailbox spread over the envelopes of a turn", async () => {
    const server = await startGraphServer();
    const { client } = newClient({ batchWidth: 2 });
    const connection = newConnection(server.url);

    const reads = ["a", "a", "b", "b"].map((mailbox, i) => get(mailbox, `/events/${i}`));
    await Promise.all(reads.map((request) => client.send(connection, request, newCall())));

    const pairs = server.exchanges.map(({ requests }) => requests.map(({ mailbox }) => mailbox).join(""));
    expect(pairs).toEqual(["ab", "ab"]);
  });
});

describe("one call that asks very many mailboxes", () => {
  test("costs a quarter of the HTTP requests, and Node sees no leak", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const call = newCall();
    const warnings: string[] = [];
    const onWarning = ({ name }: Error) => void warnings.push(name);
    process.on("warning", onWarning);

    await Promise.all(Array.from({ length: 50 }, (_, i) => client.send(connection, get(`m${i}`), call)));
    await delay(1);
    process.off("warning", onWarning);

    expect(call.meter).toEqual({ httpRequests: 13, graphRequests: 50, tokenRequests: 0, retries: 0 });
    expect(server.exchanges).toHaveLength(13);
    expect(warnings).toEqual([]);
  });
});

describe("the places of a mailbox", () => {
  test("never are more than four requests of one mailbox open, and another mailbox does not wait", async () => {
    // The busy mailbox answers nothing until the quiet one has been answered: no clock decides this test.
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await startGraphServer(async ({ mailbox }) => {
      if (mailbox === "busy") await released;
      return { body: {} };
    });
    const { client } = newClient();
    const connection = newConnection(server.url);
    const busy = Array.from({ length: 30 }, (_, i) => client.send(connection, get("busy", `/events/${i}`), newCall()));

    await client.send(connection, get("quiet"), newCall());
    release();
    await Promise.all(busy);

    expect(server.peak("busy")).toBe(4);
    expect(server.requests().filter(({ mailbox }) => mailbox === "busy")).toHaveLength(30);
  });

  test("a mailbox is the same whatever case its address is written in", async () => {
    const server = await startGraphServer(async () => {
      await delay(3);
      return { body: {} };
    });
    const { client } = newClient({ perMailboxConcurrency: 1 });
    const connection = newConnection(server.url);

    await Promise.all(["ann@x.org", "Ann@X.org"].map((mailbox) => client.send(connection, get(mailbox), newCall())));

    expect(server.exchanges.map(({ requests }) => requests.length)).toEqual([1, 1]);
  });

  test("waiting requests leave in the order of their arrival", async () => {
    const server = await startGraphServer();
    const { client } = newClient({ perMailboxConcurrency: 1 });
    const connection = newConnection(server.url);

    await Promise.all([1, 2, 3, 4].map((i) => client.send(connection, get("ann", `/events/${i}`), newCall())));

    expect(server.requests().map(({ url }) => url.at(-1))).toEqual(["1", "2", "3", "4"]);
  });
});

describe("clients at one mailbox", () => {
  /** The order in which requests of these calls reach a mailbox with one place, the first one being on its way. */
  async function orderOf(calls: readonly [string, Call][]): Promise<string> {
    const server = await startGraphServer();
    const { client } = newClient({ perMailboxConcurrency: 1 });
    const connection = newConnection(server.url);
    await Promise.all(
      calls.map(([name, call], i) => client.send(connection, get("ann", `/events/${name}?${i}`), call)),
    );
    return server
      .requests()
      .map(({ url }) => /events\/(.)/.exec(url)?.[1] ?? "")
      .join("");
  }
  const times = (count: number, name: string, call: Call): [string, Call][] =>
    Array.from({ length: count }, () => [name, call]);

  test("take turns, whatever the length of their queues", async () => {
    const calls = [...times(8, "e", newCall({ client: "export" })), ...times(2, "p", newCall({ client: "page" }))];
    expect(await orderOf(calls)).toBe("epepeeeeee");
  });

  test("are told apart by the request when they have no name", async () => {
    const calls = [...times(4, "a", newCall({ requestId: "1" })), ...times(1, "b", newCall({ requestId: "2" }))];
    expect(await orderOf(calls)).toBe("abaaa");
  });

  test("go before background work, which gets every fifth turn", async () => {
    const calls = [...times(3, "s", newCall({ priority: "background" })), ...times(6, "p", newCall())];
    expect(await orderOf(calls)).toBe("ppppsppss");
  });
});
