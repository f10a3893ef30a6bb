import { setMaxListeners } from "node:events";
import { abortSignalOf } from "../lib/cancellation.js";
import { type Clock, systemClock } from "../lib/clock.js";
import { silentLogger } from "../lib/logger.js";
import { sleep as realSleep } from "../lib/sleep.js";
import { type Budgets, type RequestBudget, TokenBudgets } from "./budgets.js";
import type { CircuitLimits } from "./circuit-breaker.js";
import { type Dispatcher, TurnDispatcher } from "./dispatcher.js";
import type { Answer, Exchange, Job } from "./exchange.js";
import { localGraphError } from "./graph-error.js";
import type { GraphClient, GraphClientOptions, GraphResponse } from "./graph-types.js";
import { resolvePreauthenticated, resolveTarget } from "./graph-url.js";
import { createTransport } from "./http/create-transport.js";
import { MailboxGate } from "./mailbox-gate.js";
import { ownPath } from "./own-path.js";
import { pipeline, type Send } from "./pipeline.js";
import { authorizePolicy } from "./policies/authorize.policy.js";
import { breakerPolicy } from "./policies/breaker.policy.js";
import { correlatePolicy } from "./policies/correlate.policy.js";
import { errorPolicy } from "./policies/error.policy.js";
import { meterPolicy } from "./policies/meter.policy.js";
import { preferPolicy } from "./policies/prefer.policy.js";
import { sharePolicy } from "./policies/share.policy.js";
import { succeedPolicy } from "./policies/succeed.policy.js";
import { throttlePolicy } from "./policies/throttle.policy.js";
import { timeoutPolicy } from "./policies/timeout.policy.js";
import type { HttpResponse, Transport } from "./transport.js";

/** Timers of Node hold no more milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;
const CIRCUIT: CircuitLimits = { failures: 5, openMs: 5_000, longestOpenMs: 60_000 };

/** Throws a `RangeError` that names the option for a number out of bounds. */
export function createGraphClient(options: GraphClientOptions = {}): GraphClient {
  const settings = {
    batchWidth: wholeNumber("batchWidth", options.batchWidth ?? 4, 1, 4),
    perMailboxConcurrency: wholeNumber("perMailboxConcurrency", options.perMailboxConcurrency ?? 4, 1, 1_000),
    requestTimeoutMs: wholeNumber("requestTimeoutMs", options.requestTimeoutMs ?? 30_000, 1, LONGEST_MS),
    maxAttempts: wholeNumber("maxAttempts", options.maxAttempts ?? 3, 1, 100),
    maxWaitMs: wholeNumber("maxWaitMs", options.maxWaitMs ?? 30_000, 0, LONGEST_MS),
    clock: options.clock ?? systemClock,
    sleep: options.sleep ?? realSleep,
    random: options.random ?? Math.random,
    log: options.log ?? silentLogger,
    transport: options.transport ?? createTransport(),
    circuit: options.circuitBreaker === undefined ? CIRCUIT : options.circuitBreaker,
  };
  if (settings.circuit) checkCircuit(settings.circuit);
  const dispatcher: Dispatcher = new TurnDispatcher({
    ...settings,
    gate: new MailboxGate(settings.perMailboxConcurrency, settings.clock),
    budgets: options.budgets ?? tokenBudgets(options, settings.clock),
    exchange: exchangePipeline(settings),
  });
  const policies = [
    errorPolicy(settings.clock),
    succeedPolicy(),
    sharePolicy(options.onWritten),
    throttlePolicy(settings),
    preferPolicy(),
  ];
  return new PipelineGraphClient(
    pipeline<Job, Answer>(policies, (job) => dispatcher.send(job)),
    settings.transport,
  );
}

/** What happens to every HTTP exchange, be it one request or an envelope. */
function exchangePipeline(settings: {
  clock: Clock;
  random: () => number;
  requestTimeoutMs: number;
  transport: Transport;
  circuit: CircuitLimits | null;
}): Send<Exchange, HttpResponse> {
  const { circuit, transport } = settings;
  const policies = [
    ...(circuit ? [breakerPolicy({ ...settings, circuit })] : []),
    authorizePolicy(settings.clock),
    correlatePolicy(),
    timeoutPolicy(settings.requestTimeoutMs),
    meterPolicy(),
  ];
  return pipeline<Exchange, HttpResponse>(policies, ({ method, url, headers, body, into, call, onSend, onArrived }) => {
    onSend?.();
    const signal = abortSignalOf(call.signal);
    const message = { method, url, headers, signal, onArrived };
    return transport.send({ ...message, ...(body !== undefined && { body }), ...(into && { into }) });
  });
}

function tokenBudgets({ mailboxBudget, appBudget }: GraphClientOptions, clock: Clock): Budgets {
  const limits = {
    mailbox: requestBudget("mailboxBudget", mailboxBudget, { requests: 10_000, windowMs: 600_000 }),
    app: requestBudget("appBudget", appBudget, { requests: 130_000, windowMs: 10_000 }),
  };
  return new TokenBudgets(limits, clock);
}

function requestBudget(
  name: string,
  budget: RequestBudget | null | undefined,
  byDefault: RequestBudget,
): RequestBudget | undefined {
  if (budget === null) return undefined;
  const { requests, windowMs } = budget ?? byDefault;
  return {
    requests: wholeNumber(`${name}.requests`, requests, 1, Number.MAX_SAFE_INTEGER),
    windowMs: wholeNumber(`${name}.windowMs`, windowMs, 1, LONGEST_MS),
  };
}

function checkCircuit({ failures, openMs, longestOpenMs }: CircuitLimits): void {
  wholeNumber("circuitBreaker.failures", failures, 1, Number.MAX_SAFE_INTEGER);
  wholeNumber("circuitBreaker.openMs", openMs, 1, LONGEST_MS);
  wholeNumber("circuitBreaker.longestOpenMs", longestOpenMs, openMs, LONGEST_MS);
}

class PipelineGraphClient implements GraphClient {
  readonly #pending = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(
    private readonly sendJob: Send<Job, Answer>,
    private readonly transport: Transport,
  ) {}

  async send<T>(...[connection, request, call]: Parameters<GraphClient["send"]>): Promise<GraphResponse<T>> {
    if (this.#isClosed) throw localGraphError("ClientClosed", "The Graph client is closed.");
    call.signal.throwIfAborted();
    if (request.cost !== undefined) wholeNumber("request.cost", request.cost, 1, 1_000);
    // One call may ask hundreds of mailboxes, which Node would take for a leak of listeners.
    if (call.signal instanceof AbortSignal) setMaxListeners(0, call.signal);
    const target = request.isPreauthenticated
      ? resolvePreauthenticated(connection.graphUrl, request.path)
      : resolveTarget(connection.graphUrl, ownPath(connection, request.path));
    const sent = this.sendJob({ connection, request, call, target, alone: false });
    this.#pending.add(sent);
    try {
      const { status, headers, body, requestId } = await sent;
      return { status, headers, body: body as T, requestId };
    } finally {
      this.#pending.delete(sent);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#pending);
    await this.transport.close?.();
  }
}

function wholeNumber(name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`Graph client option ${name} must be a whole number from ${min} to ${max}, not ${value}.`);
}
