import { constants } from "node:http2";
import { connect, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createGraphClient } from "../../../../src/graph/index.js";
import { get, newCall, newConnection, until } from "../kit/graph-call.js";
import { speaking, startSecureServer } from "../kit/secure-server.js";
import { closing, post, read } from "./transport-kit.js";

describe("a server that leaves", () => {
  test("ends what it has, and later requests go to a new connection", async () => {
    const answers: (() => void)[] = [];
    const server = await startSecureServer((response, { body }) => void answers.push(() => response.end(body)));
    const transport = closing({ ca: server.ca });
    const sent = [1, 2, 3].map((n) => transport.send(post(server.url, `${n}`)));
    await until(() => answers.length === 3);

    for (const session of server.sessions) session.goaway(constants.NGHTTP2_NO_ERROR, 2 ** 31 - 1);
    // Once its answer is here, the GOAWAY before it is as well.
    answers[0]?.();
    await sent[0];
    const later = transport.send(post(server.url, "4"));
    await until(() => answers.length === 4);
    for (const answer of answers.slice(1)) answer();

    expect((await Promise.all([...sent, later])).map(({ body }) => body)).toEqual([1, 2, 3, 4]);
    expect(server.sockets).toHaveLength(2);
    expect(server.requests.map(({ body }) => body)).toEqual(["1", "2", "3", "4"]);
  });

  test("fails what it had when it leaves with an error, and nothing is sent twice", async () => {
    const server = await startSecureServer(() => {
      if (server.requests.length < 3) return;
      for (const session of server.sessions) session.destroy(undefined, constants.NGHTTP2_INTERNAL_ERROR);
    });
    const transport = closing({ ca: server.ca });

    const ends = await Promise.allSettled([1, 2, 3].map((n) => transport.send(post(server.url, `${n}`))));

    expect(ends.map((end) => end.status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(server.requests).toHaveLength(3);
  });
});

describe("a stream that the server refuses before any work", () => {
  test("is sent again, a write too", async () => {
    let isFirst = true;
    const server = await startSecureServer((response) => {
      if (isFirst) response.stream.close(constants.NGHTTP2_REFUSED_STREAM);
      else response.end("{}");
      isFirst = false;
    });
    expect((await closing({ ca: server.ca }).send(post(server.url, "{}"))).status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });

  test("is an error when it is refused again and again", async () => {
    const server = await startSecureServer((response) => response.stream.close(constants.NGHTTP2_REFUSED_STREAM));
    await expect(closing({ ca: server.ca }).send(post(server.url, "{}"))).rejects.toMatchObject({
      code: "NetworkError",
    });
    expect(server.requests).toHaveLength(3);
  });

  test("is not sent again when the server has cancelled it, for then nobody knows", async () => {
    const server = await startSecureServer((response) => response.stream.close(constants.NGHTTP2_CANCEL));
    await expect(closing({ ca: server.ca }).send(post(server.url, "{}"))).rejects.toMatchObject({
      code: "NetworkError",
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe("connections", () => {
  test("share the load evenly, and one request at a time needs only one of them", async () => {
    const answers: (() => void)[] = [];
    const server = await startSecureServer((response, { path }) => {
      if (path === "/one") response.end("{}");
      else answers.push(() => response.end("{}"));
    });
    const transport = closing({ ca: server.ca, http2Connections: 3 });
    for (let i = 0; i < 3; i++) await transport.send(read(`${server.url}/one`));
    const socketsBefore = server.sockets.length;

    const sent = Array.from({ length: 12 }, () => transport.send(post(server.url, "{}")));
    await until(() => answers.length === 12);
    const streams = [...server.sessions].map((session) => session.state.nextStreamID ?? 0);
    for (const answer of answers) answer();
    await Promise.all(sent);

    expect(socketsBefore).toBe(1);
    expect(server.sockets).toHaveLength(3);
    expect(streams).toHaveLength(3);
  });

  test("of a server that allows few streams carry the rest one after the other", async () => {
    const server = await startSecureServer((response) => void setTimeout(() => response.end("{}"), 5), {
      settings: { maxConcurrentStreams: 2 },
    });
    const transport = closing({ ca: server.ca });
    await transport.send(read(server.url));

    const answers = await Promise.all(Array.from({ length: 10 }, () => transport.send(post(server.url, "{}"))));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(server.peak()).toBeLessThanOrEqual(2);
    expect(server.sockets).toHaveLength(1);
  });

  test("are closed when nobody has used them for long", async () => {
    const server = await startSecureServer();
    const transport = closing({ ca: server.ca, pingMs: 5, idleMs: 20 });
    await transport.send(read(server.url));
    await until(() => server.sockets.every(({ destroyed }) => destroyed));
    expect((await transport.send(read(server.url))).status).toBe(200);
  });

  test("that swallow everything are given up, and the next request opens another", async () => {
    const server = await startSecureServer();
    const router = await startRouter(Number(new URL(server.url).port));
    const transport = closing({ ca: server.ca, pingMs: 40 });
    await transport.send(read(router.url));
    router.forget();

    const lost = transport.send(read(router.url));
    await expect(lost).rejects.toMatchObject({ code: "NetworkError" });
    expect((await transport.send(read(router.url))).status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });

  test("are opened with HTTP/1.1 when the server has changed its mind", async () => {
    let protocol = "h2";
    const server = await startSecureServer(
      undefined,
      speaking(() => protocol),
    );
    const transport = closing({ ca: server.ca });
    await transport.send(read(server.url));
    protocol = "http/1.1";
    for (const session of server.sessions) session.destroy();
    await until(() => server.sessions.size === 0);

    await transport.send(read(server.url)).catch(() => undefined);
    expect((await transport.send(read(server.url))).status).toBe(200);
    expect(server.requests.map(({ httpVersion }) => httpVersion)).toEqual(["2.0", "1.1"]);
  });
});

describe("through the client", () => {
  test("an envelope with a write that was cut off is not repeated, one with reads only is", async () => {
    const server = await startSecureServer((response, { body, path }) => {
      if (path.endsWith("$batch")) for (const socket of server.sockets) socket.destroy();
      else response.end(body || '{"value":[]}');
    });
    const client = createGraphClient({ transport: closing({ ca: server.ca }), sleep: async () => undefined });
    const connection = newConnection(server.url);
    const write = { method: "POST", path: "/users/bob/events", mailbox: "bob", body: { subject: "x" } } as const;

    const ends = await Promise.allSettled([
      client.send(connection, get("ann"), newCall()),
      client.send(connection, write, newCall()),
    ]);

    expect(ends).toMatchObject([{ status: "fulfilled" }, { reason: { code: "NetworkError", mailbox: "bob" } }]);
    expect(server.requests.map(({ path }) => path)).toEqual(["/v1.0/$batch", "/v1.0/users/ann/calendar"]);
  });
});

/** Passes bytes on to a port, until it forgets its connections: those stay open and lead nowhere. */
async function startRouter(port: number): Promise<{ url: string; forget(): void }> {
  const pairs: [Socket, Socket][] = [];
  const router = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const socket of [near, far]) socket.on("error", () => undefined);
    near.pipe(far);
    far.pipe(near);
    pairs.push([near, far]);
  });
  await new Promise<void>((resolve) => router.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of pairs.flat()) socket.destroy();
    router.close();
  });
  const address = router.address();
  if (address === null || typeof address === "string") throw new Error("The router has no port.");
  return {
    url: `https://localhost:${address.port}`,
    forget() {
      for (const [near, far] of pairs) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
    },
  };
}
