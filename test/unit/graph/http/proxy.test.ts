import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startSecureServer } from "../kit/secure-server.js";
import { closing, post, read } from "./transport-kit.js";

/** A proxy that only makes tunnels, and remembers where to. */
async function startProxy(): Promise<{ url: string; tunnels: string[]; credentials: (string | undefined)[] }> {
  const tunnels: string[] = [];
  const credentials: (string | undefined)[] = [];
  const sockets: Socket[] = [];
  const proxy = createServer((_, response) => void response.writeHead(405).end());
  proxy.on("connect", (request, near: Socket) => {
    const [host = "", port] = (request.url ?? "").split(":");
    tunnels.push(request.url ?? "");
    credentials.push(request.headers["proxy-authorization"]);
    const far = connect(Number(port), host, () => {
      near.write("HTTP/1.1 200 Connection established\r\n\r\n");
      near.pipe(far).pipe(near);
    });
    for (const socket of [near, far]) socket.on("error", () => undefined);
    sockets.push(near, far);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, tunnels, credentials };
}

test("https goes through a tunnel of the proxy, which sees the host's name and no more", async () => {
  const server = await startSecureServer((response, { body }) => void response.end(body || "{}"));
  const proxy = await startProxy();
  const withUser = proxy.url.replace("http://", "http://user:pass@");
  const transport = closing({ ca: server.ca, proxy: { url: withUser, except: "" } });

  const answer = await transport.send(post(`${server.url}/v1.0/$batch`, '{"a":1}', { authorization: "Bearer x" }));

  expect(answer).toMatchObject({ status: 200, body: { a: 1 } });
  expect(proxy.tunnels).toEqual([new URL(server.url).host]);
  expect(proxy.credentials).toEqual([`Basic ${Buffer.from("user:pass").toString("base64")}`]);
  expect(server.requests).toMatchObject([{ path: "/v1.0/$batch", httpVersion: "1.1" }]);
});

test("hosts that are excepted are reached directly", async () => {
  const server = await startSecureServer();
  const proxy = await startProxy();
  const transport = closing({ ca: server.ca, proxy: { url: proxy.url, except: "example.org, localhost" } });

  expect((await transport.send(read(server.url))).status).toBe(200);
  expect(proxy.tunnels).toEqual([]);
});

test("a proxy that cannot be reached is a NetworkError without its address or password", async () => {
  const transport = closing({ proxy: { url: "http://user:pass@127.0.0.1:1", except: "" } });
  const error = await transport.send(read("https://graph.example/")).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: "NetworkError" });
  expect(String(error)).not.toMatch(/pass|127/);
});
