import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Compiled {
  readonly upstream: string;
  readonly scripts: string;
  readonly yoga: string;
  readonly mercurius: string;
  readonly bare: string;
  readonly floor: string;
  readonly gateway: string;
  readonly hello: string;
  readonly answers: string;
  readonly executors: string;
  readonly probes: string;
}

/**
 * Every child process as plain JavaScript: runners that compile on the fly wrap each inner function to keep its name,
 * which costs our programs a third of their speed and those of others nothing.
 *
 * @param folder below the project, so that packages are found.
 */
export async function compileChildren(folder: string): Promise<Compiled> {
  const outdir = join(ROOT, folder);
  const common = { outdir, outbase: ROOT, platform: "node", format: "esm", target: "node20" } as const;
  const peers = ["scripts", "yoga", "mercurius", "bare", "floor", "hello"];
  const children = [
    "upstream/server",
    "answers.server",
    "executors.server",
    "probes.server",
    ...peers.map((name) => `peers/${name}.server`),
  ];
  await build({
    ...common,
    entryPoints: children.map((child) => join(ROOT, "bench", `${child}.ts`)),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    tsconfig: join(ROOT, "tsconfig.json"),
  });
  const sources = (await readdir(join(ROOT, "src"), { recursive: true })).filter((file) => file.endsWith(".ts"));
  // The gateway is left in its modules, so that a profile can tell them apart.
  const modules = [
    ...sources.map((file) => join("src", file)),
    "bench/peers/gateway.server.ts",
    "bench/kit/child-side.ts",
    "bench/kit/child-profiler.ts",
  ];
  await build({ ...common, entryPoints: modules.map((file) => join(ROOT, file)) });
  const peer = (name: string) => join(outdir, `bench/peers/${name}.server.mjs`);
  return {
    upstream: join(outdir, "bench/upstream/server.mjs"),
    scripts: peer("scripts"),
    yoga: peer("yoga"),
    mercurius: peer("mercurius"),
    bare: peer("bare"),
    floor: peer("floor"),
    gateway: join(outdir, "bench/peers/gateway.server.js"),
    hello: peer("hello"),
    answers: join(outdir, "bench/answers.server.mjs"),
    executors: join(outdir, "bench/executors.server.mjs"),
    probes: join(outdir, "bench/probes.server.mjs"),
  };
}
