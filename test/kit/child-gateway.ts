import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { TestClient } from "./test-client.js";

/** The gateway as an operator runs it: a process of its own, from its environment. */
export interface ChildGateway {
  readonly url: string;
  readonly child: ChildProcess;
  readonly owner: TestClient;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** The gateway's code as JavaScript in a folder of its own: a process starts from it twice as fast as through tsx. */
export async function buildProgram(): Promise<{ readonly main: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "gateway-program-"));
  await symlink(await realpath("node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const files = await readdir("src", { recursive: true });
  await build({
    entryPoints: files.filter((file) => file.endsWith(".ts")).map((file) => join("src", file)),
    outbase: ".",
    outdir: folder,
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return { main: join(folder, "src/main.js"), remove: () => rm(folder, { recursive: true }) };
}

/** Starts the program and waits until it listens. Rejects with what it wrote to standard error when it ends instead. */
export async function startChildGateway(
  main: string,
  env: Readonly<Record<string, string>> & { readonly BOOTSTRAP_API_KEY: string },
): Promise<ChildGateway> {
  const child = spawn(process.execPath, [main], {
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
