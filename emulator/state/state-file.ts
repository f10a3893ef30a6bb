import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import type { World } from "../core/world.js";
import { readStateLines, stateLines } from "./state-lines.js";

const CHUNK_LENGTH = 1_000_000;

/**
 * Keeps a world in a file, as lines of JSON. All of it works without a pause, so that no request changes the world
 * meanwhile.
 */
export class StateFile {
  constructor(readonly path: string) {}

  get exists(): boolean {
    return existsSync(this.path);
  }

  /** Writes another file and puts it in place of this one, which therefore is always whole. Only its owner may read it. */
  save(world: World): void {
    const temporary = `${this.path}.${process.pid}.tmp`;
    const handle = openSync(temporary, "w", 0o600);
    try {
      let chunk = "";
      for (const line of stateLines(world)) {
        chunk += `${line}\n`;
        if (chunk.length < CHUNK_LENGTH) continue;
        writeSync(handle, chunk);
        chunk = "";
      }
      writeSync(handle, chunk);
      fsyncSync(handle);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, this.path);
  }

  /** Reads the file; what is returned puts its content into an empty world. Throws `StateError`, or what reading throws. */
  read(): (world: World) => void {
    return readStateLines(linesOf(readFileSync(this.path)));
  }
}

/** Lines of a file that may be too long for one text. */
function* linesOf(content: Buffer): Generator<string, void> {
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf(10, from);
    const until = end < 0 ? content.length : end;
    yield content.toString("utf8", from, until);
    from = until + 1;
  }
}
