import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root.js";

/**
 * The flags of Node.js that `npm run serve` starts the gateway with: tests start it with them, and what is measured
 * beside it has them too.
 */
export const SERVE_FLAGS: readonly string[] = serveScript()
  .split(" ")
  .filter((word) => word.startsWith("--"));

function serveScript(): string {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"));
  return scripts.serve;
}
