import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { createGraphClient, createTransport } from "../../../src/graph/index.js";
import { get, newCall, newClient, newConnection, until } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("options", () => {
  test.each([
    [{ batchWidth: 0 }, /batchWidth .* 1 to 4, not 0/],
    [{ batchWidth: 5 }, /batchWidth/],
    [{ batchWidth: 2.5 }, /batchWidth/],
    [{ perMailboxConcurrency: 0 }, /perMailboxConcurrency/],
    [{ requestTimeoutMs: Number.NaN }, /requestTimeoutMs/],
    [{ maxAttempts: 0 }, /maxAttempts/],
    [{ maxWaitMs: -1 }, /maxWaitMs/],
    [{ mailboxBudget: { requests: 0, windowMs: 1 } }, /mailboxBudget\.requests/],
    [{ appBudget: { requests: 1, windowMs: 0.5 } }, /appBudget\.windowMs/],
    [{ circuitBreaker: { failures: 0, openMs: 1, longestOpenMs: 1 } }, /circuitBreaker\.failures/],
    [{ circuitBreaker: { failures: 1, openMs: 2, longestOpenMs: 1 } }, /circuitBreaker\.longestOpenMs .* from 2 /],
  ])("%j are refused by name", (options, message) => {
    expect(() => createGraphClient(options)).toThrow(message);
  });
});

describe("closing", () => {
  test("waits for what is under way and refuses the rest", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = await startGraphServer(async () => {
      await released;
      return { body: {} };
    });
    let isTransportClosed = false;
    const transport = {
      ...createTransport(),
      close: async () => {
        isTransportClosed = true;
      },
    };
    const { client } = newClient({ transport });
    const connection = newConnection(server.url);
    const sent = client.send(connection, get("ann"), newCall());
    await until(() => server.open() === 1);

    const closed = client.close();
    await expect(client.send(connection, get("bob"), newCall())).rejects.toMatchObject({ code: "ClientClosed" });
    const wasClosedEarly = isTransportClosed;
    release();
    await closed;

    expect((await sent).status).toBe(200);
    expect([wasClosedEarly, isTransportClosed]).toEqual([false, true]);
  });
});

describe("transport", () => {
  const request = (url: string) => ({ method: "GET", url, headers: {}, signal: new AbortController().signal });

  test.each<[string, unknown, unknown]>([
    ["JSON is parsed", { a: 1 }, { a: 1 }],
    ["no body is undefined", undefined, undefined],
    ["HTML stays text", "<html>", "<html>"],
    ["JSON that was cut off stays text", '{"a":', '{"a":'],
  ])("%s", async (_, body, expected) => {
    const server = await startGraphServer(() => ({ body, headers: { "X-Some": "Thing" } }));
    const response = await createTransport().send(request(`${server.url}/v1.0/x`));
    expect(response).toMatchObject({ status: 200, headers: { "x-some": "Thing" } });
    expect(response.body).toEqual(expected);
  });

  test("a port that nobody listens on is a NetworkError with the system's code", async () => {
    const port = await closedPort();
    await expect(createTransport().send(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({
      code: "NetworkError",
      status: 0,
      message: "Graph could not be reached (ECONNREFUSED).",
    });
  });

  test("an exchange over its time is cut, its connection with it, and tried again", async () => {
    let count = 0;
    const server = await startGraphServer(async () => {
      count++;
      if (count === 1) await new Promise(() => {});
      return { body: { count } };
    });
    const { client } = newClient({ requestTimeoutMs: 50, maxAttempts: 50 });
    const answer = await client.send(newConnection(server.url), get("ann"), newCall());
    expect(answer.body).toEqual({ count });
    expect(count).toBeGreaterThan(1);
  });
});
