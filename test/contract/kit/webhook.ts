import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ChangeNotification } from "@microsoft/microsoft-graph-types";
import { isRealTenant } from "./target.js";

/** Where a real tenant posts to, and the local port that it arrives at: a tunnel's two ends. */
const PUBLIC_URL = process.env.GRAPH_CONTRACT_NOTIFICATION_URL;
const LOCAL_PORT = Number(process.env.GRAPH_CONTRACT_NOTIFICATION_PORT ?? 0);

/** A real tenant can only notify an address that it reaches. */
export const canBeNotified = !isRealTenant || (PUBLIC_URL !== undefined && PUBLIC_URL !== "");

/** A subscriber's endpoint: answers the handshake, takes notifications. */
export interface Webhook {
  readonly url: string;
  /** How many handshakes it answered. */
  readonly handshakes: number;
  readonly received: readonly ChangeNotification[];
  /** Whether it takes part in handshakes; true at first. */
  isReady: boolean;
  close(): Promise<void>;
}

export async function openWebhook(): Promise<Webhook> {
  const received: ChangeNotification[] = [];
  let handshakes = 0;
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const token = new URL(incoming.url ?? "/", "http://localhost").searchParams.get("validationToken");
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    if (token !== null && !webhook.isReady) {
      outgoing.writeHead(503).end();
      return;
    }
    if (token !== null) {
      handshakes += 1;
      outgoing.writeHead(200, { "content-type": "text/plain" }).end(token);
      return;
    }
    const { value } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { value: ChangeNotification[] };
    received.push(...value);
    outgoing.writeHead(202).end();
  }
  await new Promise<void>((resolve) => server.listen(LOCAL_PORT, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const webhook: Webhook = {
    url: (isRealTenant ? PUBLIC_URL : undefined) ?? `http://127.0.0.1:${port}/notifications`,
    get handshakes() {
      return handshakes;
    },
    received,
    isReady: true,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return webhook;
}
