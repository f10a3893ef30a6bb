import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { TestClient } from "./test-client.js";

/** The gateway as an operator runs it: a process of its own, from its environment. */
export interface ChildGateway {
  readonly url: string;
  readonly child: ChildProcess;
  readonly owner: TestClient;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts `src/main.ts` and waits until it listens. Rejects with what it wrote to standard error when it ends instead. */
export async function startChildGateway(
  env: Readonly<Record<string, string>> & { readonly BOOTSTRAP_API_KEY: string },
): Promise<ChildGateway> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const child = spawn(process.execPath, ["--import", tsx, resolve("src/main.ts")], {
    // Nothing of this process's own settings and no .env file beside it, only what a program needs to start.
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TSX_TSCONFIG_PATH: resolve("tsconfig.json"),
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString("utf8");
  });
  const url = await Promise.race([
    listeningUrl(child),
    exit.then(([code]) => {
      throw new Error(`ended with code ${code}: ${complaint}`);
    }),
  ]);
  return {
    url,
    child,
    owner: new TestClient(url, env.BOOTSTRAP_API_KEY, []),
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await exit;
      return { code, signal: by };
    },
  };
}

async function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((found) => {
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const { msg, url } = JSON.parse(line) as { msg?: string; url?: string };
      if (msg === "listening" && url !== undefined) found(url);
    });
  });
}
