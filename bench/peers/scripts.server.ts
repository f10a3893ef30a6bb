/** The scripts in a process of their own: asked by the parent, they answer with a time and a digest. */
import { serveParent } from "../kit/child-side.js";
import { plainEvent } from "./graph-events.js";
import { plainRow } from "./graph-schedules.js";
import { type Digest, digestOf, type PlainEvent, type Question } from "./question.js";
import { SCHEDULE_SCRIPTS, SCRIPTS, type ScheduleScriptName, type ScriptName } from "./scripts.js";

const [root = ""] = process.argv.slice(2);

export interface ScriptAnswer {
  readonly ms: number;
  readonly digest: Digest;
}

interface AskOf<Name> {
  readonly script: Name;
  readonly question: Question;
}

/** A script has its answer when Graph's has arrived and is parsed: nobody else is told of it. */
async function timed<T>(work: () => Promise<readonly T[]>, plain: (one: T) => PlainEvent[]): Promise<ScriptAnswer> {
  const startedAt = performance.now();
  const answer = await work();
  const ms = performance.now() - startedAt;
  return { ms, digest: digestOf(answer.flatMap(plain)) };
}

serveParent(
  {},
  {
    ask: ({ script, question }: AskOf<ScriptName>) =>
      timed(
        () => SCRIPTS[script](root, question),
        (event) => [plainEvent(event)],
      ),
    askSchedules: ({ script, question }: AskOf<ScheduleScriptName>) =>
      timed(
        () => SCHEDULE_SCRIPTS[script](root, question),
        (row) => plainRow(row, question),
      ),
  },
);
