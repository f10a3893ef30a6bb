import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { buildGateway } from "../../scripts/build-gateway.js";
import { SERVE_FLAGS } from "../../scripts/serve-flags.js";
import { TestClient } from "./test-client.js";

/** The gateway as an operator runs it: a process of its own, from its environment. */
export interface ChildGateway {
  readonly url: string;
  readonly child: ChildProcess;
  readonly owner: TestClient;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** The gateway as `npm run build` bundles it, in a folder of its own; without the cache, which costs a start to make. */
export async function buildProgram(): Promise<{ readonly main: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "gateway-program-"));
  await symlink(await realpath("node_modules"), join(folder, "node_modules"));
  const main = await buildGateway(join(folder, "gateway"), { codeCache: false });
  return { main, remove: () => rm(folder, { recursive: true }) };
}

/** Starts the program and waits until it listens. Rejects with what it wrote to standard error when it ends instead. */
export async function startChildGateway(
  main: string,
  env: Readonly<Record<string, string>> & { readonly BOOTSTRAP_API_KEY: string },
): Promise<ChildGateway> {
  const child = spawn(process.execPath, [...SERVE_FLAGS, main], {
    // Nothing of this process's own settings and no .env file beside it, only what a program needs to start.
    cwd: dirname(main),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", ...env },
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
