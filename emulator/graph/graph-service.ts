import { underFault } from "../core/faults/strike.js";
import type { HttpAnswer, HttpRequest } from "../core/http-message.js";
import type { World } from "../core/world.js";
import { BatchService } from "./batch/batch-service.js";
import { type Caller, TokenVerifier } from "./caller.js";
import { badRequest, failureAnswer, GraphFailure, type GraphTrace } from "./graph-failure.js";
import { type Fate, graphVoice } from "./graph-faults.js";
import { contentHeaders, newTrace, traceHeaders } from "./graph-trace.js";
import { RequestLimits } from "./limits.js";
import { assertBodySize, withReadableBody } from "./request-body.js";
import { RequestRunner } from "./request-runner.js";

/** The emulated Graph v1.0: proves the token, then runs a request or a batch, and signs the answer with its headers. */
export class GraphService {
  readonly limits: RequestLimits;
  readonly #verifier: TokenVerifier;
  readonly #runner: RequestRunner;
  readonly #batches: BatchService;

  constructor(readonly world: World) {
    this.limits = new RequestLimits(world);
    this.#verifier = new TokenVerifier(world);
    this.#runner = new RequestRunner(world, this.limits);
    this.#batches = new BatchService(world, this.#runner);
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const trace = newTrace(this.world, request);
    const answer = await this.#answer(request, trace);
    return {
      ...answer,
      headers: { ...contentHeaders(answer.json !== undefined), ...traceHeaders(trace), ...answer.headers },
    };
  }

  async #answer(sent: HttpRequest, trace: GraphTrace): Promise<HttpAnswer> {
    let caller: Caller | undefined;
    let request: HttpRequest;
    try {
      assertBodySize(sent, this.world.switches);
      caller = await this.#verifier.callerOf(sent.headers.authorization);
      request = withReadableBody(sent, this.world.switches);
    } catch (error) {
      if (error instanceof GraphFailure) return this.#logged(sent, trace, caller, async () => Promise.reject(error));
      throw error;
    }
    const known = caller;
    const isBatch = /^\/v1\.0\/(?:\$|%24)batch\/?$/i.test(request.path);
    if (!isBatch) return this.#runner.run(known, request, { kind: "http" }, trace);
    return this.#logged(request, trace, known, (sequence, fate) => this.#batch(known, request, trace, sequence, fate));
  }

  async #batch(
    caller: Caller,
    request: HttpRequest,
    trace: GraphTrace,
    sequence: number,
    fate: Fate,
  ): Promise<HttpAnswer> {
    if (request.method !== "POST")
      throw new GraphFailure(405, "Request_BadRequest", "A batch is sent by POST.", { Allow: "POST" });
    const type = request.headers["content-type"] ?? "";
    if (!/^application\/json\b/i.test(type)) throw badRequest("A batch is sent as application/json.");
    const { method, path, signal } = request;
    const subject = { method, path, tenantId: caller.tenant.id, appId: caller.appId };
    const taken = this.world.faults.take({ service: "graph", ...subject });
    if (taken !== undefined) fate.fault = taken.mark;
    return underFault(taken?.action, signal, graphVoice(trace, "TooManyRequests"), () =>
      this.#batches.run(caller, request, sequence).catch(refusalAnswer(trace)),
    );
  }

  /** Runs what is not a plain resource request, and writes its line in the log. */
  async #logged(
    request: HttpRequest,
    trace: GraphTrace,
    caller: Caller | undefined,
    work: (sequence: number, fate: Fate) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const { log, clock } = this.world;
    const sequence = log.open();
    const at = clock.now();
    const started = performance.now();
    const fate: Fate = {};
    let status = 0;
    try {
      const answer = await work(sequence, fate).catch(refusalAnswer(trace));
      status = answer.status;
      return answer;
    } finally {
      log.add({
        sequence,
        at,
        kind: "http",
        service: "graph",
        method: request.method,
        path: request.path,
        query: request.query,
        status,
        ...(caller === undefined ? {} : { tenantId: caller.tenant.id, appId: caller.appId }),
        clientRequestId: trace.clientRequestId,
        ...fate,
        tookMs: performance.now() - started,
      });
    }
  }
}

function refusalAnswer(trace: GraphTrace): (error: unknown) => HttpAnswer {
  return (error) => {
    if (error instanceof GraphFailure) return failureAnswer(error, trace);
    throw error;
  };
}
