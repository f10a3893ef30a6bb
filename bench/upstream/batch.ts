import { fault, type GraphAnswer } from "./fault.js";
import type { BenchGraph, GraphAsk } from "./graph.js";
import { PLACES } from "./settings.js";

const MOST_PARTS = 20;

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** Runs a batch as Graph does: four parts at a time, and one answer when the last of them has ended. */
export function answerBatch(
  graph: BenchGraph,
  text: string,
  { app, root }: Pick<GraphAsk, "app" | "root">,
  then: (answer: GraphAnswer) => void,
): void {
  const { requests = [] } = JSON.parse(text) as { readonly requests?: readonly Part[] };
  if (requests.length === 0 || requests.length > MOST_PARTS) {
    then(fault(400, "MaximumValueExceeded", `A batch has 1 to ${MOST_PARTS} requests.`));
    return;
  }
  const chunks: Buffer[] = [];
  let next = 0;
  let ended = 0;
  const startNext = () => {
    const part = requests[next];
    if (part === undefined) return;
    next += 1;
    graph.answer({ method: part.method, path: part.url, body: part.body, app, root }, (answer) => {
      chunks.push(Buffer.from(`${ended === 0 ? "" : ","}${headOf(part.id, answer)}`), answer.body, CLOSE);
      ended += 1;
      if (ended < requests.length) startNext();
      else then({ status: 200, headers: { "Content-Type": "application/json" }, body: wrapped(chunks) });
    });
  };
  for (let n = 0; n < PLACES; n += 1) startNext();
}

const CLOSE = Buffer.from("}");

function headOf(id: string, { status, headers }: GraphAnswer): string {
  return `{"id":${JSON.stringify(id)},"status":${status},"headers":${JSON.stringify(headers)},"body":`;
}

function wrapped(chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('{"responses":['), ...chunks, Buffer.from("]}")]);
}
