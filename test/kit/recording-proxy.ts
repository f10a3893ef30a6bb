import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** One request to Graph, alone or as a part of a batch, with what the emulator's log leaves out. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/v1.0`. */
  readonly path: string;
  readonly ifMatch: string | undefined;
  readonly body: unknown;
}

/** Stands before Graph and notes what it is asked. */
export interface RecordingProxy {
  readonly url: string;
  /** Awaited before a request is passed on; for what somebody else does in that moment. */
  before: ((request: RecordedRequest) => Promise<void>) | undefined;
  /** What was asked since the last time, in order. */
  take(): readonly RecordedRequest[];
  close(): Promise<void>;
}

interface Envelope {
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  }[];
}

export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  let seen: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.once("end", async () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const { method = "GET", url = "/", headers } = incoming;
      const path = url.replace(/^\/v1\.0/, "");
      const body: unknown = text === "" ? undefined : JSON.parse(text);
      const requests =
        path === "/$batch" ? partsOf(body as Envelope) : [{ method, path, ifMatch: headers["if-match"], body }];
      seen.push(...requests);
      for (const recorded of requests) await proxy.before?.(recorded);
      const onward = request(`${target}${url}`, { method, headers, agent: false }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.once("error", () => outgoing.destroy());
      onward.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy: RecordingProxy = {
    before: undefined,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

function partsOf({ requests }: Envelope): readonly RecordedRequest[] {
  return requests.map(({ method, url, headers, body }) => ({
    method,
    path: url,
    ifMatch: headers?.["if-match"] ?? headers?.["If-Match"],
    body,
  }));
}
