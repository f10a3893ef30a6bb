/** The scripts in a process of their own: asked by the parent, they answer with a time and a digest. */
import { serveParent } from "../kit/child-side.js";
import { plainEvent } from "./graph-events.js";
import { type Digest, digestOf, type Question } from "./question.js";
import { SCRIPTS, type ScriptName } from "./scripts.js";

const [root = ""] = process.argv.slice(2);

export interface ScriptAnswer {
  readonly ms: number;
  readonly digest: Digest;
}

async function ask({ script, question }: { script: ScriptName; question: Question }): Promise<ScriptAnswer> {
  const startedAt = performance.now();
  const events = await SCRIPTS[script](root, question);
  const ms = performance.now() - startedAt;
  return { ms, digest: digestOf(events.map(plainEvent)) };
}

serveParent({}, { ask });
