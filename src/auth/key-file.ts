import { randomBytes } from "node:crypto";
import { link, mkdir, open, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseSealingKeys, type SealingKey } from "../lib/sealed-box.js";

const FILE_NAME = "sealing.key";
const OTHERS = 0o077;

/**
 * The embedded default for sealing keys: `sealing.key` in the data folder, made at first use and readable by its
 * owner only. Two processes that start at once get the same key. The file has the form of the SECRET_KEYS setting.
 * @throws Error with a sentence when others may read the file or its content is not a list of keys.
 */
export async function loadOrCreateKeyFile(dataFolder: string): Promise<readonly SealingKey[]> {
  const path = join(dataFolder, FILE_NAME);
  const existing = await readKeyFile(path);
  if (existing !== null) return existing;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await createKeyFile(path);
  // Read back rather than returned: another process may have been first.
  const keys = await readKeyFile(path);
  if (keys === null) throw new Error(`The key file ${path} disappeared while it was read.`);
  return keys;
}

async function readKeyFile(path: string): Promise<readonly SealingKey[] | null> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, "r");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
  try {
    const mode = (await file.stat()).mode & 0o777;
    // Windows has no such bits: its files always look open to everybody.
    if (process.platform !== "win32" && (mode & OTHERS) !== 0) {
      throw new Error(
        `The key file ${path} is open to other users (mode ${mode.toString(8)}). Run "chmod 600" on it, and replace ` +
          "the key if somebody may have read it.",
      );
    }
    return parseKeys(path, await file.readFile("utf8"));
  } finally {
    await file.close();
  }
}

/** Writes a whole file beside the final one and links it into place: a reader never sees a half, and the first wins. */
async function createKeyFile(path: string): Promise<void> {
  const temporary = `${path}.${randomBytes(8).toString("hex")}.tmp`;
  const file = await open(temporary, "wx", 0o600);
  try {
    try {
      const id = `file-${randomBytes(4).toString("hex")}`;
      await file.writeFile(`${id}:${randomBytes(32).toString("base64")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await unlink(temporary);
  }
}

/** Makes the new name durable: a secret sealed with a key that a power cut took away would be lost. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function parseKeys(path: string, text: string): readonly SealingKey[] {
  try {
    return parseSealingKeys(text.trim());
  } catch (error) {
    throw new Error(`The key file ${path} cannot be used. ${error instanceof Error ? error.message : ""}`);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
