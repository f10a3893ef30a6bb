import { type IncomingHttpHeaders, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { codingFor, isCompressible } from "../../../src/http/compression.js";
import { answerOf, KEY, post, startEdge, streaming, type TestEdge } from "./kit.js";

let running: TestEdge | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

const BIG = "{ big(bytes: 20000) }";

/** An answer as it travels, which `fetch` would decompress unasked. */
function raw(
  url: string,
  query: string,
  acceptEncoding?: string,
): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      authorization: KEY,
      ...(acceptEncoding !== undefined && { "accept-encoding": acceptEncoding }),
    };
    const sent = request(`${url}/graphql`, { method: "POST", headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => resolve({ headers: res.headers, bytes: Buffer.concat(chunks) }));
      res.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(JSON.stringify({ query }));
  });
}

describe("which coding a client gets", () => {
  test.each([
    [undefined, undefined],
    ["", undefined],
    ["identity", undefined],
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["GZIP ; Q=0.8 , BR;q=0", "gzip"],
    ["br;q=0, gzip;q=0", undefined],
    ["*", "br"],
    ["*;q=0", undefined],
    ["br;q=0, *", "gzip"],
    ["gzip;q=0.5, identity;q=0.8", undefined],
    ["gzip;q=0.5, identity;q=0.5", "gzip"],
    ["gzip;q=nonsense", undefined],
    ["gzip;q=2", undefined],
    ["deflate", undefined],
  ])("of %j is %s", (header, coding) => {
    expect(codingFor(header)).toBe(coding);
  });

  test("is never one that it refused, whatever the header holds", () => {
    const weight = fc.constantFrom("", ";q=0", ";q=0.000", ";q=0.3", ";q=1", ";q=x");
    const element = fc.tuple(fc.constantFrom("br", "gzip", "identity", "*", "zstd"), weight);
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
        const chosen = codingFor(elements.map(([name, q]) => name + q).join(", "));
        const mentions = elements.filter(([name]) => name === chosen);
        const last = mentions.at(-1) ?? elements.filter(([name]) => name === "*").at(-1);
        if (chosen !== undefined) expect([";q=0", ";q=0.000", ";q=x", undefined]).not.toContain(last?.[1]);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(["br", "gzip", undefined]).toContain(codingFor(header));
      }),
    );
  });

  test("is for text alone", () => {
    const typed = (type: string) => isCompressible({ "content-type": type });
    expect(typed("application/json; charset=utf-8")).toBe(true);
    expect(typed("application/graphql-response+json; charset=utf-8")).toBe(true);
    expect(typed("text/javascript; charset=utf-8")).toBe(true);
    expect(typed("font/ttf")).toBe(false);
    expect(isCompressible({ "content-type": "text/css", "content-encoding": "br" })).toBe(false);
    expect(isCompressible({})).toBe(false);
  });
});

describe("a large answer", () => {
  test.each([
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ])("is sent as %s to a client that accepts it, with its length and what it depends on", async (coding, unpack) => {
    running = await startEdge();
    const { headers, bytes } = await raw(running.url, BIG, coding);
    expect(headers).toMatchObject({ "content-encoding": coding, vary: "Accept-Encoding" });
    expect(Number(headers["content-length"])).toBe(bytes.length);
    expect(bytes.length).toBeLessThan(1_000);
    expect(JSON.parse(unpack(bytes).toString())).toEqual({ data: { big: "x".repeat(20_000) } });
  });

  test("goes as it is to a client that says nothing, and tells caches all the same", async () => {
    running = await startEdge();
    const { headers, bytes } = await raw(running.url, BIG);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers.vary).toBe("Accept-Encoding");
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  test("is read by fetch without further ado, beside the rules for browsers on other sites", async () => {
    running = await startEdge({ http: { corsOrigins: ["https://app.example"] } });
    const response = await post(running.url, { query: BIG }, { origin: "https://app.example" });
    expect(["br", "gzip"]).toContain(response.headers.get("content-encoding"));
    expect(response.headers.get("vary")).toBe("Origin, Accept-Encoding");
    expect((await answerOf(response)).data).toEqual({ big: "x".repeat(20_000) });
  });

  test("goes as it is when compression is off", async () => {
    running = await startEdge({ http: { compressMinBytes: null } });
    const { headers } = await raw(running.url, BIG, "gzip");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers.vary).toBeUndefined();
  });
});

test("a small answer is never compressed", async () => {
  running = await startEdge();
  const { headers, bytes } = await raw(running.url, "{ hello }", "gzip");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(bytes.toString()).toBe('{"data":{"hello":"world"}}\n');
});

describe("a streamed answer", () => {
  const chunk = "0123456789".repeat(1_000);

  test.each([
    [undefined, (bytes: Buffer) => bytes],
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ])("arrives whole with the coding %s", async (coding, unpack) => {
    async function* chunks(): AsyncGenerator<string, undefined> {
      for (let n = 0; n < 20; n += 1) yield chunk;
    }
    running = await startEdge({ graphql: streaming(chunks) });
    const { headers, bytes } = await raw(running.url, "{ hello }", coding);
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers["content-length"]).toBeUndefined();
    expect(unpack(bytes).toString()).toBe(chunk.repeat(20));
  });

  test.each([undefined, "gzip", "br"])("that fails half way cuts the connection with the coding %s", async (coding) => {
    async function* chunks(): AsyncGenerator<string, undefined> {
      yield chunk;
      throw new Error("broken");
    }
    running = await startEdge({ graphql: streaming(chunks) });
    await expect(raw(running.url, "{ hello }", coding)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test.each([undefined, "gzip", "br"])(
    "is made no further when the client has gone or does not read, with the coding %s",
    async (coding) => {
      let made = 0;
      let end: () => void = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      async function* chunks(): AsyncGenerator<string, undefined> {
        try {
          // Every chunk is another, so that no compressor makes little of them.
          for (;;) {
            made += 1;
            yield Array.from({ length: 3_000 }, () => Math.random()).join();
            await new Promise((resolve) => setImmediate(resolve));
          }
        } finally {
          end();
        }
      }
      running = await startEdge({ graphql: streaming(chunks) });
      const headers = {
        "content-type": "application/json",
        authorization: KEY,
        ...(coding !== undefined && { "accept-encoding": coding }),
      };
      const sent = request(`${running.url}/graphql`, { method: "POST", headers });
      sent.on("error", () => {});
      sent.end('{"query":"{ hello }"}');
      await new Promise((resolve) => sent.once("response", (res) => res.once("readable", () => resolve(res.pause()))));
      // Nobody reads: buffers fill, and then nothing more is made.
      let before = -1;
      while (before !== made) {
        before = made;
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      sent.destroy();
      await ended;
      expect(made).toBe(before);
    },
  );
});
