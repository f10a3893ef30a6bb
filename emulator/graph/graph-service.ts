import { carryOut, retryAfterHeader } from "../core/faults.js";
import type { HttpAnswer, HttpRequest } from "../core/http-message.js";
import type { World } from "../core/world.js";
import { BatchService } from "./batch/batch-service.js";
import { type Caller, TokenVerifier } from "./caller.js";
import { badRequest, failureAnswer, GraphFailure, type GraphTrace } from "./graph-failure.js";
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
    return this.#logged(request, trace, known, (sequence) => this.#batch(known, request, trace, sequence));
  }

  async #batch(caller: Caller, request: HttpRequest, trace: GraphTrace, sequence: number): Promise<HttpAnswer> {
    if (request.method !== "POST")
      throw new GraphFailure(405, "Request_BadRequest", "A batch is sent by POST.", { Allow: "POST" });
    const type = request.headers["content-type"] ?? "";
    if (!/^application\/json\b/i.test(type)) throw badRequest("A batch is sent as application/json.");
    const action = this.world.faults.take({
      service: "graph",
      method: request.method,
      path: request.path,
      tenantId: caller.tenant.id,
      appId: caller.appId,
    });
    const faulty =
      action &&
      (await carryOut(action, request.signal, ({ status, code, message, retryAfterSeconds }) =>
        failureAnswer(
          new GraphFailure(
            status,
            code ?? (status === 429 ? "TooManyRequests" : "UnknownError"),
            message ?? "",
            retryAfterHeader(retryAfterSeconds),
          ),
          trace,
        ),
      ));
    return faulty ?? this.#batches.run(caller, request, sequence);
  }

  /** Runs what is not a plain resource request, and writes its line in the log. */
  async #logged(
    request: HttpRequest,
    trace: GraphTrace,
    caller: Caller | undefined,
    work: (sequence: number) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const { log, clock } = this.world;
    const sequence = log.open();
    const at = clock.now();
    const started = performance.now();
    let status = 0;
    try {
      const answer = await work(sequence).catch((error: unknown) => {
        if (error instanceof GraphFailure) return failureAnswer(error, trace);
        throw error;
      });
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
        tookMs: performance.now() - started,
      });
    }
  }
}
