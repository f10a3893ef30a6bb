import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before a server and can lose an answer after the server has done its work. */
export interface LossyProxy {
  readonly url: string;
  /** The next answer to a request of this method is not passed on: its caller sees a broken connection. */
  loseNext(method: string): void;
  /** The same, but its caller waits for ever; resolves when the server has done the work. */
  holdNext(method: string): Promise<void>;
  close(): Promise<void>;
}

export async function startLossyProxy(target: string): Promise<LossyProxy> {
  let losing: string | undefined;
  const holding = new Map<string, () => void>();
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const onward = request(`${target}${incoming.url}`, { method, headers, agent: false }, (answer) => {
      const held = holding.get(method ?? "");
      if (held !== undefined) {
        holding.delete(method ?? "");
        answer.resume().once("end", held);
        return;
      }
      if (method !== losing) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      losing = undefined;
      answer.resume().once("end", () => incoming.socket.resetAndDestroy());
    });
    onward.once("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseNext: (method) => {
      losing = method;
    },
    holdNext: (method) =>
      new Promise((done) => {
        holding.set(method, done);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
