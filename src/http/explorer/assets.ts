import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../refusal.js";
import type { Route } from "../route.js";

/** Where the built files are served. */
export const ASSETS_PATH = "/graphql/explorer/";
export const MANIFEST_FILE = "manifest.json";

/** Written by `scripts/build-explorer.ts`: the hashed name of each file that the page starts from, and all names. */
export interface AssetManifest {
  readonly main: string;
  readonly style: string;
  readonly editorWorker: string;
  readonly jsonWorker: string;
  readonly graphqlWorker: string;
  readonly files: readonly string[];
}

const FROM_HERE: Readonly<Record<string, string>> = {
  ".cjs": "../explorer/",
  ".js": "../../../explorer/",
  ".ts": "../../../dist/explorer/",
};

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".ttf": "font/ttf",
};

/** The folder in the build; found alike from the bundle, from the compiled file and from the source. */
export function builtAssetsFolder(): string {
  return fileURLToPath(new URL(FROM_HERE[extname(import.meta.url)] ?? "explorer/", import.meta.url));
}

/** The manifest of a folder, or undefined when nothing was built there. */
export function readManifest(folder: string): AssetManifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST_FILE), "utf8")) as AssetManifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Serves the built files, and only those: names come from the manifest, never from the request. */
export function assetsRoute(folder: string, manifest: AssetManifest): Route {
  const paths = new Map(manifest.files.map((name) => [`${ASSETS_PATH}${name}`, join(folder, name)]));
  return {
    name: "explorer-assets",
    methods: ["GET", "HEAD"],
    cors: false,
    access: "anyone",
    async handle({ path }) {
      const file = paths.get(path);
      if (file === undefined) throw new Refusal(404, "NOT_FOUND", "The explorer has no such file.");
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      // The name holds a hash of the content, so a browser never has to ask again.
      const headers = { "content-type": type, "cache-control": "public, max-age=31536000, immutable" };
      return { status: 200, headers, body: await readFile(file) };
    },
  };
}
