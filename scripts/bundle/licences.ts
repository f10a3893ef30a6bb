import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const LICENCE = /^(licen[cs]e|copying|notice)(\b|[._-])/i;
const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The licence of every package that files were taken from, as packages ask who hands on a copy. */
export async function licencesOf(files: readonly string[], root: string): Promise<string> {
  const folders = new Set(files.flatMap((path) => PACKAGE.exec(path)?.slice(1, 2) ?? []));
  const texts = await Promise.all([...folders].map((folder) => licenceOf(join(root, folder))));
  return [...new Set(texts)].sort().join(`\n${"-".repeat(80)}\n\n`);
}

async function licenceOf(folder: string): Promise<string> {
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = (await readdir(folder)).filter((name) => LICENCE.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  const head = `${about.name} ${about.version} (${about.license ?? "see below"})`;
  return `${[head, ...texts.map((text) => text.trim())].join("\n\n")}\n`;
}
