import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createTransport, type TransportOptions } from "../../../../src/graph/index.js";
import { until } from "../kit/graph-call.js";
import { type Reply, speaking, startSecureServer as startServer } from "../kit/secure-server.js";
import { closing, post, read } from "./transport-kit.js";

const json =
  (value: unknown): Reply =>
  (response) =>
    void response.end(JSON.stringify(value));
/** Answers when `release` is called. */
function held() {
  const waiting: (() => void)[] = [];
  const reply: Reply = (response, { body }) => void waiting.push(() => response.end(body || "{}"));
  const release = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { reply, release };
}

const VERSIONS: { how: string; version: string; options: TransportOptions; protocol?: string }[] = [
  { how: "HTTP/2", version: "2.0", options: {} },
  { how: "HTTP/1.1 by choice", version: "1.1", options: { http2: false } },
  { how: "HTTP/1.1 because the server has nothing else", version: "1.1", options: {}, protocol: "http/1.1" },
];

describe.each(VERSIONS)("over $how", ({ version, options, protocol }) => {
  const startSecureServer = (reply?: Reply) => startServer(reply, protocol ? speaking(() => protocol) : {});

  test("the status is told when the answer is whole, before it is parsed", async () => {
    const server = await startSecureServer(json({ a: 1 }));
    const transport = closing({ ...options, ca: server.ca });
    const told: unknown[] = [];

    const request = { ...read(`${server.url}/v1.0/me`), onArrived: (status: number) => void told.push(status) };
    const answer = await transport.send(request).then((whole) => {
      told.push("parsed");
      return whole;
    });

    expect(answer.body).toEqual({ a: 1 });
    expect(told).toEqual([200, "parsed"]);
  });

  test("an exchange goes out as it is, and comes back parsed", async () => {
    const server = await startSecureServer((response) => {
      response.writeHead(201, { "X-Some": "Thing", "content-type": "application/json" });
      response.end('{"a":"ü"}');
    });
    const transport = closing({ ...options, ca: server.ca });

    const answer = await transport.send(post(`${server.url}/v1.0/$batch?x=%20y`, '{"b":"ß"}', { prefer: "some" }));

    expect(answer).toMatchObject({ status: 201, headers: { "x-some": "Thing" }, body: { a: "ü" } });
    expect(server.requests).toMatchObject([
      {
        method: "POST",
        path: "/v1.0/$batch?x=%20y",
        httpVersion: version,
        headers: { prefer: "some", "accept-encoding": "gzip, br" },
        body: '{"b":"ß"}',
      },
    ]);
  });

  test("a hundred batches at once are really at once, on as many sockets as allowed", async () => {
    const { reply, release } = held();
    const server = await startSecureServer(reply);
    const transport = closing({ ...options, ca: server.ca, connections: 100 });

    const sent = Array.from({ length: 100 }, (_, i) => transport.send(post(`${server.url}/$batch`, `{"n":${i}}`)));
    await until(() => server.requests.length === 100, 5_000);
    release();

    expect((await Promise.all(sent)).map(({ body }) => body)).toEqual(Array.from({ length: 100 }, (_, n) => ({ n })));
    expect(server.peak()).toBe(100);
    expect(server.sockets).toHaveLength(version === "2.0" ? 1 : 100);
  });

  test("later requests use the connections that are there", async () => {
    const server = await startSecureServer();
    const transport = closing({ ...options, ca: server.ca });

    for (let i = 0; i < 5; i++) await transport.send(read(server.url));

    // Over HTTP/1.1 a socket is not yet free when its answer has just been read.
    expect(server.sockets.length).toBeLessThanOrEqual(version === "2.0" ? 1 : 2);
  });

  test.each([
    ["gzip", gzipSync('{"a":1}')],
    ["br", brotliCompressSync('{"a":1}')],
    ["identity", Buffer.from('{"a":1}')],
  ])("an answer in %s is decoded", async (encoding, bytes) => {
    const server = await startSecureServer((response) => {
      response.writeHead(200, { "content-encoding": encoding });
      response.end(bytes);
    });
    expect((await closing({ ...options, ca: server.ca }).send(read(server.url))).body).toEqual({ a: 1 });
  });

  test.each([
    ["an encoding that was not asked for", { "content-encoding": "zstd" }, "x", "UnexpectedBody"],
    ["bytes that are not what the header says", { "content-encoding": "gzip" }, "no gzip", "NetworkError"],
    [
      "a compressed answer that was cut off",
      { "content-encoding": "gzip" },
      gzipSync("{}").subarray(0, 8),
      "NetworkError",
    ],
    ["more bytes than allowed", {}, Buffer.alloc(10_001), "AnswerTooLarge"],
    ["a bomb", { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(5_000_000)), "AnswerTooLarge"],
    [
      "a bomb of the other kind",
      { "content-encoding": "br" },
      brotliCompressSync(Buffer.alloc(50_000)),
      "AnswerTooLarge",
    ],
  ])("%s is an error, and the next request is served", async (_, headers, body, code) => {
    let isFirst = true;
    const server = await startSecureServer((response) => {
      if (isFirst) response.writeHead(200, headers);
      response.end(isFirst ? body : "{}");
      isFirst = false;
    });
    const transport = closing({ ...options, ca: server.ca, maxAnswerBytes: 10_000, connections: 1 });

    await expect(transport.send(read(server.url))).rejects.toMatchObject({ name: "GraphError", status: 0, code });
    expect((await transport.send(read(server.url))).status).toBe(200);
  });

  test("an endless answer is left at the limit", async () => {
    let written = 0;
    const server = await startSecureServer((response) => {
      const more = () => {
        if (response.stream?.destroyed || response.destroyed || written > 50_000_000) return;
        written += 65_536;
        response.write(Buffer.alloc(65_536));
        setImmediate(more);
      };
      more();
    });
    const transport = closing({ ...options, ca: server.ca, maxAnswerBytes: 1_000_000 });

    await expect(transport.send(read(server.url))).rejects.toMatchObject({ code: "AnswerTooLarge" });
    await until(() => server.open() === 0);
    expect(written).toBeLessThan(40_000_000);
  });

  test("a redirect is an answer, and is not followed", async () => {
    const server = await startSecureServer((response) => {
      response.writeHead(302, { location: "https://localhost:1/elsewhere" });
      response.end();
    });
    const answer = await closing({ ...options, ca: server.ca }).send(read(server.url));
    expect(answer).toMatchObject({ status: 302, body: undefined });
    expect(server.requests).toHaveLength(1);
  });

  test("abort ends the exchange at both ends, and others go on", async () => {
    const { reply, release } = held();
    const server = await startSecureServer(reply);
    const transport = closing({ ...options, ca: server.ca });
    const leaving = new AbortController();

    const left = transport.send({ ...post(server.url, '{"n":1}'), signal: leaving.signal });
    const stays = transport.send(post(server.url, '{"n":2}'));
    await until(() => server.requests.length === 2);
    leaving.abort("gone");

    await expect(left).rejects.toBe("gone");
    await until(() => server.open() === 1);
    release();
    expect((await stays).body).toEqual({ n: 2 });
  });

  test("abort while the body comes slowly frees the connection", async () => {
    const server = await startSecureServer((response, { path }) => {
      if (path === "/slow") response.write('{"a":');
      else response.end("{}");
    });
    const transport = closing({ ...options, ca: server.ca, connections: 1 });
    const leaving = new AbortController();

    const slow = transport.send({ ...read(`${server.url}/slow`), signal: leaving.signal });
    await until(() => server.requests.length === 1);
    leaving.abort("too slow");

    await expect(slow).rejects.toBe("too slow");
    expect((await transport.send(read(`${server.url}/quick`))).status).toBe(200);
  });

  test("a connection that breaks in the middle of an answer is a NetworkError, and nothing is sent twice", async () => {
    const server = await startSecureServer((response) => {
      response.writeHead(200);
      response.write('{"a":');
      setTimeout(() => server.sockets.at(-1)?.destroy(), 5);
    });
    const transport = closing({ ...options, ca: server.ca });

    await expect(transport.send(post(server.url, "{}"))).rejects.toMatchObject({ code: "NetworkError", status: 0 });
    expect(server.requests).toHaveLength(1);
  });

  test("a connection that breaks before an answer fails all that were on it, and nothing is sent twice", async () => {
    const server = await startSecureServer(() => {
      if (server.requests.length === 5) for (const socket of server.sockets) socket.destroy();
    });
    const transport = closing({ ...options, ca: server.ca });

    const ends = await Promise.allSettled(
      Array.from({ length: 5 }, () => transport.send(post(server.url, '{"write":true}'))),
    );

    expect(ends).toMatchObject(Array.from({ length: 5 }, () => ({ reason: { code: "NetworkError" } })));
    expect(server.requests).toHaveLength(5);
  });

  test("no secret is in the error for a header that cannot be sent", async () => {
    const server = await startSecureServer();
    const request = read(server.url, { authorization: "Bearer broken\ntoken" });
    const error = await closing({ ...options, ca: server.ca })
      .send(request)
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "NetworkError" });
    expect(String(error)).not.toMatch(/broken|token/);
    expect(server.requests).toEqual([]);
  });

  test("a certificate that nobody vouches for is refused", async () => {
    const server = await startSecureServer();
    await expect(closing(options).send(read(server.url))).rejects.toMatchObject({
      code: "NetworkError",
      message: "Graph could not be reached (DEPTH_ZERO_SELF_SIGNED_CERT).",
    });
    expect(server.requests).toEqual([]);
  });

  test("closing waits for what is under way, and then nothing is sent any more", async () => {
    const { reply, release } = held();
    const server = await startSecureServer(reply);
    const transport = createTransport({ ...options, ca: server.ca });

    const sent = transport.send(read(server.url));
    await until(() => server.requests.length === 1);
    const closed = transport.close?.();
    await expect(transport.send(read(server.url))).rejects.toMatchObject({ code: "ClientClosed" });
    release();

    expect((await sent).status).toBe(200);
    await closed;
    await until(() => server.sockets.every(({ destroyed }) => destroyed));
  });

  test("what failed to connect is connected to anew the next time", async () => {
    const server = await startSecureServer(json({}));
    const transport = closing({ ...options, ca: server.ca });
    const [port] = [new URL(server.url).port];

    await expect(transport.send(read("https://localhost:1/"))).rejects.toMatchObject({ code: "NetworkError" });
    await expect(transport.send(read("https://localhost:1/"))).rejects.toMatchObject({ code: "NetworkError" });
    expect((await transport.send(read(`https://localhost:${port}/`))).status).toBe(200);
  });
});
