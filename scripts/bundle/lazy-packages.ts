import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

/**
 * Packages that no first answer needs: each is a file of its own, which is read when one of its exports is first touched.
 * Code that imports them must not touch an export while it is loaded itself; `test/integration/bundle.test.ts` fails when
 * it does.
 */
export const LAZY_PACKAGES = [
  "@azure/msal-node",
  "csv-parse/sync",
  "fast-json-stringify",
  "htmlparser2",
  "jose",
  "node-forge",
  "nodemailer",
  "sanitize-html",
  "undici",
] as const;

/** Below the bundle's folder. */
const FOLDER = "lazy";
const NAMESPACE = "lazy";

export interface LazyFiles {
  /** Puts a stand-in with the same exports in the place of every import of the packages. */
  readonly plugin: Plugin;
  readonly metafile: Metafile;
}

/** Writes the packages' files below `folder`. */
export async function buildLazyPackages(
  folder: string,
  options: BuildOptions & { readonly absWorkingDir: string },
): Promise<LazyFiles> {
  const { metafile } = await build({
    ...options,
    entryPoints: Object.fromEntries(LAZY_PACKAGES.map((name) => [fileOf(name), name])),
    outdir: join(folder, FOLDER),
    outExtension: { ".js": ".cjs" },
    metafile: true,
  });
  const require = createRequire(join(folder, FOLDER, "any.cjs"));
  const standIns = new Map<string, string>(
    LAZY_PACKAGES.map((name) => [name, standInFor(name, require(`./${fileOf(name)}.cjs`) as object)]),
  );
  return { plugin: standInPlugin(standIns), metafile };
}

function fileOf(name: string): string {
  return name.replace("@", "").replaceAll("/", "-");
}

function standInPlugin(standIns: ReadonlyMap<string, string>): Plugin {
  const names = [...standIns.keys()].map((name) => name.replaceAll("/", "\\/"));
  return {
    name: "lazy-packages",
    setup(plugin) {
      plugin.onResolve({ filter: new RegExp(`^(${names.join("|")})$`) }, ({ path }) => ({
        path,
        namespace: NAMESPACE,
      }));
      plugin.onResolve({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ path, external: true }));
      plugin.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ contents: standIns.get(path) ?? "" }));
    },
  };
}

/** A function, as some packages are one; callable and constructible like what it stands for. */
function standInFor(name: string, real: object): string {
  // Every function has these of its own.
  const taken = new Set(["length", "name", "prototype", "arguments", "caller", "__esModule"]);
  const keys = Object.keys(real).filter((key) => !taken.has(key));
  return [
    `const real = () => require(${JSON.stringify(`./${FOLDER}/${fileOf(name)}.cjs`)});`,
    "const main = () => { const it = real(); return it.__esModule && it.default !== undefined ? it.default : it; };",
    "const standIn = function (...args) { return new.target ? Reflect.construct(main(), args) : main()(...args); };",
    ...keys
      .map((key) => JSON.stringify(key))
      .map((key) => `Object.defineProperty(standIn, ${key}, { enumerable: true, get: () => real()[${key}] });`),
    "module.exports = standIn;",
  ].join("\n");
}
