import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const OWNER_KEY_FILE = "demo-owner-key";
const API_KEY_FILE = "demo-api-key";
const OWNER_ONLY = 0o600;

/** The OWNER key that `npm start` works with: random, kept in the data folder so that it stays the same. */
export async function demoOwnerKey(dataDir: string): Promise<string> {
  const known = await readText(join(dataDir, OWNER_KEY_FILE));
  if (known !== undefined) return known;
  const key = randomBytes(33).toString("base64url");
  await writePrivate(dataDir, OWNER_KEY_FILE, key);
  return key;
}

/** The demo key of an earlier start; undefined at the first one. */
export function readDemoApiKey(dataDir: string): Promise<string | undefined> {
  return readText(join(dataDir, API_KEY_FILE));
}

/** Keeps the demo key for the next start and for the README's command. */
export function writeDemoApiKey(dataDir: string, key: string): Promise<void> {
  return writePrivate(dataDir, API_KEY_FILE, key);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim() || undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function writePrivate(dataDir: string, name: string, text: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, name);
  await writeFile(path, `${text}\n`, { mode: OWNER_ONLY });
  // The mode above counts only for a new file.
  await chmod(path, OWNER_ONLY);
}
