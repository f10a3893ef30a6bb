import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { buildLazyPackages } from "./bundle/lazy-packages.js";
import { licencesOf } from "./bundle/licences.js";
import { PROGRAM_FILE } from "./bundle/program.js";
import { unusedDrivers } from "./bundle/unused-drivers.js";
import { projectRoot } from "./project-root.js";

const LOOPBACK = "127.0.0.1";

const shared = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  logLevel: "warning",
  minifyWhitespace: true,
  lineLimit: 160,
  // Names of classes and functions are told to GraphQL, to the database and in stacks.
  keepNames: true,
} satisfies BuildOptions;

/**
 * Bundles the gateway into `folder`, with what V8 compiles of it for a first answer (docs/decisions/0027-one-bundle.md).
 *
 * @returns the file to start.
 */
export async function buildGateway(folder: string, { codeCache = true } = {}): Promise<string> {
  const root = projectRoot();
  const common = { ...shared, absWorkingDir: root, sourcemap: "external", legalComments: "external" } as const;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const lazy = await buildLazyPackages(folder, common);
  const program = await build({
    ...common,
    entryPoints: ["src/main.ts"],
    outfile: join(folder, PROGRAM_FILE),
    metafile: true,
    external: ["sqlite3"],
    plugins: [lazy.plugin, unusedDrivers, nodesHash, onlyUsedValidators(root)],
    // The program is a script, which has neither `import()` nor `import.meta`, and is the function that runs it.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "moduleUrl" },
    banner: {
      js: '(function (require, __filename, __dirname) { const moduleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    footer: { js: "})" },
  });
  await inAscii(join(folder, PROGRAM_FILE));
  const inputs = { ...lazy.metafile.inputs, ...program.metafile.inputs };
  await writeFile(join(folder, "licences.txt"), await licencesOf(Object.keys(inputs), root));
  const main = join(folder, "main.cjs");
  await buildTool(root, "launcher", main);
  if (codeCache) await recordCodeCache(root, folder);
  return main;
}

/** Apollo's hash looks for Node's through the `module` of its own file; the one it falls back to is slow. */
const nodesHash: Plugin = {
  name: "nodes-hash",
  setup(plugin) {
    plugin.onLoad({ filter: /@apollo\/utils\.createhash\/dist\/index\.js$/ }, () => ({
      contents: 'exports.createHash = require("node:crypto").createHash;',
    }));
  },
};

/**
 * Of class-validator what is used: its build for bundlers can be told apart, the other loads tables of all telephone
 * numbers. type-graphql would load it whole, but only when it validates, which is switched off.
 */
function onlyUsedValidators(root: string): Plugin {
  return {
    name: "only-used-validators",
    setup(plugin) {
      plugin.onResolve({ filter: /^class-validator$/ }, ({ importer, path }) =>
        importer.includes("/node_modules/type-graphql/")
          ? { path, external: true }
          : plugin.resolve("class-validator/esm2015/index.js", { resolveDir: root, kind: "import-statement" }),
      );
    },
  };
}

/** The tagged templates that esbuild leaves as they are; none of them reads its raw text. */
async function inAscii(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  await writeFile(file, escaped, "latin1");
}

function buildTool(root: string, name: string, outfile: string) {
  return build({ ...shared, absWorkingDir: root, entryPoints: [`scripts/bundle/${name}.ts`], outfile });
}

async function recordCodeCache(root: string, folder: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "gateway-recording-"));
  try {
    const recorder = join(scratch, "recorder.cjs");
    await buildTool(root, "record-code-cache", recorder);
    await promisify(execFile)(process.execPath, [recorder, folder], {
      cwd: scratch,
      // Settings of production, for a database that is removed at once.
      env: {
        NODE_ENV: "production",
        HOST: LOOPBACK,
        DATA_DIR: scratch,
        SECRET_KEYS: `recording:${randomBytes(32).toString("base64")}`,
        BOOTSTRAP_API_KEY: randomBytes(32).toString("hex"),
      },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await buildGateway(join(projectRoot(), "dist/gateway"));
}
