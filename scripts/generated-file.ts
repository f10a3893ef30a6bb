import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A committed file that a generator makes; `check:fresh` makes it again and compares. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export async function writeGenerated({ path, text }: GeneratedFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** True when the committed file is what its generator makes today. */
export async function isFresh({ path, text }: GeneratedFile): Promise<boolean> {
  return (await readFile(path, "utf8").catch(() => undefined)) === text;
}
