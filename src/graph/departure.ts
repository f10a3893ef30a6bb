import { envelopeMessage, partAnswers, plainMessage, wholeAnswer } from "./envelope.js";
import type { Answer, Exchange, Job } from "./exchange.js";
import type { Send } from "./pipeline.js";
import type { HttpResponse } from "./transport.js";

/** A request on its way through the dispatcher. It is settled once; later calls do nothing. */
export interface Waiting {
  readonly job: Job;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/**
 * Sends a group in one HTTP exchange and settles each of its requests; never rejects itself.
 * The exchange is aborted only when all callers have gone, because the others still want its answer.
 */
export async function depart(group: readonly Waiting[], send: Send<Exchange, HttpResponse>): Promise<void> {
  const [opener] = group;
  if (!opener) return;
  const wanted = wantedSignal(group.map(({ job }) => job.call.signal));
  for (const { job } of group) job.call.meter.graphRequests++;
  try {
    const { connection, call } = opener.job;
    const message =
      group.length === 1
        ? plainMessage(opener.job)
        : envelopeMessage(
            connection.graphUrl,
            group.map(({ job }) => job),
          );
    const response = await send({
      connection,
      call: { ...call, signal: wanted.signal },
      isEnvelope: group.length > 1,
      ...message,
    });
    settle(group, response);
  } catch (error) {
    for (const waiting of group) waiting.reject(error);
  } finally {
    wanted.release();
  }
}

function settle(group: readonly Waiting[], response: HttpResponse): void {
  if (group.length === 1) {
    group[0]?.resolve(wholeAnswer(response, "request"));
    return;
  }
  if (response.status < 200 || response.status > 299) {
    for (const waiting of group) waiting.resolve(wholeAnswer(response, "envelope"));
    return;
  }
  const answers = partAnswers(response, group.length);
  group.forEach((waiting, index) => {
    const answer = answers[index];
    if (answer instanceof Error) waiting.reject(answer);
    else if (answer) waiting.resolve(answer);
  });
}

/** A signal that aborts when all of `signals` have. */
function wantedSignal(signals: readonly AbortSignal[]): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  let wanted = signals.length;
  const releases = signals.map((signal) => {
    const onAbort = () => {
      wanted--;
      if (wanted === 0) controller.abort(signal.reason);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    return () => signal.removeEventListener("abort", onAbort);
  });
  return {
    signal: controller.signal,
    release: () => {
      for (const release of releases) release();
    },
  };
}
