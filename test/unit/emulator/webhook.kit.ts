import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "./kit.js";

export interface Received {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly body: Json;
}

/** A webhook on a free port that answers handshakes and keeps what it gets. */
export async function startWebhook() {
  const received: Received[] = [];
  const plan = {
    /** Status for notifications. */
    status: 202,
    /** Real milliseconds before notifications are answered, and the wait that the answer names. */
    delayMs: 0,
    retryAfter: undefined as string | undefined,
    /** How the handshake is answered. */
    handshake: "good" as "good" | "encoded" | "json" | "fail" | "hang",
  };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const body = text === "" ? "" : JSON.parse(text);
      received.push({
        path: url.pathname,
        query: url.searchParams,
        contentType: request.headers["content-type"],
        body,
      });
      const token = url.searchParams.get("validationToken");
      if (token === null) {
        const headers = plan.retryAfter === undefined ? {} : { "retry-after": plan.retryAfter };
        const answer = () => response.writeHead(plan.status, headers).end();
        if (plan.delayMs > 0) setTimeout(answer, plan.delayMs);
        else answer();
        return;
      }
      if (plan.handshake === "hang") return;
      const type = plan.handshake === "json" ? "application/json" : "text/plain";
      response.writeHead(plan.handshake === "fail" ? 500 : 200, { "content-type": type });
      response.end(plan.handshake === "encoded" ? encodeURIComponent(token) : token);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    plan,
    /** The notifications so far, in order; the list of what was received is emptied. */
    take: (): Json[] => received.splice(0).flatMap(({ body }) => body?.value ?? []),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
