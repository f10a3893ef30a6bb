import { type CallSignal, Cancellation } from "../lib/cancellation.js";
import { envelopeMessage, partAnswers, plainMessage, wholeAnswer } from "./envelope.js";
import type { Answer, Exchange, Job } from "./exchange.js";
import type { Send } from "./pipeline.js";
import type { HttpResponse } from "./transport.js";

/** A request on its way through the dispatcher. It is settled once; later calls do nothing. */
export interface Waiting {
  readonly job: Job;
  /** Milliseconds since the Unix epoch. */
  readonly arrivedAt: number;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** How the exchange of a group ended. */
export interface Arrival {
  /** False when nothing was put on the wire. */
  readonly isSent: boolean;
  /** One for each request of the group, in its order. */
  readonly outcomes: readonly Outcome[];
}

export type Outcome = { readonly answer: Answer } | { readonly error: unknown };

export interface Departing {
  readonly send: Send<Exchange, HttpResponse>;
  /** Called when the whole answer to a request that went alone is here, and is neither a refusal nor a failure. */
  onAnswered(): void;
}

/**
 * Sends a group in one HTTP exchange and settles each of its requests; never rejects itself.
 * The exchange is aborted only when all callers have gone, because the others still want its answer.
 */
export async function depart(group: readonly Waiting[], { send, onAnswered }: Departing): Promise<Arrival> {
  const wanted = wantedSignal(group.map(({ job }) => job.call.signal));
  let isSent = false;
  const onSend = () => {
    if (isSent) return;
    isSent = true;
    for (const { job } of group) job.call.meter.graphRequests++;
  };
  const onArrived = group.length > 1 ? undefined : (status: number) => isSuccess(status) && onAnswered();
  const outcomes = await exchanged(group, send, { signal: wanted.signal, onSend, onArrived });
  wanted.release();
  group.forEach((waiting, index) => {
    const outcome = outcomes[index];
    if (outcome && "answer" in outcome) waiting.resolve(outcome.answer);
    else waiting.reject(outcome?.error);
  });
  return { isSent, outcomes };
}

async function exchanged(
  group: readonly Waiting[],
  send: Send<Exchange, HttpResponse>,
  { signal, onSend, onArrived }: Pick<Exchange, "onSend" | "onArrived"> & { readonly signal: CallSignal },
): Promise<Outcome[]> {
  const jobs = group.map(({ job }) => job);
  const [opener] = jobs;
  if (!opener) return [];
  const { connection, call } = opener;
  try {
    const response = await send({
      connection,
      call: { ...call, signal },
      isEnvelope: jobs.length > 1,
      mailboxes: jobs.map(({ request }) => request.mailbox ?? ""),
      ...(onSend && { onSend }),
      onArrived,
      into: jobs.length === 1 ? opener.request.into : undefined,
      isPreauthenticated: opener.request.isPreauthenticated === true,
      ...(jobs.length === 1 ? plainMessage(opener) : envelopeMessage(connection.graphUrl, jobs)),
    });
    return answersOf(response, jobs.length);
  } catch (error) {
    return jobs.map(() => ({ error }));
  }
}

function answersOf(response: HttpResponse, count: number): Outcome[] {
  if (count === 1) return [{ answer: wholeAnswer(response, "request") }];
  if (!isSuccess(response.status)) {
    const answer = wholeAnswer(response, "envelope");
    return Array.from({ length: count }, () => ({ answer }));
  }
  return partAnswers(response, count).map((part) => (part instanceof Error ? { error: part } : { answer: part }));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** A signal that aborts when all of `signals` have. */
function wantedSignal(signals: readonly CallSignal[]): { signal: CallSignal; release(): void } {
  const all = new Cancellation();
  let wanted = signals.length;
  const releases = signals.map((signal) => {
    const onAbort = () => {
      wanted--;
      if (wanted === 0) all.abort(signal.reason);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    return () => signal.removeEventListener("abort", onAbort);
  });
  return {
    signal: all,
    release: () => {
      for (const release of releases) release();
    },
  };
}
