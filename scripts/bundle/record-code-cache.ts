/**
 * Runs the bundled gateway in this process over an empty database until it has given an answer, and writes what V8
 * compiled for that beside the program. Arguments: the bundle's folder. The environment is the gateway's.
 */
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { CODE_CACHE_FILE, loadProgram } from "./program.js";

const LONGEST_MS = 60_000;
const PAUSE_MS = 20;

async function record(folder: string): Promise<void> {
  const port = await freePort();
  process.env.PORT = String(port);
  const program = loadProgram(folder);
  program.run();
  const endsAt = Date.now() + LONGEST_MS;
  while (!(await answers(port))) {
    if (Date.now() > endsAt) throw new Error("The bundled gateway did not answer, so its code cache was not made.");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  writeFileSync(join(folder, CODE_CACHE_FILE), program.codeCache());
  process.kill(process.pid, "SIGTERM");
}

async function answers(port: number): Promise<boolean> {
  const headers = {
    authorization: `Bearer ${process.env.BOOTSTRAP_API_KEY}`,
    "content-type": "application/json",
    connection: "close",
  };
  const body = JSON.stringify({ query: "{ viewer { role } organizations(first: 1) { nodes { id } } }" });
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body }).catch(
    () => undefined,
  );
  return answer?.status === 200;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

record(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
