import { type IncomingMessage, request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { isAppError } from "../../../src/lib/app-error.js";
import type { Call } from "../../../src/lib/call.js";
import { KEY, startEdge, streaming, type TestEdge } from "./kit.js";

let running: TestEdge | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

const MEGABYTE = "x".repeat(1_048_576);
const never = () => new Promise<never>(() => {});
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The answer as soon as its head is there; the reader decides when it takes the body. */
function ask(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: KEY };
    const sent = request(`${url}/graphql`, { method: "POST", headers }, resolve);
    sent.on("error", reject);
    sent.end('{"query":"{ hello }"}');
  });
}

async function read(answer: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  return bytes;
}

test("a body that comes to a halt is cut when the deadline has passed, and its work is told", async () => {
  let call: Call | undefined;
  async function* chunks(caller: { call: Call }): AsyncGenerator<string, undefined> {
    call = caller.call;
    yield "[1";
    await never();
  }
  running = await startEdge({ http: { deadlineMs: 60 }, graphql: streaming(chunks) });
  await expect(ask(running.url).then(read)).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(isAppError(call?.signal.reason, "TIMEOUT")).toBe(true);
});

test("a client may take longer than the deadline to read", async () => {
  async function* chunks(): AsyncGenerator<string, undefined> {
    for (let n = 0; n < 12; n += 1) yield MEGABYTE;
  }
  running = await startEdge({ http: { deadlineMs: 50 }, graphql: streaming(chunks) });
  const answer = await ask(running.url);
  // Not a wait for something to happen: the time in which nobody reads is what is tested.
  for (let waited = 0; waited < 5; waited += 1) await pass(40);
  expect(await read(answer)).toBe(12 * MEGABYTE.length);
});

test("a client that stops reading is cut after the time it has to take some part", async () => {
  let hasEnded: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    hasEnded = resolve;
  });
  async function* chunks(): AsyncGenerator<string, undefined> {
    try {
      for (;;) yield MEGABYTE;
    } finally {
      hasEnded();
    }
  }
  running = await startEdge({ http: { requestTimeoutMs: 80, headersTimeoutMs: 80 }, graphql: streaming(chunks) });
  const answer = await ask(running.url);
  await ended;
  await expect(read(answer)).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("a client that goes away aborts the call and ends the body", async () => {
  let hasEnded: (call: Call) => void = () => {};
  const ended = new Promise<Call>((resolve) => {
    hasEnded = resolve;
  });
  async function* chunks({ call }: { call: Call }): AsyncGenerator<string, undefined> {
    try {
      for (;;) yield MEGABYTE;
    } finally {
      hasEnded(call);
    }
  }
  running = await startEdge({ graphql: streaming(chunks) });
  const answer = await ask(running.url);
  answer.destroy();
  expect(isAppError((await ended).signal.reason, "CANCELLED")).toBe(true);
});

test("closing waits for a body that is being read", async () => {
  async function* chunks(): AsyncGenerator<string, undefined> {
    for (let n = 0; n < 12; n += 1) yield MEGABYTE;
  }
  running = await startEdge({ graphql: streaming(chunks), http: { drainMs: 10_000 } });
  const answer = await ask(running.url);
  const closed = running.edge.close();
  expect(await read(answer)).toBe(12 * MEGABYTE.length);
  await closed;
});
