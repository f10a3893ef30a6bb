import { rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { type AssetManifest, builtAssetsFolder, MANIFEST_FILE } from "../src/http/explorer/assets.js";
import { projectRoot } from "./project-root.js";

const WORKERS = {
  editorWorker: "monaco-editor/esm/vs/editor/editor.worker.js",
  jsonWorker: "monaco-editor/esm/vs/language/json/json.worker.js",
  graphqlWorker: "monaco-graphql/esm/graphql.worker.js",
} as const;

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  target: "es2022",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".ttf": "file" },
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "eof",
  logLevel: "warning",
} satisfies BuildOptions;

/** GraphiQL's style sheet holds the editor's styles already, so those that the editor imports are left out. */
const withoutEditorStyles: Plugin = {
  name: "without-editor-styles",
  setup(plugin) {
    plugin.onLoad({ filter: /monaco-editor.*\.css$/ }, () => ({ contents: "", loader: "empty" }));
  },
};

/** Bundles the explorer page's scripts, styles and workers into `folder`, with a manifest of their hashed names. */
export async function buildExplorer(folder: string): Promise<AssetManifest> {
  const root = projectRoot();
  await rm(folder, { recursive: true, force: true });
  const [page, workers] = await Promise.all([
    build({
      ...shared,
      absWorkingDir: root,
      outdir: folder,
      entryPoints: { main: "explorer/main.ts", style: "graphiql/style.css" },
      format: "esm",
      splitting: true,
      plugins: [withoutEditorStyles],
    }),
    build({ ...shared, absWorkingDir: root, outdir: folder, entryPoints: WORKERS, format: "iife" }),
  ]);
  const manifest: AssetManifest = {
    main: outputOf(page.metafile, "explorer/main.ts"),
    style: outputOf(page.metafile, "graphiql/dist/style.css"),
    editorWorker: outputOf(workers.metafile, WORKERS.editorWorker),
    jsonWorker: outputOf(workers.metafile, WORKERS.jsonWorker),
    graphqlWorker: outputOf(workers.metafile, WORKERS.graphqlWorker),
    files: [page, workers]
      .flatMap(({ metafile }) => Object.keys(metafile.outputs).map((path) => basename(path)))
      .sort(),
  };
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function outputOf(metafile: Metafile, entry: string): string {
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint?.endsWith(entry)) return basename(path);
  }
  throw new Error(`esbuild wrote no file for ${entry}.`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await buildExplorer(builtAssetsFolder());
}
