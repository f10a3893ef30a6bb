import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { GraphClientOptions } from "../../../src/graph/index.js";
import type { Logger } from "../../../src/lib/logger.js";
import { get, newCall, newClient, newConnection } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

const TOKEN = "eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJncmFwaCJ9.c2lnbmF0dXJl";

/** All that a failing request leaves behind: its log lines and every part of its error. */
async function traces(url: string, token = TOKEN, options: GraphClientOptions = {}): Promise<string> {
  const lines: unknown[] = [];
  const write = (facts: object, message: string) => void lines.push(facts, message);
  const log: Logger = { debug: write, info: write, warn: write, error: write };
  const { client } = newClient({ ...options, log });
  const connection = { ...newConnection(url), accessToken: async () => token };
  const error = await client.send(connection, get("ann@x.org"), newCall()).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Error);
  return [inspect([lines, error], { depth: 20, showHidden: true }), (error as Error).stack].join("\n");
}

describe("a token is never seen", () => {
  test("in an answer that echoes it", async () => {
    const server = await startGraphServer(({ headers }) => {
      const message = `Bad header Authorization: ${headers.authorization}`;
      return { status: 400, body: { error: { code: "BadRequest", message } } };
    });
    const text = await traces(server.url);
    expect(text).toContain("BadRequest");
    expect(text).not.toContain(TOKEN);
  });

  test("when the connection breaks, again and again", async () => {
    const server = await startGraphServer(() => "cut");
    const text = await traces(server.url);
    expect(text).toContain("NetworkError");
    expect(text).toContain("Graph retry");
    expect(text).not.toContain(TOKEN);
  });

  test("when the transport refuses it as a header and quotes it", async () => {
    const server = await startGraphServer();
    const text = await traces(server.url, "broken\ntoken");
    expect(text).toContain("NetworkError");
    expect(text).not.toMatch(/broken|token/);
  });

  test("by the host that a redirect names", async () => {
    const other = await startGraphServer();
    const server = await startGraphServer(() => ({
      status: 302,
      headers: { location: `${other.url}/v1.0/users/ann` },
    }));
    const text = await traces(server.url);
    expect(text).toContain("Http302");
    expect(other.exchanges).toEqual([]);
  });

  test("by the log, which holds no address either", async () => {
    const server = await startGraphServer(() => ({ status: 503, body: "" }));
    const lines: string[] = [];
    const write = (facts: object, message: string) => void lines.push(JSON.stringify(facts) + message);
    const { client } = newClient({ log: { debug: write, info: write, warn: write, error: write } });

    await client.send(newConnection(server.url), get("ann@x.org"), newCall()).catch(() => undefined);

    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/ann|token/);
  });
});
