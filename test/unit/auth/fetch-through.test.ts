import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { fetchThrough } from "../../../src/auth/fetch-through.js";

/** A proxy that refuses every tunnel and remembers where it was to lead. */
async function startProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("without a proxy it is the global fetch", async () => {
  const answer = new Response("answer");
  const global = vi.spyOn(globalThis, "fetch").mockResolvedValue(answer);
  onTestFinished(() => global.mockRestore());
  const init = { method: "POST", body: "a=b" };

  expect(await fetchThrough(undefined)("https://login.example/token", init)).toBe(answer);

  expect(global.mock.calls).toEqual([["https://login.example/token", init]]);
});

test("with a proxy it asks for a tunnel, but for hosts that are excepted", async () => {
  const proxy = await startProxy();
  const proxied = fetchThrough({ url: proxy.url, except: "localhost" });

  await expect(proxied("https://login.example/token", { method: "POST", body: "a=b" })).rejects.toThrow();
  await expect(proxied("https://localhost:1/token")).rejects.toThrow();

  expect(proxy.asked).toEqual(["login.example:443"]);
});
