import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** The next write of this method: before it reaches the server, or when the server has done it and its answer is on the way. */
export interface KillPoint {
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly when: "before" | "after";
}

/** Stands before a server and ends whoever asks at a moment of choice. */
export interface KillingProxy {
  readonly url: string;
  killAt(point: KillPoint, kill: () => void): void;
  hasKilled(): boolean;
  close(): Promise<void>;
}

export async function startKillingProxy(target: string): Promise<KillingProxy> {
  let armed: { readonly point: KillPoint; readonly kill: () => void } | undefined;
  let killed = false;
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = "" } = incoming;
    const isHit = armed?.point.method === method && url.includes("/events");
    if (isHit && armed?.point.when === "before") return strike(incoming.socket);
    const onward = request(`${target}${url}`, { method, headers, agent: false }, (answer) => {
      if (isHit) {
        answer.resume().once("end", () => strike(incoming.socket));
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  // Nothing is answered any more: the process must not learn how it ended.
  function strike(socket: { resetAndDestroy(): unknown }): void {
    armed?.kill();
    armed = undefined;
    killed = true;
    setTimeout(() => socket.resetAndDestroy(), 20);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    killAt: (point, kill) => {
      armed = { point, kill };
    },
    hasKilled: () => killed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
