import { describe, expect, test } from "vitest";
import { get, newCall, newClient, newConnection, until } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

/** A server that answers nothing until `release` is called. */
async function stalledServer() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await startGraphServer(async () => {
    await released;
    return { body: {} };
  });
  return { server, release };
}

describe("abort", () => {
  test("a call that is aborted already sends nothing", async () => {
    const server = await startGraphServer();
    const { client } = newClient();
    const call = newCall({ signal: AbortSignal.abort("gone") });

    await expect(client.send(newConnection(server.url), get("ann"), call)).rejects.toBe("gone");

    expect(server.exchanges).toEqual([]);
  });

  test("a waiting request leaves the queue at once, and the next one takes its turn", async () => {
    const { server, release } = await stalledServer();
    const { client } = newClient({ perMailboxConcurrency: 1 });
    const connection = newConnection(server.url);
    const controller = new AbortController();

    const first = client.send(connection, get("ann", "/events/1"), newCall());
    const call = newCall({ signal: controller.signal });
    const second = client.send(connection, get("ann", "/events/2"), call);
    const third = client.send(connection, get("ann", "/events/3"), newCall());
    await until(() => server.open() === 1);
    controller.abort("gone");
    await expect(second).rejects.toBe("gone");
    release();
    await Promise.all([first, third]);

    expect(server.requests().map(({ url }) => url.at(-1))).toEqual(["1", "3"]);
    expect(call.meter.graphRequests).toBe(0);
  });

  test("a request under way alone is cut, and its place is free again", async () => {
    const { server, release } = await stalledServer();
    const { client } = newClient({ perMailboxConcurrency: 1 });
    const connection = newConnection(server.url);
    const controller = new AbortController();

    const first = client.send(connection, get("ann", "/events/1"), newCall({ signal: controller.signal }));
    await until(() => server.open() === 1);
    controller.abort("gone");
    await expect(first).rejects.toBe("gone");
    const second = client.send(connection, get("ann", "/events/2"), newCall());
    await until(() => server.requests().length === 2);
    release();

    expect((await second).status).toBe(200);
  });

  test("a shared envelope goes on for those who still want it", async () => {
    const { server, release } = await stalledServer();
    const { client } = newClient();
    const connection = newConnection(server.url);
    const opener = new AbortController();

    const first = client.send(connection, get("ann"), newCall({ signal: opener.signal }));
    const second = client.send(connection, get("bob"), newCall());
    await until(() => server.open() === 2);
    opener.abort("gone");
    await expect(first).rejects.toBe("gone");
    release();

    expect((await second).status).toBe(200);
    expect(server.exchanges).toHaveLength(1);
  });

  test("a shared envelope is aborted when nobody wants it", async () => {
    const signals: AbortSignal[] = [];
    const transport = {
      send: ({ signal }: { signal: AbortSignal }) => {
        signals.push(signal);
        return new Promise<never>((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        });
      },
    };
    const { client } = newClient({ transport });
    const connection = newConnection("https://graph.example");
    const controllers = [new AbortController(), new AbortController()];
    const sent = controllers.map(({ signal }, i) => client.send(connection, get(`m${i}`), newCall({ signal })));
    const settled = Promise.allSettled(sent);
    await until(() => signals.length === 1);

    controllers[0]?.abort("first gone");
    const isAbortedByOne = signals[0]?.aborted;
    controllers[1]?.abort("second gone");

    expect(isAbortedByOne).toBe(false);
    expect(signals[0]?.aborted).toBe(true);
    expect(await settled).toMatchObject([{ reason: "first gone" }, { reason: "second gone" }]);
  });

  test("a request that waits for another attempt stops waiting", async () => {
    const server = await startGraphServer(() => ({ status: 429, headers: { "retry-after": "20" }, body: {} }));
    const controller = new AbortController();
    const { client } = newClient({
      sleep: (_, signal) =>
        new Promise((__, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true })),
    });
    const call = newCall({ signal: controller.signal });

    const sent = client.send(newConnection(server.url), get("ann"), call);
    await until(() => call.meter.retries === 1);
    controller.abort("gone");

    await expect(sent).rejects.toBe("gone");
    expect(server.exchanges).toHaveLength(1);
  });
});
