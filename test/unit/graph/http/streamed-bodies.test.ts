import { constants } from "node:http2";
import { describe, expect, test } from "vitest";
import type { BodySink, TransportOptions } from "../../../../src/graph/index.js";
import { until } from "../kit/graph-call.js";
import { type Reply, speaking, startSecureServer } from "../kit/secure-server.js";
import { closing, post, read } from "./transport-kit.js";

const PIECE = Buffer.alloc(65_536, 7);

/** Takes what comes, each piece when it is let to. */
class Sink implements BodySink {
  hasBegun = false;
  headers: Readonly<Record<string, string>> = {};
  bytes = 0;
  #open = Promise.resolve();
  #go: () => void = () => {};

  begin(headers: Readonly<Record<string, string>>): void {
    this.hasBegun = true;
    this.headers = headers;
  }

  async write(chunk: Buffer): Promise<void> {
    await this.#open;
    this.bytes += chunk.length;
  }

  shut(): void {
    this.#open = new Promise((resolve) => {
      this.#go = resolve;
    });
  }

  open(): void {
    this.#go();
  }
}

/** Writes as fast as it may; tells how much was taken. */
function pouring(bytes: number) {
  const state = { written: 0 };
  const reply: Reply = (response) => {
    const more = (): void => {
      while (state.written < bytes) {
        state.written += PIECE.length;
        if (!response.write(PIECE)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  };
  return { state, reply };
}

const VERSIONS: { how: string; options: TransportOptions; protocol?: string }[] = [
  { how: "HTTP/2", options: {} },
  { how: "HTTP/1.1", options: {}, protocol: "http/1.1" },
];

describe.each(VERSIONS)("bodies that are handed on, over $how", ({ options, protocol }) => {
  const start = async (reply: Reply) => {
    const server = await startSecureServer(reply, protocol ? speaking(() => protocol) : {});
    return { server, transport: closing({ ...options, ca: server.ca, maxAnswerBytes: 100_000 }) };
  };

  test("come whole, past the limit of answers that are kept", async () => {
    const { server, transport } = await start(pouring(64 * PIECE.length).reply);
    const into = new Sink();
    const answer = await transport.send({ ...read(`${server.url}/x`), into });
    expect([answer.status, answer.body, into.bytes]).toEqual([200, undefined, 64 * PIECE.length]);
  });

  test("come no faster than they are taken", async () => {
    const { state, reply } = pouring(1_024 * PIECE.length);
    const { server, transport } = await start(reply);
    const into = new Sink();
    into.shut();
    const client = new AbortController();
    const sent = transport.send({ ...read(`${server.url}/x`), into, signal: client.signal });
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = state.written > 0 && state.written === before;
          before = state.written;
          return isStill;
        },
        { interval: 50 },
      )
      .toBe(true);
    expect(state.written).toBeLessThan(512 * PIECE.length);

    client.abort(new Error("enough"));
    await expect(sent).rejects.toThrow("enough");
    await until(() => server.open() === 0);
  });

  test("a refusal is read as ever, and nothing is handed on", async () => {
    const { server, transport } = await start((response) => {
      response.statusCode = 404;
      response.end('{"error":{"code":"ErrorItemNotFound"}}');
    });
    const into = new Sink();
    const answer = await transport.send({ ...read(`${server.url}/x`), into });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: "ErrorItemNotFound" } } });
    expect(into.hasBegun).toBe(false);
  });

  test.each([true, false])("one that is cut off is an error [its length was told: %s]", async (isTold) => {
    const { server, transport } = await start((response) => {
      if (isTold) response.setHeader("content-length", "1000000");
      const cut = () => {
        if (protocol) response.destroy();
        else response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      };
      response.write(PIECE, cut);
    });
    const sent = transport.send({ ...read(`${server.url}/x`), into: new Sink() });
    await expect(sent).rejects.toMatchObject({ code: "NetworkError" });
  });

  test("one that is packed unasked is refused", async () => {
    const { server, transport } = await start((response) => {
      response.setHeader("content-encoding", "gzip");
      response.end("x");
    });
    const into = new Sink();
    await expect(transport.send({ ...read(`${server.url}/x`), into })).rejects.toMatchObject({
      code: "UnexpectedBody",
    });
    expect([into.hasBegun, into.bytes]).toEqual([false, 0]);
  });

  test("bytes go out as they are", async () => {
    const { server, transport } = await start((response) => void response.end("{}"));
    const bytes = Buffer.from("{not json}");
    await transport.send({ ...post(`${server.url}/x`, ""), method: "PUT", body: bytes });
    expect(server.requests).toMatchObject([{ method: "PUT", body: "{not json}" }]);
  });
});
