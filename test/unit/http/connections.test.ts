import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import type { HttpEdgeOptions } from "../../../src/http/options.js";
import { isAppError } from "../../../src/lib/app-error.js";
import { answerOf, KEY, post, rawExchange, startEdge } from "./kit.js";

const HEAD = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

describe("a body that nobody wants", () => {
  test("without a key the answer comes after the headers alone, however large the body would be", async () => {
    const running = await startEdge();
    const { text, socket } = await rawExchange(running.port, `${HEAD}Content-Length: 9000000000\r\n\r\n`, "UNAUTH");
    expect(text).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
    expect(text.toLowerCase()).toContain("connection: close");
    expect(socket.destroyed).toBe(false);
    socket.destroy();
    await running.close();
  });

  test("with a key, a body that announces too much is refused before it is sent", async () => {
    const running = await startEdge();
    const head = `${HEAD}Authorization: ${KEY}\r\nContent-Length: 9000000000\r\n\r\n`;
    const { text, socket } = await rawExchange(running.port, head, '"max":4096');
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    await running.close();
  });

  test("a client that sends on regardless is cut after a moment", async () => {
    const running = await startEdge();
    const socket = connect(running.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    const block = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const send = () => {
      while (socket.writable && socket.write(block));
    };
    socket.on("drain", send);
    socket.on("error", () => {});
    send();
    await new Promise((resolve) => socket.once("close", resolve));
    await running.close();
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });

  test("a small unread body leaves the connection usable", async () => {
    const running = await startEdge();
    const body = '{"query":"{ hello }"}';
    const refused = `${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`;
    const right = `${HEAD}Authorization: ${KEY}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const { text, socket } = await rawExchange(running.port, refused + right, "world");
    expect(text).toMatch(/401 Unauthorized.*200 OK/s);
    socket.destroy();
    await running.close();
  });

  test("a client that waits to be asked for its body is asked only with a key", async () => {
    const running = await startEdge();
    const body = '{"query":"{ hello }"}';
    const expecting = `${HEAD}Expect: 100-continue\r\nContent-Length: ${body.length}\r\n`;
    const refused = await rawExchange(running.port, `${expecting}\r\n`, "UNAUTH");
    expect(refused.text).not.toContain("100 Continue");
    refused.socket.destroy();
    const asked = await rawExchange(running.port, `${expecting}Authorization: ${KEY}\r\n\r\n`, "100 Continue\r\n\r\n");
    const answered = new Promise((resolve) => asked.socket.once("data", resolve));
    asked.socket.write(body);
    expect(await answered).toContain("world");
    asked.socket.destroy();
    await running.close();
  });
});

describe("slow clients", () => {
  test("a head that does not end is answered with 408 and cut", async () => {
    const running = await startEdge({ http: { headersTimeoutMs: 40, requestTimeoutMs: 80 } });
    const { text } = await rawExchange(running.port, "GET /graphql HTTP/1.1\r\nHost: local");
    await running.close();
    expect(text).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(text).toContain('"code":"TIMEOUT"');
  });

  test("a body that does not end is cut", async () => {
    const running = await startEdge({ http: { headersTimeoutMs: 40, requestTimeoutMs: 80 } });
    const { text } = await rawExchange(running.port, `${HEAD}Authorization: ${KEY}\r\nContent-Length: 20\r\n\r\n{"qu`);
    await running.close();
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("a body that was refused and does not end is cut, however long files may take", async () => {
    const attachments = { deadlineMs: 600_000 } as HttpEdgeOptions["attachments"] & {};
    const running = await startEdge({ http: { headersTimeoutMs: 80, requestTimeoutMs: 80 }, attachments });
    const { text } = await rawExchange(running.port, `${HEAD}Content-Length: 20\r\n\r\n{"qu`);
    await running.close();
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
  });

  test("a client that stops reading its answer is cut", async () => {
    const running = await startEdge({ http: { requestTimeoutMs: 80, headersTimeoutMs: 80, drainMs: 10_000 } });
    const socket = connect(running.port, "127.0.0.1");
    // Nothing listens for data here, so nothing is read beyond what the kernel and the socket hold.
    socket.write(`GET /graphql?query={wait} HTTP/1.1\r\nHost: x\r\nAuthorization: ${KEY}\r\n\r\n`);
    await running.waiting.started;
    running.waiting.answer("x".repeat(30_000_000));
    const startedAt = performance.now();
    await running.close();
    // Closing waits for answers in flight, so it is quick only if this one was given up.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    socket.destroy();
  });
});

describe("the signal of a call", () => {
  test("aborts when the client goes away", async () => {
    const running = await startEdge();
    const client = new AbortController();
    const asked = post(running.url, { query: "{ wait }" }, {}, { signal: client.signal });
    await running.waiting.started;
    client.abort();
    await expect(asked).rejects.toThrow();
    expect(isAppError(await running.waiting.aborted, "CANCELLED")).toBe(true);
    running.waiting.answer("too late");
    await running.close();
  });

  test("aborts at the deadline, and what ends in time after it is still sent", async () => {
    const running = await startEdge({ http: { deadlineMs: 300 } });
    const asked = post(running.url, { query: "{ wait }" });
    const reason = await running.waiting.aborted;
    running.waiting.answer("partial");
    expect(isAppError(reason, "TIMEOUT")).toBe(true);
    expect(await answerOf(await asked)).toEqual({ data: { wait: "partial" } });
    await running.close();
  });

  test("work that ignores the deadline is answered for with 504", async () => {
    const running = await startEdge({ http: { deadlineMs: 40 } });
    const response = await post(running.url, { query: "{ wait }" });
    expect(response.status).toBe(504);
    expect((await answerOf(response)).errors).toEqual([
      {
        message: "The operation took longer than 40 ms. Ask for less, or try again later.",
        extensions: { code: "TIMEOUT", retryable: true },
      },
    ]);
    running.waiting.answer("never sent");
    await running.close();
  });

  test("does not abort after the answer", async () => {
    const running = await startEdge({ http: { deadlineMs: 40 } });
    const asked = post(running.url, { query: "{ wait }" });
    const { call } = await running.waiting.started;
    running.waiting.answer("done");
    await (await asked).text();
    await running.close();
    expect(call.signal.aborted).toBe(false);
  });
});

describe("closing", () => {
  test("lets an answer in flight finish, closes its connection, and accepts no other", async () => {
    const running = await startEdge();
    const asked = post(running.url, { query: "{ wait }" });
    await running.waiting.started;
    const closed = running.edge.close();
    await expect(fetch(`${running.url}/health/live`)).rejects.toThrow();
    running.waiting.answer("finished");
    const response = await asked;
    expect(response.headers.get("connection")).toBe("close");
    expect(await answerOf(response)).toEqual({ data: { wait: "finished" } });
    await closed;
    await running.close();
  });

  test("turns readiness off at once for those who are still connected", async () => {
    const running = await startEdge();
    const asked = post(running.url, { query: "{ wait }" });
    await running.waiting.started;
    // A request that is on its way when closing starts is still served.
    const socket = connect(running.port, "127.0.0.1");
    await new Promise((resolve) => socket.write("GET /health/ready HTTP/1.1\r\nHost: x\r\n", resolve));
    await post(running.url, { query: "{ hello }" });
    const closed = running.edge.close();
    socket.write("\r\n");
    const text = await new Promise((resolve) => socket.once("data", (chunk) => resolve(String(chunk))));
    running.waiting.answer("finished");
    await asked;
    await closed;
    expect(text).toMatch(/^HTTP\/1\.1 503 /);
    expect(text).toContain('{"ready":false,"checks":{"accepting":false}}');
  });

  test("cuts what is not done in time, aborting its call, and may be asked for twice", async () => {
    const running = await startEdge({ http: { drainMs: 40 } });
    const asked = post(running.url, { query: "{ wait }" });
    await running.waiting.started;
    const [first, second] = [running.edge.close(), running.edge.close()];
    await expect(asked).rejects.toThrow();
    await Promise.all([first, second]);
    expect(isAppError(await running.waiting.aborted, "CANCELLED")).toBe(true);
    running.waiting.answer("too late");
  });

  test("does not wait for connections on which nothing was ever asked", async () => {
    const running = await startEdge({ http: { drainMs: 20_000 } });
    const idle = connect(running.port, "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    await post(running.url, { query: "{ hello }" });
    const startedAt = performance.now();
    await running.close();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
