import { Agent, request } from "node:http";

/** Unlimited sockets that stay open: what a page's own connection costs is not what is measured. */
const agent = new Agent({ keepAlive: true, scheduling: "lifo" });

const LONGEST_MS = 120_000;

export interface Posted {
  /** From the call until the whole answer was there and parsed: the same for whoever answers. */
  readonly ms: number;
  /** Of that, until the last byte. */
  readonly answeredMs: number;
  readonly status: number;
  readonly body: unknown;
}

/** Rejects for answers that are not JSON. */
export function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Posted> {
  const text = JSON.stringify(body);
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const req = request(url, {
      agent,
      method: "POST",
      // A benchmark that runs unattended must not wait for a program that never answers.
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...headers },
    });
    req.on("response", (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () => {
        const answeredMs = performance.now() - startedAt;
        try {
          const answer: unknown = JSON.parse(Buffer.concat(chunks).toString());
          resolve({ ms: performance.now() - startedAt, answeredMs, status: res.statusCode ?? 0, body: answer });
        } catch (error) {
          reject(error);
        }
      });
    });
    req.on("error", reject);
    req.end(text);
  });
}

/** Idle sockets would keep the process alive. */
export function closeConnections(): void {
  agent.destroy();
}
