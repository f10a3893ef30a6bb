import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

/** The gateway as one function in one file; nothing but ASCII, so that V8 keeps a byte for each character. */
export const PROGRAM_FILE = "gateway.cjs";
/** What V8 made of the program while it was built. */
export const CODE_CACHE_FILE = "gateway.cache";

export interface Program {
  /** Runs it in this process. */
  run(): void;
  /** What V8 has compiled of it until now, to be written beside it. */
  codeCache(): Buffer;
}

type Main = (require: NodeJS.Require, filename: string, folder: string) => void;

/**
 * The program of a folder, with what V8 compiled of it at build time. V8 refuses a cache of another version or of other
 * flags, and a folder may have none: then it compiles as it always does, and the start takes longer.
 */
export function loadProgram(folder: string): Program {
  const filename = join(folder, PROGRAM_FILE);
  const cachedData = readIfAny(join(folder, CODE_CACHE_FILE));
  const script = new Script(readFileSync(filename, "latin1"), { filename, ...(cachedData && { cachedData }) });
  return {
    run: () => (script.runInThisContext() as Main)(createRequire(filename), filename, folder),
    codeCache: () => script.createCachedData(),
  };
}

function readIfAny(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
