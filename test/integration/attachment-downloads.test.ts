import { once } from "node:events";
import { createServer, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { attach, pathOf, someBytes } from "../kit/attachments.js";
import { makeEvent } from "../kit/events.js";
import { OWNER_KEY, startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

// How long garbage waits is the business of the runtime, and differs between its versions.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const PIECE = Buffer.alloc(65_536, 7);
const MEGABYTE = 1_000_000;

/** Graph with files of any size: all but their bytes comes from the emulator. */
async function startBigFiles(graphUrl: string, serve: (res: ServerResponse) => void): Promise<Server> {
  const server = createServer((req, res) => {
    if (req.url?.endsWith("/$value")) return serve(res);
    const onward = request(
      `${graphUrl}${req.url}`,
      { method: req.method, headers: req.headers, agent: false },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.once("error", () => res.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

describe("downloads of large attachments [user-demands 52]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let server: Server;
  let path: string;
  let serve: (res: ServerResponse) => void = (res) => res.end();

  beforeAll(async () => {
    gateway = await startGateway({
      env: { GRAPH_REQUEST_TIMEOUT_MS: "400" },
      beforeGraph: async (graphUrl) => {
        server = await startBigFiles(graphUrl, (res) => serve(res));
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    const { id } = await makeEvent(organization);
    const { attachment } = await attach(organization.writer, id, someBytes(10));
    path = pathOf(attachment.downloadUrl);
  });
  afterAll(async () => {
    await gateway.close();
    server.closeAllConnections();
    server.close();
  });

  /** Writes as fast as it may; tells how much was taken. */
  function pour(bytes: number) {
    const state = { written: 0, closed: Promise.resolve<unknown>(undefined) };
    serve = (res) => {
      state.closed = once(res, "close");
      res.writeHead(200, { "content-length": String(bytes) });
      const more = (): void => {
        while (state.written < bytes && !res.destroyed) {
          const piece = PIECE.subarray(0, bytes - state.written);
          state.written += piece.length;
          if (!res.write(piece)) return void res.once("drain", more);
        }
        if (state.written >= bytes) res.end();
      };
      more();
    };
    return state;
  }

  /** A client that reads nothing until it is told to. */
  async function openRaw() {
    const socket = connect(Number(new URL(gateway.url).port), "127.0.0.1").pause();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${OWNER_KEY}\r\nConnection: close\r\n\r\n`);
    return socket;
  }

  test("a file of 120 MB passes through memory of a few", async () => {
    const bytes = 120 * MEGABYTE;
    pour(bytes);
    collectGarbage();
    const before = process.memoryUsage();
    let peak = 0;
    let read = 0;
    let looked = 0;

    const answer = await organization.reader.fetch(path);
    const reader = answer.body!.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      read += next.value.length;
      if (read - looked < 8 * MEGABYTE) continue;
      looked = read;
      collectGarbage();
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before.arrayBuffers);
    }

    expect([answer.status, answer.headers.get("content-length"), read]).toEqual([200, String(bytes), bytes]);
    expect(looked).toBeGreaterThan(100 * MEGABYTE);
    // Server, gateway and client share this process.
    expect(peak).toBeLessThan(60 * MEGABYTE);
  });

  test("Microsoft is read no faster than the client reads, and let go when it leaves", async () => {
    const bytes = 500 * MEGABYTE;
    const poured = pour(bytes);
    const socket = await openRaw();
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = poured.written > 0 && poured.written === before;
          before = poured.written;
          return isStill;
        },
        { interval: 50, timeout: 5_000 },
      )
      .toBe(true);
    // What the kernel's buffers of two connections hold, and little more.
    expect(poured.written).toBeLessThan(40 * MEGABYTE);

    socket.destroy();
    await poured.closed;
    expect(poured.written).toBeLessThan(bytes / 2);
  });

  test("half a file never passes for a whole one", async () => {
    serve = (res) => {
      res.writeHead(200, { "content-length": "1000000" });
      res.write(PIECE, () => res.destroy());
    };
    const answer = await organization.reader.fetch(path);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });

  test("half a file without a length does not either", async () => {
    serve = (res) => {
      res.writeHead(200);
      res.write(PIECE, () => res.destroy());
    };
    const answer = await organization.reader.fetch(path);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });

  test("a body that stops is cut after the time that one answer may take", async () => {
    serve = (res) => {
      res.writeHead(200, { "content-length": "1000000" });
      res.write(PIECE);
    };
    const answer = await organization.reader.fetch(path);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });

  test.each([
    [404, 404, "NOT_FOUND"],
    [403, 403, "CONSENT_MISSING"],
    [500, 502, "UPSTREAM_UNAVAILABLE"],
  ])("an answer of %i before the first byte is told as %i", async (upstream, status, code) => {
    serve = (res) => {
      res.writeHead(upstream, { "content-type": "application/json" });
      res.end('{"error":{"code":"ErrorItemNotFound","message":"x"}}');
    };
    const answer = await organization.reader.fetch(path);
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
    expect([answer.status, errors[0]!.extensions.code]).toEqual([status, code]);
  });

  test("a third download of a mailbox at once is refused [429], and places come free", async () => {
    const open: ServerResponse[] = [];
    serve = (res) => {
      open.push(res);
      res.writeHead(200);
      res.write("x");
    };
    const two = await Promise.all([organization.reader.fetch(path), organization.reader.fetch(path)]);
    const third = await organization.reader.fetch(path);
    expect([third.status, third.headers.get("retry-after")]).toEqual([429, "5"]);
    for (const res of open) res.end();
    for (const answer of two) expect(await answer.text()).toBe("x");
    serve = (res) => res.end("y");
    await expect.poll(async () => (await organization.reader.fetch(path)).status).toBe(200);
  });

  test("other methods and malformed ids are refused", async () => {
    expect((await organization.reader.fetch(path, { method: "POST" })).status).toBe(405);
    expect((await organization.reader.fetch("/attachments/att_x")).status).toBe(400);
    expect((await organization.reader.fetch("/attachments/../graphql/x")).status).toBe(404);
  });
});
