import type { BodyFault } from "../../core/faults/fault-actions.js";
import type { HttpAnswer, HttpRequest } from "../../core/http-message.js";
import { pathSegments } from "../../core/path-segments.js";
import type { World } from "../../core/world.js";
import type { Caller } from "../caller.js";
import { failureAnswer, GraphFailure, type GraphTrace } from "../graph-failure.js";
import { newTrace } from "../graph-trace.js";
import type { RequestRunner } from "../request-runner.js";
import { type BatchPart, readEnvelope } from "./batch-envelope.js";
import { Gate } from "./gate.js";

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** JSON batching: many requests in one, each with its own limits, faults and status. */
export class BatchService {
  constructor(
    readonly world: World,
    readonly runner: RequestRunner,
  ) {}

  /** Answers 200 whatever the parts' results; throws a `GraphFailure` when the envelope itself is refused. */
  async run(caller: Caller, request: HttpRequest, sequence: number): Promise<HttpAnswer> {
    const parts = readEnvelope(request.body, this.world.switches);
    const bodyFaults: BodyFault[] = [];
    const runPart = async (part: BatchPart): Promise<PartAnswer> => {
      const { id, method, path, query, body } = part;
      const clientRequestId = part.headers["client-request-id"] ?? request.headers["client-request-id"];
      const headers = { ...part.headers, ...(clientRequestId && { "client-request-id": clientRequestId }) };
      const inner: HttpRequest = { method, path, query, headers, body, signal: request.signal };
      const answer = await this.runner.run(caller, inner, { kind: "part", envelope: sequence });
      // The parts share one connection, so what happens to the answer of one happens to all.
      if (answer.bodyFault !== undefined) bodyFaults.push(answer.bodyFault);
      return toPart(id, answer);
    };
    const answers = parts.some(({ after }) => after.length > 0)
      ? await this.#inTurn(parts, request, runPart)
      : await this.#together(parts, runPart);
    const responses = this.world.switches.batchOrder === "shuffled" ? this.world.random.shuffle(answers) : answers;
    return {
      status: responses.some(({ status }) => status === 429) ? this.world.switches.throttledBatchStatus : 200,
      headers: {},
      json: { responses: this.world.switches.batchHeaderNames === "lowerCase" ? responses.map(lowered) : responses },
      ...(bodyFaults[0] === undefined ? {} : { bodyFault: bodyFaults[0] }),
    };
  }

  /** At most four requests at a time go to Outlook, whatever mailboxes they name; the directory takes all at once. */
  async #together(
    parts: readonly BatchPart[],
    runPart: (part: BatchPart) => Promise<PartAnswer>,
  ): Promise<PartAnswer[]> {
    const gate = new Gate(this.world.switches.batchWidth);
    const finished: PartAnswer[] = [];
    await Promise.all(
      parts.map(async (part) => {
        finished.push(isOutlook(part) ? await gate.pass(() => runPart(part)) : await runPart(part));
      }),
    );
    return finished;
  }

  /** With dependencies everything goes one at a time; what depends on a failure is not run and gets 424. */
  async #inTurn(
    parts: readonly BatchPart[],
    request: HttpRequest,
    runPart: (part: BatchPart) => Promise<PartAnswer>,
  ): Promise<PartAnswer[]> {
    const done = new Map<string, PartAnswer>();
    const runAfterOthers = async (part: BatchPart): Promise<PartAnswer> => {
      const known = done.get(part.id);
      if (known !== undefined) return known;
      let failed = false;
      for (const other of parts.filter(({ id }) => part.after.includes(id))) {
        failed = (await runAfterOthers(other)).status >= 400 || failed;
      }
      const answer = failed ? dependencyFailed(part.id, newTrace(this.world, request)) : await runPart(part);
      done.set(part.id, answer);
      return answer;
    };
    for (const part of parts) await runAfterOthers(part);
    return [...done.values()];
  }
}

/** Whatever lies below a user is Outlook's; the user itself is the directory's. */
function isOutlook(part: BatchPart): boolean {
  const [, first, ...rest] = pathSegments(part.path) ?? [];
  return first?.toLowerCase() === "users" ? rest.length > 1 : first?.toLowerCase() === "me" && rest.length > 0;
}

function dependencyFailed(id: string, trace: GraphTrace): PartAnswer {
  return toPart(
    id,
    failureAnswer(new GraphFailure(424, "FailedDependency", "A request that this one depends on failed."), trace),
  );
}

function lowered(part: PartAnswer): PartAnswer {
  const headers = Object.entries(part.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...part, headers: Object.fromEntries(headers) };
}

function toPart(id: string, answer: HttpAnswer): PartAnswer {
  const { status, headers } = answer;
  if (status === 204) return { id, status, headers };
  if (answer.json !== undefined) return { id, status, headers, body: answer.json };
  // What is not JSON travels as base64.
  if (answer.text !== undefined) return { id, status, headers, body: Buffer.from(answer.text).toString("base64") };
  if (answer.bytes !== undefined) return { id, status, headers, body: answer.bytes.toString("base64") };
  return { id, status, headers };
}
